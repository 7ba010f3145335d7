import { speakMoment } from '../../core/clock/londonDates.ts'
import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { related } from '../../core/fields/related.ts'
import { isCaseworker } from '../people/roles.ts'

/** That a list was brought in: by whom, when, and how many rows came to what. The file itself is not kept. */
export const workingListImports = defineCollection({
  slug: 'working-list-imports',
  labels: { singular: 'List brought in', plural: 'Lists brought in' },
  nature: { final: 'once-stored', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  title: {
    from: 'importedBy.name',
    needs: ['importedAt'],
    words: ({ from, record }) => `By ${from}, ${speakMoment(new Date(String(record.importedAt)))}`,
  },
  defaultColumns: ['importedAt', 'importedBy', 'newRows', 'changedRows', 'unchangedRows', 'returnedRows'],
  sort: '-importedAt',
  versioned: false,
  access: { read: isCaseworker },
  fields: [
    engineOnly(related({ name: 'importedBy', label: 'By', to: 'users' })),
    engineOnly({ name: 'importedAt', label: 'When', type: 'date' }),
    engineOnly({ name: 'newRows', label: 'New', type: 'number', required: true }),
    engineOnly({ name: 'changedRows', label: 'Changed', type: 'number', required: true }),
    engineOnly({ name: 'unchangedRows', label: 'Unchanged', type: 'number', required: true }),
    engineOnly({ name: 'returnedRows', label: 'Came back', type: 'number', required: true }),
  ],
})
