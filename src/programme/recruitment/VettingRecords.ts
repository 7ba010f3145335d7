import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker } from '../people/roles.ts'
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

/** The facts that clear a volunteer: approval after interview, DBS check, face-to-face safeguarding training, induction [VOL-3, VOL-6]. Never a certificate's contents. */
export const vettingRecords = defineCollection({
  slug: 'vetting-records',
  labels: { singular: 'Vetting record', plural: 'Vetting records' },
  group: 'Volunteers',
  title: { from: 'volunteer.name', needs: ['kind'], words: ({ from, record }) => `${from}: ${VETTING_KINDS[record.kind as VettingKind]}` },
  defaultColumns: ['volunteer', 'kind', 'takenOn', 'validUntil', 'status'],
  description: 'Never write down what a certificate says, and never upload one.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: vettingWorkflow,
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: Object.entries(VETTING_KINDS).map(([value, label]) => ({ value, label })),
    },
    calendarDate({ name: 'takenOn', label: 'Date', required: true, description: 'The day of the interview, the certificate, the training or the induction.' }),
    calendarDate({ name: 'validUntil', label: 'Valid until', description: 'For a DBS check: the last day before a recheck is due.' }),
    { name: 'faceToFace', label: 'Face to face', type: 'checkbox', defaultValue: false, admin: { condition: (data) => data.kind === 'safeguarding-training' } },
    { name: 'certificateNumber', label: 'DBS certificate number', type: 'text', maxLength: 12, admin: { condition: (data) => data.kind === 'dbs-check' } },
    {
      name: 'level',
      label: 'DBS level',
      type: 'select',
      options: [
        { value: 'basic', label: 'Basic' },
        { value: 'enhanced', label: 'Enhanced' },
        { value: 'enhanced-barred', label: 'Enhanced with the children’s barred list' },
      ],
      admin: { condition: (data) => data.kind === 'dbs-check' },
    },
    related({ name: 'seenBy', label: 'Seen, held or given by', to: 'users' }),
    engineOnly({ name: 'withdrawnReason', label: 'Why it was withdrawn', type: 'textarea' }),
  ],
})
