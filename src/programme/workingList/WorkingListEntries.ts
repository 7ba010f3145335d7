import { londonDate } from '../../core/clock/londonDates.ts'
import { defineCollection } from '../../core/access/defineCollection.ts'
import { engineOnly } from '../../core/access/engineOnly.ts'
import { REASON } from '../../core/fields/commonTexts.ts'
import { related } from '../../core/fields/related.ts'
import { clockOf } from '../../core/services.ts'
import { childField } from '../people/children/childField.ts'
import { isCaseworker } from '../people/roles.ts'
import { COLUMNS } from './columns.ts'
import { yearsGivenIn } from './plan.ts'
import { wordsField } from './wordsField.ts'
import { entryWorkflow } from './workflow.ts'

/**
 * The committee's own words for one child who may benefit, whether or not the child has a record yet [ELG-6, ELG-8].
 */
export const workingListEntries = defineCollection({
  slug: 'working-list-entries',
  labels: { singular: 'Row of the working list', plural: 'Rows of the working list' },
  nature: { final: 'never', sensitive: true, about: ['itself', 'child'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'ageGiven', 'mentorGiven', 'child', 'status'],
  sort: 'name',
  description: 'The committee’s own words. The whole list, with what the programme knows, is under “Working list”.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  workflow: entryWorkflow,
  fields: [
    ...COLUMNS.map(wordsField),
    childField({
      name: 'child',
      label: 'Child’s record',
      description: 'Once the child has one. The list then shows what the programme knows beside these words.',
    }),
    engineOnly({
      name: 'yearsGiven',
      label: 'Year groups in the words',
      type: 'text',
      admin: { hidden: true },
      hooks: {
        beforeChange: [
          ({ siblingData, originalDoc, req }) =>
            yearsGivenIn({
              words: String(siblingData.ageGiven ?? originalDoc?.ageGiven ?? ''),
              on: londonDate(clockOf(req.payload).now()),
            }),
        ],
      },
    }),
    engineOnly(related({ name: 'import', label: 'Brought in with', to: 'working-list-imports' })),
    engineOnly({ name: 'sheetRow', label: 'Row of that sheet', type: 'number' }),
    engineOnly({ name: 'rowDigest', label: 'Digest of that row', type: 'text', admin: { hidden: true } }),
    engineOnly({ name: 'offReason', label: 'Why it was taken off', ...REASON.field }),
  ],
})
