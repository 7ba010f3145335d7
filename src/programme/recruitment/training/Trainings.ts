import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { trainingWorkflow } from './workflow.ts'

/** Further training that a volunteer took, with the day on which it ends [VOL-9]. */
export const trainings = defineCollection({
  slug: 'trainings',
  labels: { singular: 'Training taken', plural: 'Training taken' },
  nature: { final: 'never', sensitive: false, about: ['volunteer'], kept: 'with-the-person' },
  title: { from: 'volunteer.name', also: 'kind.name', words: ({ from, also }) => `${from}: ${also}` },
  defaultColumns: ['volunteer', 'kind', 'takenOn', 'validUntil', 'status'],
  sort: 'validUntil',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: trainingWorkflow,
  fields: [
    related({ name: 'volunteer', label: 'Volunteer', to: 'volunteers', required: true }),
    related({ name: 'kind', label: 'Training', to: 'training-kinds', required: true }),
    calendarDate({ name: 'takenOn', label: 'Taken on', required: true }),
    calendarDate({
      name: 'validUntil',
      label: 'Valid until',
      description: 'The last day. Left empty, it follows from the kind of training.',
    }),
    related({ name: 'givenBy', label: 'Given by', to: 'users' }),
    engineOnly({ name: 'withdrawnReason', label: 'Why it was withdrawn', ...REASON.field }),
  ],
})
