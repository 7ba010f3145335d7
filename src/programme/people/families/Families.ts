import { defineCollection } from '../../../core/access/defineCollection.ts'
import { HOME_ADDRESS } from '../../../core/fields/commonTexts.ts'
import { isCaseworker } from '../roles.ts'
import { FAMILY_NAME } from './fields.ts'

/** A household: what brothers, sisters and their parents or carers share. */
export const families = defineCollection({
  slug: 'families',
  labels: { singular: 'Family', plural: 'Families' },
  nature: { final: 'never', sensitive: true, about: ['itself'], kept: 'with-the-person' },
  useAsTitle: 'name',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  fields: [
    {
      name: 'name',
      ...FAMILY_NAME.field,
      required: true,
      admin: { description: 'How the committee speaks of the family.' },
    },
    { name: 'homeAddress', label: 'Home address', ...HOME_ADDRESS.field },
  ],
})
