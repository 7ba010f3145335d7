import { z } from 'zod'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { defineWorkflow, type RecordData } from '../../../core/workflow/workflow.ts'
import { caseworker, costSaid, agesFit } from './rules.ts'

/** An entry is listed, checked year by year, and one day taken off; it can be put back [DIR-1]. */
export const entryWorkflow = defineWorkflow<RecordData, 'listed' | 'taken-off'>('directory-entries', {
  noun: 'place',
  states: { listed: 'In the directory', 'taken-off': 'Taken off' },
  initial: 'listed',
  locks: [],
  facts: ({ record }) => Promise.resolve(record),
  create: { label: 'Add a place', by: [caseworker], guards: [costSaid, agesFit] },
  editable: {
    listed: [
      'organisation',
      'category',
      'needs',
      'phone',
      'email',
      'website',
      'howToRefer',
      'cost',
      'costPence',
      'costWords',
      'ageFrom',
      'ageTo',
      'area',
      'isPrivatePerson',
      'note',
    ],
    'taken-off': ['note'],
  },
  transitions: {
    check: {
      label: 'Checked today',
      from: ['listed'],
      to: 'listed',
      by: [caseworker],
      guards: [],
      set: ({ actor, now }) => ({
        checkedOn: londonDate(now),
        checkedBy: actor.kind === 'person' ? actor.userId : null,
        doubtedOn: null,
      }),
    },
    doubt: {
      label: 'Said to be out of date',
      from: ['listed'],
      to: 'listed',
      by: [],
      guards: [],
      set: ({ now }) => ({ doubtedOn: londonDate(now) }),
      automatic: true,
    },
    takeOff: {
      label: 'Take it off the directory',
      from: ['listed'],
      to: 'taken-off',
      by: [caseworker],
      guards: [],
      input: z.object({
        reason: REASON.asked('Say why.').meta({ title: 'Why?', description: 'Kept for the committee.' }),
      }),
      set: ({ input }) => ({ takenOffReason: input.reason }),
      grave: true,
    },
    putBack: {
      label: 'Put it back',
      from: ['taken-off'],
      to: 'listed',
      by: [caseworker],
      guards: [costSaid, agesFit],
      set: () => ({ takenOffReason: null }),
    },
  },
})
