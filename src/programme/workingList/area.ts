import { speakDate } from '../../core/clock/londonDates.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { isCaseworker } from '../people/roles.ts'
import { entriesToComplete } from './queues.ts'
import { phasesOf } from './list.ts'
import { workingListEntries } from './WorkingListEntries.ts'
import { workingListImports } from './WorkingListImports.ts'

const records = [workingListEntries, workingListImports] as const

/** The committee's one list of everybody [ELG-6, ELG-8]. */
export const workingList = defineArea({
  name: 'workingList',
  records,
  queues: {
    entries: defineQueue({
      title: 'Children on the working list to complete',
      under: 'referrals',
      place: 4,
      concerns: isCaseworker,
      waits: entriesToComplete,
      gravity: 'upkeep',
      since: ({ listedAt }) => listedAt,
      subject: ({ id, name }) => subjectOf(name, { collection: 'working-list-entries', id }),
      words: () => 'Complete the row of the working list',
      shows: itself('working-list-entries'),
    }),
  },
  quickLinks: [{ place: 2, words: 'Open the working list', href: '/admin/working-list', concerns: isCaseworker }],
  navigation: [{ under: 'Children', place: 6, records }],
  menu: [{ under: 'Children', place: 1, words: 'Working list', href: '/admin/working-list', concerns: isCaseworker }],
  searched: [
    {
      collection: 'children',
      place: 1,
      dates: ['bornOn'],
      sort: 'name',
      about: ({ bornOn }) => (typeof bornOn === 'string' ? `Born ${speakDate(bornOn)}` : undefined),
      states: phasesOf,
    },
    { collection: 'working-list-entries', place: 13, sort: 'name' },
  ],
  ofPerson: heldByFields(records),
})
