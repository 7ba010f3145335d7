import { speakMoment } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker, isCoordinator } from '../../people/roles.ts'
import { logReadingWorkflow } from './readingWorkflow.ts'

/** That the co-ordinator read a log, with an optional word back to the volunteer [LOG-7]. */
export const logReadings = defineCollection({
  slug: 'log-readings',
  labels: { singular: 'Log read', plural: 'Logs read' },
  nature: { final: 'once-stored', sensitive: false, about: ['log'], kept: 'with-the-person' },
  title: {
    from: 'readBy.name',
    needs: ['createdAt'],
    words: ({ from, record }) => `Read by ${from}, ${speakMoment(new Date(String(record.createdAt)))}`,
  },
  defaultColumns: ['log', 'readBy', 'createdAt'],
  access: { read: isCaseworker, create: isCoordinator },
  workflow: logReadingWorkflow,
  fields: [
    related({ name: 'log', label: 'Log', to: 'session-logs', required: true, unique: true }),
    { name: 'word', label: 'A word back to the volunteer', type: 'textarea', maxLength: 1000 },
    engineOnly(related({ name: 'readBy', label: 'Read by', to: 'users' })),
  ],
})
