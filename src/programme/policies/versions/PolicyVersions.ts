import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { NO_MONTH_OR_YEAR, readMonthOrYear } from '../../../core/clock/monthOrYear.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { holdsARole, isCaseworker, isCommittee, isTrustee } from '../../people/roles.ts'
import { newVersionEndpoint } from '../endpoints.ts'
import { SIGNER } from '../fields.ts'
import { policyVersionWorkflow } from './workflow.ts'

/**
 * One version of a policy, from draft to adopted to superseded, on a later day if that is said; an adopted one never
 * changes [POL-2, POL-3].
 */
export const policyVersions = defineCollection({
  slug: 'policy-versions',
  labels: { singular: 'Policy version', plural: 'Policy versions' },
  nature: { final: 'in-some-states', sensitive: false, about: 'nobody', kept: 'as-evidence' },
  title: {
    from: 'policy.title',
    needs: ['number'],
    words: ({ from, record }) => `${from}, version ${String(record.number)}`,
  },
  defaultColumns: ['policy', 'number', 'status', 'adoptedOn', 'reviewOn'],
  sort: '-adoptedOn',
  access: {
    read: (actor) =>
      isCaseworker(actor) || isTrustee(actor)
        ? true
        : holdsARole(actor)
          ? { status: { in: ['adopted', 'superseded'] } }
          : false,
    create: isCommittee,
    update: isCommittee,
  },
  workflow: policyVersionWorkflow,
  endpoints: [newVersionEndpoint],
  fields: [
    related({ name: 'policy', label: 'Policy', to: 'policies', required: true, prefilled: true }),
    {
      name: 'number',
      label: 'Version',
      type: 'text',
      required: true,
      maxLength: 12,
      admin: { description: 'Major and minor, for example 2.0. A new major number must be accepted again.' },
    },
    { name: 'text', type: 'richText', required: true },
    { name: 'changes', label: 'What changed and why', type: 'textarea', maxLength: 4000 },
    { name: 'adoptedBy', label: 'Adopted by', ...SIGNER.field },
    { name: 'signedBy', label: 'Signed by', ...SIGNER.field },
    calendarDate({ name: 'reviewOn', label: 'To be reviewed on' }),
    {
      name: 'reviewIn',
      label: 'Or only the month or the year of the review',
      type: 'text',
      maxLength: 20,
      validate: (value: string | null | undefined) =>
        !value?.trim() || readMonthOrYear(value) !== undefined || NO_MONTH_OR_YEAR,
      admin: { description: 'For example: July 2027, or 2027. It counts until its last day.' },
    },
    calendarDate({
      name: 'graceUntil',
      label: 'To be accepted by',
      description: 'The last day on which an earlier acceptance still counts.',
    }),
    engineOnly(calendarDate({ name: 'adoptsOn', label: 'To be adopted on' })),
    engineOnly(calendarDate({ name: 'adoptedOn', label: 'Adopted on' })),
    engineOnly({ name: 'adoptedIn', label: 'Adopted in', type: 'text' }),
    engineOnly(related({ name: 'author', label: 'Written by', to: 'users' })),
    engineOnly(related({ name: 'adoptedByUser', label: 'Adopted in the panel by', to: 'users' })),
  ],
})
