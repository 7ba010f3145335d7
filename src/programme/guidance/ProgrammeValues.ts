import { defineCollection } from '../../core/access/defineCollection.ts'
import { holdsARole, isCommittee } from '../people/roles.ts'

/** The values that belong to everything the charity does: the charity's own list [GUI-1]. */
export const programmeValues = defineCollection({
  slug: 'programme-values',
  labels: { singular: 'Value', plural: 'Values' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'heading', 'place', 'inUse'],
  sort: 'place',
  access: { read: holdsARole, create: isCommittee, update: isCommittee },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 60 },
    { name: 'heading', label: 'Heading that it stands under', type: 'text', required: true, maxLength: 60 },
    { name: 'place', label: 'Place in the list', type: 'number', required: true, min: 1, max: 999, defaultValue: 100 },
    { name: 'inUse', label: 'In use', type: 'checkbox', defaultValue: true },
  ],
})
