import type { CollectionConfig } from 'payload'
import { defineCollection, type AccessRule } from '../../core/access/defineCollection.ts'
import { childField } from './childField.ts'
import { isCaseworker } from './roles.ts'

/** What troubles a child and what is known of it, apart from the child's own record. `visibleToVolunteer` says which a volunteer may see [MAT-7]. */
export const childBackgrounds = ({ visibleToVolunteer }: { visibleToVolunteer: AccessRule }): CollectionConfig =>
  defineCollection({
    slug: 'child-backgrounds',
    labels: { singular: 'Background', plural: 'Backgrounds' },
    group: 'Children',
    title: { from: 'child.name', words: ({ from }) => `Background of ${from}` },
    defaultColumns: ['child', 'updatedAt'],
    description: 'Seen by the co-ordinator, the committee, and the child’s own volunteer while they are matched.',
    sensitive: true,
    access: { read: (actor, req) => isCaseworker(actor) || visibleToVolunteer(actor, req), create: isCaseworker, update: isCaseworker },
    fields: [
      childField({ name: 'child', label: 'Child', required: true, unique: true }),
      { name: 'background', label: 'What is known', type: 'textarea', required: true, maxLength: 10_000 },
    ],
  })
