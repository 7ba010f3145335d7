import { defineCollection } from '../../core/access/defineCollection.ts'
import { isCommittee } from '../people/roles.ts'

/** The documents of the programme by kind [POL-1]. */
export const POLICY_KINDS = {
  'mentoring-policy': 'Mentoring policy',
  'code-of-conduct': 'Code of conduct for volunteers',
  'children-code-of-conduct': 'Code of conduct for children',
  'confidentiality-agreement': 'Confidentiality agreement',
  'volunteer-agreement': 'Volunteer agreement',
  'safeguarding-policy': 'Safeguarding policy',
  'expense-policy': 'Expense policy',
  'insurance-policy': 'Insurance and liability policy',
  'consent-wording': 'Parental consent wording',
  guidance: 'Guidance and questions',
  'referral-directory': 'Outside referral directory',
} as const

/** A document of the programme; its text is in its versions. */
export const policies = defineCollection({
  slug: 'policies',
  labels: { singular: 'Policy', plural: 'Policies' },
  group: 'Policies',
  useAsTitle: 'title',
  defaultColumns: ['title', 'kind', 'mustBeAccepted'],
  access: { read: (actor) => actor.kind === 'person', create: isCommittee, update: isCommittee },
  fields: [
    { name: 'kind', type: 'select', required: true, unique: true, options: Object.entries(POLICY_KINDS).map(([value, label]) => ({ value, label })) },
    { name: 'title', type: 'text', required: true, maxLength: 160 },
    { name: 'mustBeAccepted', label: 'Every volunteer must accept it', type: 'checkbox', defaultValue: false },
  ],
})
