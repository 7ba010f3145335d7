import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERRAL } from '../fields.ts'
import { REFERRAL_SOURCES } from '../incoming/sources.ts'
import { referralWorkflow } from './workflow.ts'

/** A child put forward for mentoring, and what the committee decided about it [ELG-2, ELG-3]. */
export const referrals = defineCollection({
  slug: 'referrals',
  labels: { singular: 'Referral', plural: 'Referrals' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: {
    from: 'child.name',
    needs: ['receivedOn'],
    words: ({ from, record }) => `${from}, referred ${speakDate(String(record.receivedOn))}`,
  },
  defaultColumns: ['child', 'receivedOn', 'source', 'mainReason', 'status'],
  sort: '-receivedOn',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: referralWorkflow,
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    calendarDate({ name: 'receivedOn', kind: 'happened', label: 'Received on', required: true }),
    {
      name: 'source',
      label: 'Referred by',
      type: 'select',
      required: true,
      options: Object.entries(REFERRAL_SOURCES).map(([value, label]) => ({ value, label })),
    },
    { name: 'referrerName', label: 'Name of the referrer', ...REFERRAL.referrerName.field },
    {
      name: 'mainReason',
      label: 'Main reason',
      ...REFERRAL.mainReason.field,
      required: true,
      admin: {
        components: {
          Field: '/src/admin/fields/ReasonField.tsx#ReasonField',
          Cell: '/src/admin/fields/ReasonCell.tsx#ReasonCell',
        },
      },
    },
    { name: 'concern', label: 'Why they may benefit', ...REFERRAL.words.field },
    engineOnly(related({ name: 'incoming', label: 'As it came from outside', to: 'incoming-referrals' })),
    engineOnly(related({ name: 'enteredBy', label: 'Entered by', to: 'users' })),
    engineOnly(related({ name: 'decidedBy', label: 'Decided by', to: 'users' })),
    engineOnly({ name: 'decidedAt', label: 'Decided', type: 'date' }),
    engineOnly({ name: 'decisionReason', label: 'Reason', ...REFERRAL.decisionReason.field }),
  ],
})
