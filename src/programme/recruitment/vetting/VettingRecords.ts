import type { CheckboxField, Condition } from 'payload'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { DBS_LEVELS } from '../dbs/level.ts'
import { INDUCTION_LIST } from './inductionList.ts'
import { vettingWorkflow } from './workflow.ts'

/** What clears a volunteer, kind by kind [VOL-3]. */
export const VETTING_KINDS = {
  'committee-approval': 'Approved by the committee after interview',
  'dbs-check': 'DBS check',
  'safeguarding-training': 'Safeguarding training',
  induction: 'Induction',
} as const

/** One kind of vetting record, as stored. */
export type VettingKind = keyof typeof VETTING_KINDS

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const whereKindIs =
  (kind: VettingKind): Condition =>
  (data) =>
    data.kind === kind

const induction = ([name, label]: [string, string]): CheckboxField => ({
  name,
  label,
  type: 'checkbox',
  defaultValue: false,
  admin: { condition: whereKindIs('induction') },
})

/**
 * The facts that clear a volunteer: approval after interview, DBS check, face-to-face safeguarding training, induction
 * [VOL-3, VOL-6]. Never a certificate's contents.
 */
export const vettingRecords = defineCollection({
  slug: 'vetting-records',
  labels: { singular: 'Vetting record', plural: 'Vetting records' },
  nature: { final: 'never', sensitive: true, about: ['volunteer'], kept: 'with-the-person' },
  title: {
    from: 'volunteer.name',
    needs: ['kind'],
    words: ({ from, record }) => `${from}: ${VETTING_KINDS[record.kind as VettingKind]}`,
  },
  defaultColumns: ['volunteer', 'kind', 'takenOn', 'validUntil', 'status'],
  sort: 'validUntil',
  description: 'Never write down what a certificate says, and never upload one.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: vettingWorkflow,
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    { name: 'kind', type: 'select', required: true, index: true, options: choices(VETTING_KINDS) },
    calendarDate({
      name: 'takenOn',
      label: 'Date',
      required: true,
      description: 'The day of the interview, of issue, of the training or the induction.',
    }),
    calendarDate({
      name: 'validUntil',
      label: 'Valid until',
      description: 'For a DBS check: the last day before a recheck is due. Left empty, it follows from the settings.',
    }),
    {
      name: 'faceToFace',
      label: 'Face to face',
      type: 'checkbox',
      defaultValue: false,
      admin: { condition: whereKindIs('safeguarding-training') },
    },
    ...Object.entries(INDUCTION_LIST).map(induction),
    {
      name: 'scheme',
      label: 'Who issued it',
      type: 'select',
      options: choices({
        dbs: 'DBS (England and Wales)',
        'disclosure-scotland': 'Disclosure Scotland',
        'access-ni': 'AccessNI (Northern Ireland)',
      }),
      admin: { condition: whereKindIs('dbs-check') },
    },
    {
      name: 'certificateNumber',
      label: 'Certificate number',
      type: 'text',
      maxLength: 16,
      admin: { condition: whereKindIs('dbs-check'), description: 'The number alone. Never what it says.' },
    },
    {
      name: 'workforce',
      label: 'Workforce',
      type: 'select',
      options: choices({
        child: 'Children',
        'child-and-adult': 'Children and adults',
        adult: 'Adults',
        other: 'Other',
      }),
      admin: { condition: whereKindIs('dbs-check') },
    },
    {
      name: 'level',
      label: 'DBS level',
      type: 'select',
      options: choices(DBS_LEVELS),
      admin: { condition: whereKindIs('dbs-check') },
    },
    calendarDate({
      name: 'updateConsentOn',
      label: 'Agreed to checks by the update service on',
      description: 'Leave empty while they have not agreed, or are not with the service.',
      condition: whereKindIs('dbs-check'),
    }),
    related({ name: 'seenBy', label: 'Seen, held or given by', to: 'users', description: 'Left empty: you yourself.' }),
    engineOnly({ name: 'withdrawnReason', label: 'Why it was withdrawn', ...REASON.field }),
  ],
})
