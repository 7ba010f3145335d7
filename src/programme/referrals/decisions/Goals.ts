import { defineCollection } from '../../../core/access/defineCollection.ts'
import { related } from '../../../core/fields/related.ts'
import { childField } from '../../people/children/childField.ts'
import { isCaseworker } from '../../people/roles.ts'
import { namesItsBarrier } from '../../plans/rules.ts'

/** A child's goal: the outcome hoped for, how it will be measured, and which aim it serves [ELG-3, PLN-5]. */
export const goals = defineCollection({
  slug: 'goals',
  labels: { singular: 'Goal', plural: 'Goals' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  useAsTitle: 'title',
  defaultColumns: ['child', 'title', 'aim'],
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  mayStore: async ({ work, after }) => {
    const [barrier] = await work.query<{ child: string }>('select child_id as child from barriers where id = $1', [
      after.barrier ?? null,
    ])
    return namesItsBarrier({ aim: after.aim, child: String(after.child), barrier })
  },
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    related({ name: 'referral', label: 'Referral', to: 'referrals' }),
    { name: 'title', label: 'Goal', type: 'text', required: true, maxLength: 200 },
    {
      name: 'aim',
      type: 'select',
      required: true,
      options: [
        { value: 'life-skills', label: 'Life skills and self-belief' },
        { value: 'potential', label: 'Full potential and ambitions for work' },
        { value: 'barrier', label: 'A barrier removed' },
      ],
    },
    related({ name: 'barrier', label: 'The barrier that it removes', to: 'barriers' }),
    { name: 'outcome', label: 'Outcome hoped for', type: 'textarea', required: true, maxLength: 2000 },
    { name: 'measure', label: 'How it will be measured', type: 'textarea', required: true, maxLength: 2000 },
  ],
})
