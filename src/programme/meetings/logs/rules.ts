import { isCaseworker } from '../../people/roles.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a log ask about. */
export type LogFacts = {
  /** A row of a log sheet that was kept on paper, before the programme had this software. */
  fromPaper: boolean
  heldOn: string
  volunteerUserId: string | null
  volunteerHeldMatch: boolean
  meeting: { status: string; belongs: boolean; logged: boolean } | undefined
  meetingGiven: boolean
  valuesLived: string[]
  knownValues: string[]
}

/** Whose work an old log sheet is, and what everybody else is told [LOG-1]. */
export const keepsPaper = caseworkersOnly({
  rule: 'LOG-1',
  reason: 'The co-ordinator and the committee bring in what was kept on paper.',
})

/** Nothing more is kept on a record that was joined to another [SAME-CHILD]. */
export const notJoined = ({ joined }: { joined: boolean }): Decision =>
  joined
    ? refused({
        rule: 'SAME-CHILD',
        reason: 'This child’s record was joined to another, and nothing more is kept on it.',
        nextStep: 'Open it, follow the way to the record that was kept, and use that one.',
      })
    : allowed

/** A log sheet is brought in as it was seen, or not at all [LOG-4]. */
export const asThePlanWasSeen = ({ digest, agreedTo }: { digest: string; agreedTo: string }): Decision =>
  digest === agreedTo
    ? allowed
    : refused({
        rule: 'SAVE',
        reason: 'The record has changed since you looked, so nothing was brought in.',
        nextStep: 'Look at the rows once more, and bring them in then.',
      })

/**
 * A log is written by the volunteer who was matched with the child on that day, or for them; what was kept on paper,
 * when the software knew of no match, by whose work that is [LOG-1].
 */
export const ownChild: Guard<LogFacts> = (facts, asked) =>
  facts.fromPaper ? keepsPaper(facts, asked) : writtenByTheMentor(facts, asked)

const writtenByTheMentor: Guard<LogFacts> = ({ volunteerUserId, volunteerHeldMatch }, { actor }) =>
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
