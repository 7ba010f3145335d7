import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { childField } from './childField.ts'
import { isCaseworker } from '../roles.ts'

/** A child's membership of the charity's club: since when, until when, which clubs and camps [ELG-1]. */
export const memberships = defineCollection({
  slug: 'memberships',
  labels: { singular: 'Membership', plural: 'Memberships' },
  nature: { final: 'never', sensitive: true, about: ['child'], kept: 'with-the-person' },
  title: {
    from: 'child.name',
    needs: ['since'],
    words: ({ from, record }) => `${from}, member since ${speakDate(String(record.since))}`,
  },
  defaultColumns: ['child', 'since', 'until', 'attended'],
  sort: '-since',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    calendarDate({ name: 'since', kind: 'begins', label: 'Member since', required: true }),
    calendarDate({
      name: 'until',
      label: 'Member until',
      description: 'Leave empty while it goes on. Lapsing later ends nothing.',
    }),
    { name: 'attended', label: 'Clubs and camps attended', type: 'text', maxLength: 400 },
  ],
})
