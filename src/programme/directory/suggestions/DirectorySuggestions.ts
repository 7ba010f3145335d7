import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { related } from '../../../core/fields/related.ts'
import { mayReadSuggestions, maySuggest } from '../access.ts'
import { phoneField, websiteField, DIRECTORY } from '../entries/fields.ts'
import { suggestionWorkflow } from './workflow.ts'

/** What can be suggested to the committee about the directory. */
const SUGGESTIONS = { 'new-place': 'A new place', 'out-of-date': 'Something is out of date' } as const

/**
 * A volunteer's word to the committee about the directory: a place to add, or an entry that no longer holds [DIR-1].
 */
export const directorySuggestions = defineCollection({
  slug: 'directory-suggestions',
  labels: { singular: 'Suggestion', plural: 'Suggestions' },
  nature: { final: 'never', sensitive: false, about: ['suggestedBy'], kept: 'while-in-use' },
  useAsTitle: 'organisation',
  defaultColumns: ['organisation', 'kind', 'suggestedBy', 'status', 'createdAt'],
  access: { read: mayReadSuggestions, create: maySuggest },
  workflow: suggestionWorkflow,
  fields: [
    {
      name: 'kind',
      label: 'What it is',
      type: 'select',
      required: true,
      options: Object.entries(SUGGESTIONS).map(([value, label]) => ({ value, label })),
    },
    { name: 'organisation', label: 'Name of the place', ...DIRECTORY.organisation.field, required: true },
    related({ name: 'entry', label: 'Place in the directory', to: 'directory-entries' }),
    related({ name: 'category', label: 'Kind of place', to: 'directory-categories' }),
    phoneField,
    websiteField,
    { name: 'words', label: 'In their own words', ...DIRECTORY.suggested.field, required: true },
    engineOnly(related({ name: 'suggestedBy', label: 'Suggested by', to: 'users' })),
    engineOnly({ name: 'answer', label: 'Word back', ...DIRECTORY.answer.field }),
    engineOnly(related({ name: 'answeredBy', label: 'Answered by', to: 'users' })),
    engineOnly({ name: 'answeredAt', label: 'Answered', type: 'date' }),
  ],
})
