import { defineCollection } from '../../../core/access/defineCollection.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker, ownVolunteerIdOf } from '../../people/roles.ts'
import { WISH_WORDS } from './fields.ts'
import { pauseRequestWorkflow } from './pauseRequestWorkflow.ts'

/** What a volunteer can wish for. */
export const WISHES = { pause: 'Pause for a while', leave: 'Leave the programme' } as const

/** A volunteer's own wish to pause or to leave, put to the committee [VOL-11]. */
export const pauseRequests = defineCollection({
  slug: 'pause-requests',
  labels: { singular: 'Wish to pause or leave', plural: 'Wishes to pause or leave' },
  nature: { final: 'never', sensitive: false, about: ['volunteer'], kept: 'with-the-person' },
  title: {
    from: 'volunteer.name',
    needs: ['wish'],
    words: ({ from, record }) => `${from}: ${WISHES[record.wish as keyof typeof WISHES].toLowerCase()}`,
  },
  defaultColumns: ['volunteer', 'wish', 'status', 'createdAt'],
  access: {
    read: (actor) => {
      if (isCaseworker(actor)) return true
      const own = ownVolunteerIdOf(actor)
      return own ? { volunteer: { equals: own } } : false
    },
    create: (actor) => ownVolunteerIdOf(actor) !== undefined,
  },
  workflow: pauseRequestWorkflow,
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    {
      name: 'wish',
      label: 'They wish to',
      type: 'select',
      required: true,
      options: Object.entries(WISHES).map(([value, label]) => ({ value, label })),
    },
    { name: 'words', label: 'In their own words', ...WISH_WORDS.field },
  ],
})
