import { defineCollection } from '../../../core/access/defineCollection.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { ownAvailability } from './rules.ts'
import { WEEKLY_TIMES } from './weeklyTimes.ts'
import { isCaseworker, ownVolunteerIdOf } from '../roles.ts'

/** When a volunteer usually has time, and when they are away: kept by themselves, a hint to those who plan [VOL-13]. */
export const availabilities = defineCollection({
  slug: 'availabilities',
  labels: { singular: 'Availability', plural: 'Availability' },
  nature: { final: 'never', sensitive: false, about: ['volunteer'], kept: 'with-the-person' },
  title: { from: 'volunteer.name', words: ({ from }) => `When ${from} has time` },
  defaultColumns: ['volunteer', 'free', 'updatedAt'],
  access: {
    read: (actor) => {
      if (isCaseworker(actor)) return true
      const own = ownVolunteerIdOf(actor)
      return own ? { volunteer: { equals: own } } : false
    },
    create: (actor) => isCaseworker(actor) || ownVolunteerIdOf(actor) !== undefined,
    update: (actor) => {
      if (isCaseworker(actor)) return true
      const own = ownVolunteerIdOf(actor)
      return own ? { volunteer: { equals: own } } : false
    },
  },
  mayStore: ({ work: { actor }, after }) => ownAvailability({ actor, volunteerId: after.volunteer }),
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true, unique: true }),
    {
      name: 'free',
      label: 'Usually has time on',
      type: 'select',
      hasMany: true,
      options: Object.entries(WEEKLY_TIMES).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'away',
      label: 'Away',
      type: 'array',
      maxRows: 20,
      fields: [
        calendarDate({ name: 'from', label: 'From', required: true }),
        calendarDate({ name: 'until', label: 'Until', required: true }),
      ],
    },
  ],
})
