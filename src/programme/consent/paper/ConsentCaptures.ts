import type { PayloadRequest } from 'payload'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { formLanguageOptions } from '../../people/formLanguages.ts'
import { isCaseworker } from '../../people/roles.ts'
import { CONSENT } from '../fields.ts'
import { fieldOfItem } from './captureFields.ts'
import { captureWorkflow } from './workflow.ts'
import { RELATIONSHIPS } from '../asking/relationships.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'

/**
 * What a parent or carer said on paper or by telephone, as one of ours entered it. A yes counts once a second person
 * has confirmed it, a no at once [CON-1, CON-4].
 */
export const consentCaptures = defineCollection({
  slug: 'consent-captures',
  labels: { singular: 'Consent on paper or by telephone', plural: 'Consent on paper or by telephone' },
  nature: { final: 'in-some-states', sensitive: true, about: ['child', 'guardian'], kept: 'as-evidence' },
  title: {
    from: 'child.name',
    also: 'guardian.name',
    words: ({ from, also }) => (also ? `${from}: what ${also} said` : from),
  },
  defaultColumns: ['child', 'guardian', 'method', 'decidedOn', 'status'],
  sort: '-decidedOn',
  description: 'A yes counts once a second person has confirmed it. A no counts at once.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: captureWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    related({ name: 'guardian', label: 'Parent or carer', to: 'guardians', required: true, prefilled: true }),
    {
      name: 'method',
      label: 'How',
      type: 'select',
      required: true,
      // A link to a new record may say it.
      defaultValue: ({ req }: { req: Pick<PayloadRequest, 'query'> }) =>
        req.query?.method === 'paper' || req.query?.method === 'telephone' ? req.query.method : undefined,
      options: [
        { value: 'paper', label: 'On paper' },
        { value: 'telephone', label: 'By telephone' },
      ],
    },
    calendarDate({ name: 'decidedOn', kind: 'happened', label: 'Signed or said on', required: true }),
    ...(Object.entries(CONSENT_ITEMS) as Array<[ConsentItem, string]>).map(([item, label]) => ({
      name: fieldOfItem(item),
      label,
      type: 'select' as const,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    })),
    { name: 'signedName', label: 'Name of whoever signed or spoke', ...CONSENT.signedName.field, required: true },
    {
      name: 'signedRelationship',
      label: 'Relationship to the child',
      type: 'select',
      required: true,
      options: RELATIONSHIPS.map((words) => ({ value: words, label: words })),
    },
    {
      name: 'saysResponsible',
      label: 'They said that they have parental responsibility, or sign for the council that has it',
      type: 'checkbox',
      defaultValue: false,
    },
    {
      name: 'about',
      label: 'How it came about',
      ...CONSENT.captured.field,
      admin: {
        description: 'For example: “Rang on Tuesday. I read each point aloud.” For paper: where the form is kept.',
      },
    },
    engineOnly(related({ name: 'enteredBy', label: 'Entered by', to: 'users' })),
    engineOnly(related({ name: 'confirmedBy', label: 'Confirmed by', to: 'users' })),
    engineOnly({ name: 'confirmedAt', label: 'Confirmed', type: 'date' }),
    engineOnly(related({ name: 'wordingVersion', label: 'Version of the wording', to: 'policy-versions' })),
    engineOnly({
      name: 'wordingLanguage',
      label: 'Read in, beside the English',
      type: 'select',
      options: formLanguageOptions,
    }),
    engineOnly({ name: 'wordingDigest', label: 'Digest of the wording read', type: 'text' }),
    engineOnly({ name: 'wording', label: 'Wording read', type: 'textarea' }),
    engineOnly({ name: 'refusedReason', label: 'Why it was not confirmed', ...CONSENT.captured.field }),
  ],
})
