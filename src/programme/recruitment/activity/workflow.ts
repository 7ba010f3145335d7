import { z } from 'zod'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Asked, type Effect } from '../../../core/workflow/workflow.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { endEverySession } from '../../people/signIn/sessions.ts'
import { clearanceFactsOf } from '../queries.ts'
import { volunteerStopped } from '../events.ts'
import { caseworker, notAboutOneself } from '../rules.ts'
import { whatFollowsFromStopping } from './whatFollows.ts'
import { caseworkerOrOneself, clearedToday, type ActivityFacts } from './rules.ts'

const whyInput = (question: string) => z.object({ reason: REASON.asked(`${question}.`).meta({ title: question }) })

const changed = ({ actor, now, input }: Asked): Record<string, unknown> => ({
  standingSince: londonDate(now),
  standingBy: actor.kind === 'person' ? actor.userId : null,
  standingReason: typeof input.reason === 'string' ? input.reason : null,
})

/**
 * Every sign-in ends in the same transaction; what they may still do under another role they do after signing in again
 * [VOL-11].
 */
const endAccess: Effect<ActivityFacts> = async ({ work, facts: { ownUserId } }) => {
  if (!ownUserId) return
  const ended = await endEverySession({ query: work.query, userId: ownUserId, now: work.now })
  await recordEvent({
    work,
    event: { action: 'end-every-sign-in', collection: 'users', recordId: ownUserId, detail: { endedSignIns: ended } },
  })
}

const tellOfStopping: Effect<ActivityFacts> = ({ work, facts: { volunteerId } }) =>
  emit({ work, event: volunteerStopped({ volunteerId }) })

/** The fields that can be corrected whatever somebody's standing. */
const ABOUT_THEM = ['name', 'user', 'mobile', 'bornOn', 'homeAddress', 'meetsChildren'] as const

/**
 * A volunteer is being cleared, then active, pauses, comes back by way of being cleared anew, and one day leaves
 * [VOL-3, VOL-11].
 */
export const activityWorkflow = defineWorkflow<ActivityFacts, 'joining' | 'active' | 'paused' | 'left'>('volunteers', {
  noun: 'volunteer',
  states: { joining: 'Being cleared', active: 'Active', paused: 'Paused: no access', left: 'Left: no access' },
  initial: 'joining',
  stateField: 'standing',
  locks: [],
  facts: async ({ work, record }) => {
    const volunteerId = String(record.id ?? '')
    const clearance = record.id
      ? (await clearanceFactsOf({ query: work.query, volunteerIds: [volunteerId] })).get(volunteerId)
      : undefined
    return { volunteerId, ownUserId: typeof record.user === 'string' ? record.user : null, clearance }
  },
  create: { label: 'Add', by: [caseworkerOrOneself], guards: [] },
  editable: { joining: ABOUT_THEM, active: ABOUT_THEM, paused: ABOUT_THEM, left: ABOUT_THEM },
  transitions: {
    activate: {
      label: 'Make active',
      from: ['joining'],
      to: 'active',
      by: [caseworker],
      guards: [notAboutOneself, clearedToday],
      set: changed,
    },
    pause: {
      label: 'Pause',
      from: ['joining', 'active'],
      to: 'paused',
      by: [caseworker],
      guards: [],
      input: whyInput('Say why they pause'),
      set: changed,
      effects: [endAccess, tellOfStopping],
      grave: true,
      follows: ({ work, facts: { volunteerId } }) => whatFollowsFromStopping({ work, volunteerId }),
    },
    leave: {
      label: 'Leaves the programme',
      from: ['joining', 'active', 'paused'],
      to: 'left',
      by: [caseworker],
      guards: [],
      input: whyInput('Say why they leave'),
      set: changed,
      effects: [endAccess, tellOfStopping],
      grave: true,
      follows: ({ work, facts: { volunteerId } }) => whatFollowsFromStopping({ work, volunteerId }),
    },
    comeBack: {
      label: 'Comes back: clear anew',
      from: ['paused', 'left'],
      to: 'joining',
      by: [caseworker],
      guards: [notAboutOneself],
      set: changed,
    },
  },
})
