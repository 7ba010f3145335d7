import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { related } from '../../core/fields/related.ts'
import { childField } from '../people/children/childField.ts'
import { isCaseworker } from '../people/roles.ts'
import { mergeWorkflow } from './workflow.ts'

/**
 * That two records are of one child: who says so and why, and who joined them. What was moved is kept beside it by the
 * database [SAME-CHILD].
 */
export const childMerges = defineCollection({
  slug: 'child-merges',
  labels: { singular: 'Two records of one child', plural: 'Records of one child to join' },
  nature: { final: 'in-some-states', sensitive: true, about: ['keep', 'leave'], kept: 'as-evidence' },
  title: { from: 'leave.name', also: 'keep.name', words: ({ from, also }) => `Join ${from} to ${also}` },
  defaultColumns: ['keep', 'leave', 'status', 'proposedBy', 'carriedOutAt'],
  description:
    'Where a child is on record twice. One person proposes to join the records, another looks and does it. Nothing is lost.',
  access: { read: isCaseworker, create: isCaseworker },
  workflow: mergeWorkflow,
  fields: [
    childField({ name: 'keep', label: 'The record to keep', required: true }),
    childField({
      name: 'leave',
      label: 'The record to join to it',
      required: true,
      description: 'It is closed, and stays to be read. Everything that belongs to it goes to the record that is kept.',
    }),
    {
      name: 'why',
      label: 'How you know that it is one child',
      type: 'textarea',
      required: true,
      maxLength: 1000,
      admin: {
        description:
          'Saving joins nothing yet. It shows both records side by side and what would move. Then another person looks at them and joins them.',
      },
    },
    engineOnly(related({ name: 'proposedBy', label: 'Proposed by', to: 'users' })),
    engineOnly(related({ name: 'carriedOutBy', label: 'Joined by', to: 'users' })),
    engineOnly({ name: 'carriedOutAt', label: 'Joined', type: 'date' }),
    engineOnly({ name: 'withdrawnBecause', label: 'Why they were not joined', type: 'textarea' }),
  ],
})
