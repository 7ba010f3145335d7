import { z } from 'zod'
import { isCalendarDate, monthsAfter } from '../../../core/clock/londonDates.ts'
import { isUuid } from '../../../core/database/locks.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { accountOfVolunteer } from '../ofVolunteer.ts'
import { caseworker, notAboutOneself } from '../rules.ts'
import { datesInOrder, type TrainingFacts } from './rules.ts'

/** Training that was taken stands until it is withdrawn; it is never edited [VOL-9]. */
export const trainingWorkflow = defineWorkflow<TrainingFacts, 'standing' | 'withdrawn'>('trainings', {
  noun: 'training record',
  states: { standing: 'Standing', withdrawn: 'Withdrawn' },
  initial: 'standing',
  locks: [{ field: 'volunteer', collection: 'volunteers' }],
  facts: async ({ work, record }) => ({
    ownUserId: await accountOfVolunteer({ query: work.query, volunteerId: record.volunteer }),
    takenOn: String(record.takenOn ?? ''),
    validUntil: String(record.validUntil ?? ''),
  }),
  create: {
    label: 'Record',
    completes: async ({ query, record: { kind, takenOn } }) => {
      if (!isUuid(kind) || typeof takenOn !== 'string' || !isCalendarDate(takenOn)) return {}
      const [found] = await query<{ months: number | null }>(
        'select months_valid::float8 as months from training_kinds where id = $1',
        [kind],
      )
      return found?.months ? { validUntil: monthsAfter({ date: takenOn, months: found.months }) } : {}
    },
    by: [caseworker],
    guards: [notAboutOneself, datesInOrder],
  },
  editable: {},
  transitions: {
    withdraw: {
      label: 'Withdraw this record',
      from: ['standing'],
      to: 'withdrawn',
      by: [caseworker],
      guards: [notAboutOneself],
      input: z.object({
        reason: REASON.asked('Say why it is withdrawn.').meta({ title: 'Why it is withdrawn' }),
      }),
      set: ({ input }) => ({ withdrawnReason: input.reason }),
      grave: true,
    },
  },
})
