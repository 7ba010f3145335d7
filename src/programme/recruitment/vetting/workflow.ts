import { z } from 'zod'
import { isCalendarDate, monthsAfter } from '../../../core/clock/londonDates.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { committeeAmong } from '../../people/queries.ts'
import { INDUCTION_LIST } from './inductionList.ts'
import { readVolunteerSettings } from '../settings.ts'
import { vettingChanged } from '../../people/events.ts'
import {
  caseworker,
  notOneself,
  heldByCommittee,
  wholeInduction,
  takenFaceToFace,
  certificateDescribed,
  recheckInTime,
  datesInOrder,
  type VettingFacts,
} from './rules.ts'

const tellTheAreasAbove: Effect<VettingFacts> = ({ work, facts }) =>
  emit({ work, event: vettingChanged({ volunteerId: facts.volunteerId }) })

/**
 * A vetting record holds until it is withdrawn; it is never edited, so that what stood behind a gate on a day can
 * always be shown.
 */
export const vettingWorkflow = defineWorkflow<VettingFacts, 'standing' | 'withdrawn'>('vetting-records', {
  noun: 'vetting record',
  states: { standing: 'Standing', withdrawn: 'Withdrawn' },
  initial: 'standing',
  // What follows from it locks the volunteer, before anything is asked again.
  locks: [],
  facts: async ({ work, record }) => {
    const { query, actor } = work
    const [volunteer] = await query<{ user_id: string | null }>('select user_id from volunteers where id = $1', [
      record.volunteer,
    ])
    const { recheckMonths } = await readVolunteerSettings({ query })
    const takenOn = textOf(record.takenOn)
    const holder = textOf(record.seenBy) || (actor.kind === 'person' ? actor.userId : '')
    return {
      volunteerId: String(record.volunteer),
      ownUserId: volunteer?.user_id ?? null,
      kind: String(record.kind),
      takenOn,
      validUntil: textOf(record.validUntil) || null,
      latestRecheck: takenOn ? monthsAfter({ date: takenOn, months: recheckMonths }) : '',
      faceToFace: record.faceToFace === true,
      isWhole: Object.keys(INDUCTION_LIST).every((item) => record[item] === true),
      dbs: {
        scheme: textOf(record.scheme),
        number: textOf(record.certificateNumber),
        workforce: textOf(record.workforce),
        level: textOf(record.level),
      },
      heldByCommittee: holder !== '' && (await committeeAmong({ query, userIds: [holder], on: takenOn })).length > 0,
    }
  },
  create: {
    label: 'Record',
    completes: async ({ query, record }) => {
      const takenOn = textOf(record.takenOn)
      if (record.kind !== 'dbs-check') return {}
      return {
        scheme: 'dbs',
        ...(isCalendarDate(takenOn)
          ? {
              validUntil: monthsAfter({
                date: takenOn,
                months: (await readVolunteerSettings({ query })).recheckMonths,
              }),
            }
          : {}),
      }
    },
    by: [caseworker],
    guards: [
      notOneself,
      datesInOrder,
      heldByCommittee,
      takenFaceToFace,
      wholeInduction,
      certificateDescribed,
      recheckInTime,
    ],
    set: ({ actor, input }) => (actor.kind === 'person' && !input.seenBy ? { seenBy: actor.userId } : {}),
    effects: [tellTheAreasAbove],
  },
  editable: {},
  transitions: {
    withdraw: {
      label: 'Withdraw this record',
      from: ['standing'],
      to: 'withdrawn',
      by: [caseworker],
      guards: [notOneself],
      input: z.object({
        reason: REASON.asked('Say why it is withdrawn.').meta({ title: 'Why it is withdrawn' }),
      }),
      set: ({ input }) => ({ withdrawnReason: input.reason }),
      grave: true,
      effects: [tellTheAreasAbove],
    },
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
