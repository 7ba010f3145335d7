import { defineCollection } from '../../../core/access/defineCollection.ts'
import { childField } from './childField.ts'
import { isCaseworker } from '../roles.ts'

/**
 * What troubles a child and what is known of it, apart from the child's own record. Which a volunteer may see is said
 * higher up [MAT-7].
 */
export const childBackgrounds = defineCollection({
  slug: 'child-backgrounds',
  labels: { singular: 'Background', plural: 'Backgrounds' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: { from: 'child.name', words: ({ from }) => `Background of ${from}` },
  defaultColumns: ['child', 'updatedAt'],
  description: 'Seen by the co-ordinator, the committee, and the child’s own volunteer while they are matched.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  fields: [
    childField({ name: 'child', label: 'Child', required: true, unique: true }),
    { name: 'background', label: 'What is known', type: 'textarea', required: true, maxLength: 10_000 },
  ],
})
