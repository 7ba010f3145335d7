import { defineCollection } from '../../../core/access/defineCollection.ts'
import { isAdministrator, isCaseworker, isCommittee } from '../roles.ts'

/**
 * The charity's scale of needs, from the least to the most, and what is offered at each level: the committee writes it
 * [STG-4].
 */
export const supportLevels = defineCollection({
  slug: 'support-levels',
  labels: { singular: 'Level of support', plural: 'Levels of support' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'name',
  defaultColumns: ['place', 'name', 'offered'],
  access: {
    read: (actor) => isCaseworker(actor) || isAdministrator(actor),
    create: (actor) => isCommittee(actor) || isAdministrator(actor),
    update: (actor) => isCommittee(actor) || isAdministrator(actor),
  },
  fields: [
    {
      name: 'place',
      label: 'Place on the scale',
      type: 'number',
      required: true,
      unique: true,
      min: 1,
      max: 20,
      admin: { description: '1 is the least support.' },
    },
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    { name: 'needs', label: 'Which needs', type: 'textarea', required: true, maxLength: 1000 },
    { name: 'offered', label: 'What is offered', type: 'textarea', required: true, maxLength: 1000 },
  ],
})
