import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { REFERRAL } from '../fields.ts'
import { REFERRAL_SOURCES } from '../incoming/sources.ts'
import { viewWorkflow } from './workflow.ts'

/** Somebody whom the committee asks for a view on a referral, by an emailed link that is answered once [ELG-9]. */
export const viewRequests = defineCollection({
  slug: 'view-requests',
  labels: { singular: 'View asked for', plural: 'Views asked for' },
  nature: { final: 'never', sensitive: true, about: ['itself', 'referral'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['referral', 'name', 'askedGroup', 'status'],
  description: 'The person gets a link to one page with your question. What they answer stands with the referral.',
  access: { read: isCaseworker, create: isCaseworker },
  workflow: viewWorkflow,
  fields: [
    related({ name: 'referral', label: 'Referral', to: 'referrals', required: true, prefilled: true }),
    {
      name: 'askedGroup',
      label: 'Who they are',
      type: 'select',
      required: true,
      options: Object.entries(REFERRAL_SOURCES).map(([value, label]) => ({ value, label })),
    },
    { name: 'name', ...PERSON_NAME.field, required: true },
    { name: 'email', label: 'Email address', type: 'email', required: true },
    {
      name: 'question',
      label: 'What do you want to know?',
      ...REFERRAL.question.field,
      required: true,
      admin: { description: 'They read these words, and the child’s first name.' },
    },
    engineOnly(related({ name: 'askedBy', label: 'Asked by', to: 'users' })),
    engineOnly({ name: 'endsAt', label: 'The link ends', type: 'date' }),
    engineOnly({ name: 'answeredAt', label: 'Answered', type: 'date' }),
    engineOnly({ name: 'linkDigest', type: 'text', unique: true, index: true, hidden: true }),
  ],
})
