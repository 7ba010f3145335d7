import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { EMAIL_ADDRESS } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { CHILD } from '../../people/children/fields.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERRAL } from '../fields.ts'
import { incomingWorkflow } from './workflow.ts'
import { OUTSIDE_SOURCES, REFERRAL_SOURCES } from './sources.ts'

/**
 * What a referrer says of the child’s membership. It decides nothing: the committee looks at every referral [ELG-1].
 */
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'The referrer does not know' },
]

/**
 * A referral that came by the public form, as the referrer sent it [ELG-2]. It belongs to no child until somebody links
 * it to one; the referrer is never told whether we know the child. What they wrote in their own words is kept apart.
 */
export const incomingReferrals = defineCollection({
  slug: 'incoming-referrals',
  labels: { singular: 'Referral from outside', plural: 'Referrals from outside' },
  nature: { final: 'never', sensitive: true, about: ['itself', 'child'], kept: 'with-the-person' },
  useAsTitle: 'childName',
  defaultColumns: ['childName', 'source', 'referrerName', 'receivedAt', 'status'],
  sort: '-receivedAt',
  description: 'As the referrers sent them. Link each one to a child, and the committee can decide.',
  access: { read: isCaseworker },
  workflow: incomingWorkflow,
  fields: [
    engineOnly({ name: 'reference', type: 'text', required: true, unique: true, index: true }),
    engineOnly({ name: 'receivedAt', label: 'Received', type: 'date', required: true }),
    engineOnly(calendarDate({ name: 'answerBy', label: 'Answer promised by', required: true })),
    engineOnly({ name: 'childName', label: 'Name of the child', ...CHILD.name.field, required: true }),
    engineOnly(calendarDate({ name: 'childBornOn', kind: 'birthOfChild', label: 'Date of birth' })),
    engineOnly({ name: 'childSchool', label: 'School', ...CHILD.school.field }),
    engineOnly({
      name: 'memberAnswer',
      label: 'Member of the club, says the referrer',
      type: 'select',
      required: true,
      options: YES_NO,
    }),
    engineOnly({
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
    }),
    engineOnly({
      name: 'source',
      label: 'Referred by',
      type: 'select',
      required: true,
      options: OUTSIDE_SOURCES.map((value) => ({ value, label: REFERRAL_SOURCES[value] })),
    }),
    engineOnly({ name: 'referrerName', label: 'Name of the referrer', ...REFERRAL.referrerName.field, required: true }),
    engineOnly({ name: 'referrerPlace', label: 'Where they work or help', ...REFERRAL.referrerPlace.field }),
    engineOnly({ name: 'referrerEmail', label: 'Email of the referrer', ...EMAIL_ADDRESS.field, required: true }),
    engineOnly({ name: 'referrerPhone', label: 'Telephone of the referrer', ...REFERRAL.referrerPhone.field }),
    engineOnly({
      name: 'familyAgrees',
      label: 'Does the family agree to be referred?',
      type: 'select',
      required: true,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'not-asked', label: 'Not asked yet' },
        { value: 'no', label: 'No' },
      ],
    }),
    engineOnly({ name: 'familyContact', label: 'How to reach the family', ...REFERRAL.familyContact.field }),
    engineOnly(childField({ name: 'child', label: 'Linked to', prefilled: false })),
    engineOnly(related({ name: 'linkedBy', label: 'Linked by', to: 'users' })),
    engineOnly({ name: 'setAsideReason', label: 'Why it was set aside', ...REFERRAL.decisionReason.field }),
    engineOnly({ name: 'linkDigest', type: 'text', unique: true, index: true, hidden: true }),
  ],
})
