import { defineCollection } from '../../../core/access/defineCollection.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { DESIGNATIONS, isAdministrator, isCaseworker, isCommittee, type Designation } from '../roles.ts'
import { mayDesignate } from './rules.ts'

/** Who holds which job of the committee, and who covers when they are away: the queues follow both. */
export const designations = defineCollection({
  slug: 'designations',
  labels: { singular: 'Designation', plural: 'Designations' },
  nature: { final: 'never', sensitive: false, about: ['holder', 'cover'], kept: 'with-the-person' },
  title: {
    from: 'holder.name',
    needs: ['designation'],
    words: ({ from, record }) => `${from}: ${DESIGNATIONS[record.designation as Designation]}`,
  },
  defaultColumns: ['designation', 'holder', 'cover', 'coverFrom', 'coverUntil'],
  sort: 'designation',
  description: 'Several people may hold the same job. A cover holds it too, on the days given.',
  access: {
    read: (actor) => isCaseworker(actor) || isAdministrator(actor),
    create: (actor) => isCommittee(actor) || isAdministrator(actor),
    update: (actor) => isCommittee(actor) || isAdministrator(actor),
  },
  mayStore: mayDesignate,
  fields: [
    {
      name: 'designation',
      type: 'select',
      required: true,
      options: Object.entries(DESIGNATIONS).map(([value, label]) => ({ value, label })),
    },
    related({ name: 'holder', label: 'Held by', to: 'users', required: true }),
    calendarDate({ name: 'endsOn', label: 'Held until', description: 'Leave empty while it goes on.' }),
    related({ name: 'cover', label: 'Covered by', to: 'users' }),
    calendarDate({ name: 'coverFrom', label: 'Cover from' }),
    calendarDate({ name: 'coverUntil', label: 'Cover until' }),
  ],
})
