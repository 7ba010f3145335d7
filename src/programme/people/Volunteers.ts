import { defineCollection, onlyFor } from '../../core/access/defineCollection.ts'
import { calendarDate } from '../../core/fields/calendarDate.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker, volunteerIdOf } from './roles.ts'

/** A support volunteer's profile, linked to their account. The home address is for the co-ordinator and committee alone [VOL-8]. */
export const volunteers = defineCollection({
  slug: 'volunteers',
  labels: { singular: 'Volunteer', plural: 'Volunteers' },
  group: 'Volunteers',
  useAsTitle: 'name',
  defaultColumns: ['name', 'standing', 'mobile'],
  access: {
    read: (actor) => {
      if (isCaseworker(actor)) return true
      const own = volunteerIdOf(actor)
      return own ? { id: { equals: own } } : false
    },
    create: isCaseworker,
    update: isCaseworker,
  },
  tells: ({ before, after }) => (before.id && before.standing !== after.standing ? [{ name: 'vetting.changed', volunteerId: String(after.id) }] : []),
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    related({ name: 'user', label: 'Account', to: 'users', unique: true }),
    {
      name: 'standing',
      type: 'select',
      required: true,
      defaultValue: 'active',
      index: true,
      options: [
        { value: 'active', label: 'Active' },
        { value: 'paused', label: 'Paused: no access' },
        { value: 'left', label: 'Left: no access' },
      ],
    },
    { name: 'mobile', label: 'Mobile number', type: 'text', maxLength: 30 },
    calendarDate({ name: 'bornOn', label: 'Date of birth' }),
    onlyFor(isCaseworker, { name: 'homeAddress', label: 'Home address', type: 'textarea', maxLength: 500, admin: { description: 'Seen by the co-ordinator and committee only.' } }),
  ],
})
