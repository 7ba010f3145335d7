import { defineArea } from '../../core/house/defineArea.ts'
import { leading, toPage } from '../../core/house/leading.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf } from '../../core/house/quickLinks.ts'
import { isCaseworker } from '../people/roles.ts'
import { directoryCategories } from './entries/DirectoryCategories.ts'
import { directoryEntries } from './entries/DirectoryEntries.ts'
import { directorySuggestions } from './suggestions/DirectorySuggestions.ts'
import { directoryMessages } from './messageKinds.ts'
import { placesToCheck, suggestionsToAnswer } from './queues.ts'
import { directorySettings } from './settings.ts'

const records = [directoryEntries, directorySuggestions, directoryCategories] as const

/** The places outside that a family can be referred to [DIR-1]. */
export const directory = defineArea({
  name: 'directory',
  records,
  queues: {
    suggestions: defineQueue({
      title: 'Suggestions for the directory',
      under: 'directory',
      place: 1,
      concerns: isCaseworker,
      waits: suggestionsToAnswer,
      gravity: 'upkeep',
      since: ({ suggestedOn }) => suggestedOn,
      subject: ({ id, organisation }) => subjectOf(organisation, { collection: 'directory-suggestions', id }),
      words: () => 'Answer the suggestion',
      ofOthers: {
        one: 'suggestion of yours waits for somebody else',
        many: 'suggestions of yours wait for somebody else',
      },
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('directory-suggestions'),
    }),
    toCheck: defineQueue({
      title: 'Places to check',
      under: 'directory',
      place: 2,
      concerns: isCaseworker,
      waits: placesToCheck,
      gravity: 'upkeep',
      since: ({ checkedOn }) => checkedOn,
      subject: ({ id, organisation }) => subjectOf(organisation, { collection: 'directory-entries', id }),
      words: () => 'Check the place',
      shows: itself('directory-entries'),
    }),
  },
  messages: leading(directoryMessages, { 'suggestion-answered': { leadsTo: toPage('/portal/directory#suggestions') } }),
  settings: directorySettings,
  quickLinks: [{ place: 9, words: 'Keep the directory', href: toListOf(directoryEntries), concerns: isCaseworker }],
  navigation: [{ under: 'Policies', place: 2, records }],
  menu: [
    { under: 'Policies', place: 2, words: 'Directory', href: toListOf(directoryEntries), concerns: isCaseworker },
    {
      under: 'Policies',
      place: 3,
      words: 'Suggestions',
      href: toListOf(directorySuggestions),
      concerns: isCaseworker,
      counts: ['suggestions'],
    },
  ],
  searched: [
    { collection: 'directory-entries', place: 11, called: 'Places', numbers: ['phone'], sort: 'organisation' },
  ],
  ofPerson: heldByFields(records),
})
