import { isCaseworker } from '../../people/roles.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a log ask about. */
export type LogFacts = {
  heldOn: string
  volunteerUserId: string | null
  volunteerHeldMatch: boolean
  meeting: { status: string; belongs: boolean; logged: boolean } | undefined
  meetingGiven: boolean
  valuesLived: string[]
  knownValues: string[]
}

/** A log is written by the volunteer who was matched with the child on that day, or for them [LOG-1]. */
export const ownChild: Guard<LogFacts> = ({ volunteerUserId, volunteerHeldMatch }, { actor }) =>
  volunteerHeldMatch && (isCaseworker(actor) || (actor.kind === 'person' && actor.userId === volunteerUserId))
    ? allowed
    : refused({
        rule: 'LOG-1',
        reason: 'A log is written by the volunteer who was matched with the child on that day.',
        nextStep: 'Check the date, or ask the co-ordinator to write it down.',
        field: 'heldOn',
      })

/** A log tells of a day that has come [LOG-1]. */
export const alreadyHappened: Guard<LogFacts> = ({ heldOn }, { now }) =>
  heldOn <= londonDate(now)
    ? allowed
    : refused({
        rule: 'LOG-1',
        reason: 'This day is still to come.',
        nextStep: 'Write the log after you have met.',
        field: 'heldOn',
      })

/** The meeting that a log names is of this child and volunteer, took place, and has no log yet [LOG-1]. */
export const meetingFits: Guard<LogFacts> = ({ meeting, meetingGiven }) => {
  if (!meetingGiven) return allowed
  if (!meeting?.belongs)
    return refused({
      rule: 'LOG-1',
      reason: 'This meeting is not one of this child and volunteer.',
      nextStep: 'Choose the meeting again.',
    })
  return meeting.logged
    ? refused({
        rule: 'LOG-4',
        reason: 'This meeting already has its log, and a log that was sent is never changed.',
        nextStep: 'Add a note to that log instead.',
      })
    : allowed
}

/**
 * A log is tagged with the charity's own values; one that went out of use since may still be named, since it was lived
 * [LOG-5].
 */
export const valuesOfTheCharity: Guard<LogFacts> = ({ valuesLived, knownValues }) => {
  const unknown = valuesLived.find((value) => !knownValues.includes(value))
  return unknown === undefined
    ? allowed
    : refused({
        rule: 'LOG-5',
        reason: `“${unknown.slice(0, 60)}” is not one of our values.`,
        nextStep: 'Choose from those on the list of values.',
        field: 'valuesLived',
      })
}
