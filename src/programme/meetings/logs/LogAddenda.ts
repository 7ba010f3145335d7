import { speakMoment } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker, volunteerIdOf } from '../../people/roles.ts'
import { mayReadLogs } from '../access.ts'
import { LOG } from '../fields.ts'
import { addendumWorkflow } from './addendumWorkflow.ts'

/** A dated correction or addition to a log that was sent [LOG-4]. Final as well. */
export const logAddenda = defineCollection({
  slug: 'log-addenda',
  labels: { singular: 'Note on a log', plural: 'Notes on logs' },
  nature: { final: 'once-stored', sensitive: true, about: ['log'], kept: 'with-the-person' },
  title: {
    from: 'writtenBy.name',
    needs: ['createdAt'],
    words: ({ from, record }) => `Note by ${from}, ${speakMoment(new Date(String(record.createdAt)))}`,
  },
  defaultColumns: ['log', 'createdAt', 'writtenBy'],
  access: {
    read: mayReadLogs,
    create: (actor) => isCaseworker(actor) || volunteerIdOf(actor) !== undefined,
  },
  workflow: addendumWorkflow,
  fields: [
    related({ name: 'log', label: 'Log', to: 'session-logs', required: true }),
    { name: 'text', label: 'What should be added or put right', ...LOG.note.field, required: true },
    engineOnly(related({ name: 'writtenBy', label: 'Written by', to: 'users' })),
  ],
})
