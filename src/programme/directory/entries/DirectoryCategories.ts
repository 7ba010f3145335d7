import { defineCollection } from '../../../core/access/defineCollection.ts'
import { isCaseworker, isCommittee } from '../../people/roles.ts'

/** What kinds of places the directory knows: the charity's own list [DIR-1]. */
export const directoryCategories = defineCollection({
  slug: 'directory-categories',
  labels: { singular: 'Kind of place', plural: 'Kinds of places' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'inUse'],
  sort: 'name',
  access: { read: isCaseworker, create: isCommittee, update: isCommittee },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 80, unique: true },
    {
      name: 'inUse',
      label: 'In use',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'What is no longer in use stays on the places that have it.' },
    },
  ],
})
