import { speakDate, type CalendarDate, londonDate, isCalendarDate } from '../../../core/clock/londonDates.ts'
import { readMonthOrYear, type MonthOrYear } from '../../../core/clock/monthOrYear.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import { committeeOnly, committeeOrTrusteesOnly } from '../../people/rules.ts'
import { isAdministrator } from '../../people/roles.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import type { VersionFacts } from './facts.ts'
import type { Actor } from '../../../core/access/actor.ts'

/** Whether a version's number follows the one adopted now: two parts, not taken, higher [POL-2]. */
export const numberFollows = ({
  number,
  currentNumber,
  isTaken,
}: {
  number: string
  currentNumber: string | null
  isTaken: boolean
}): Decision => {
  if (!/^\d{1,4}\.\d{1,4}$/.test(number))
    return refused({
      rule: 'POL-2',
      reason: 'The version needs a number of two parts.',
      nextStep: 'Write it like 2.0.',
    })
  if (isTaken)
    return refused({
      rule: 'POL-2',
      reason: `There is a version ${number} of this policy already.`,
      nextStep: 'Choose the next number.',
    })
  return currentNumber !== null && asNumber(number) <= asNumber(currentNumber)
    ? refused({
        rule: 'POL-2',
        reason: `Version ${number} would come before the adopted version ${currentNumber}.`,
        nextStep: 'Choose a higher number.',
      })
    : allowed
}

/**
 * The number that a new version is given: a minor one above every other. Its writer makes a major one of it where it
 * must be accepted again [POL-2].
 */
export const nextNumber = (numbers: readonly string[]): string => {
  const highest = Math.max(0, ...numbers.map(asNumber))
  return highest === 0 ? '1.0' : `${Math.floor(highest / MINORS)}.${(highest % MINORS) + 1}`
}

/** Whether a version is the one that holds: a new one starts from no other's words [POL-3]. */
export const inForce = ({ status }: { status: string | undefined }): Decision =>
  status === 'adopted'
    ? allowed
    : refused({
        rule: 'POL-3',
        reason: 'This is not the version in force.',
        nextStep: 'Open the one that is adopted now, and start from its text.',
      })

/**
 * Whether no version of the document is being written or waits to be adopted, so that two people do not write two
 * [POL-3].
 */
export const noneOnItsWay = ({
  versions,
}: {
  versions: ReadonlyArray<{ number: string; status: string }>
}): Decision => {
  const next = versions.find(({ status }) => ['draft', 'proposed', 'scheduled'].includes(status))
  return next === undefined
    ? allowed
    : refused({
        rule: 'POL-3',
        reason: `Version ${next.number} is on its way already.`,
        nextStep: 'Go on with that one.',
      })
}

/** Whether it is written down what changed and why [POL-2]. */
export const changesSaid = ({ changes }: { changes: string }): Decision =>
  changes.trim()
    ? allowed
    : refused({
        rule: 'POL-2',
        reason: 'It is not written down what changed and why.',
        nextStep: 'Write it under “What changed and why”; of a first version, why the charity has it.',
      })

/** Whether nothing is left for the charity to fill in: each such place reads “[Fill in: …]” [POL-2]. */
export const nothingToFillIn = ({ words }: { words: string }): Decision => {
  const [place] = placesToFillIn(words)
  return place === undefined
    ? allowed
    : refused({
        rule: 'POL-2',
        reason: `The text still has a place to fill in: “${place}”.`,
        nextStep: 'Write there what holds for your charity, or take the sentence out.',
      })
}

/** The places that a charity still has to fill in, in the order of the text. */
export const placesToFillIn = (words: string): string[] =>
  [...words.matchAll(/\[fill in:?\s*([^\]]{0,200})\]/gi)].map(([, place = '']) => place.trim())

/** Whether somebody may adopt it: nobody who wrote any of it [POL-3, ORG-1]. */
export const adoptedByAnother = ({
  userId,
  writerIds,
}: {
  userId: string | undefined
  writerIds: readonly string[]
}): Decision =>
  userId !== undefined && writerIds.includes(userId)
    ? refused({
        rule: 'POL-3',
        reason: 'You wrote this version, or some of it, so somebody else must adopt it.',
        nextStep: 'Ask another committee member or a trustee.',
      })
    : allowed

type DayGiven = {
  on: CalendarDate
  today: CalendarDate
  currentAdoptedOn: CalendarDate | null
  graceUntil: CalendarDate | null
}

/**
 * Whether a version may count as adopted from a day: not ahead, not before the version that it follows, and not after
 * the day by which it is to be accepted [POL-2, POL-4].
 */
export const adoptedOnDay = ({ on, today, currentAdoptedOn, graceUntil }: DayGiven): Decision => {
  if (on > today)
    return refused({
      rule: 'POL-3',
      reason: `${speakDate(on)} is still ahead.`,
      nextStep: 'Use “Adopt on a later day” instead.',
    })
  return daysInOrder({ on, currentAdoptedOn, graceUntil })
}

/** Whether its adoption may be set for a day: one that is ahead, in the same order. */
export const adoptedOnLaterDay = ({ on, today, currentAdoptedOn, graceUntil }: DayGiven): Decision =>
  on <= today
    ? refused({
        rule: 'POL-3',
        reason: `${speakDate(on)} is not ahead.`,
        nextStep: 'Give a later day, or adopt it now.',
      })
    : daysInOrder({ on, currentAdoptedOn, graceUntil })

const daysInOrder = ({ on, currentAdoptedOn, graceUntil }: Omit<DayGiven, 'today'>): Decision => {
  if (currentAdoptedOn !== null && on < currentAdoptedOn)
    return refused({
      rule: 'POL-2',
      reason: `The version before it was adopted on ${speakDate(currentAdoptedOn)}.`,
      nextStep: 'Give that day or a later one.',
    })
  return graceUntil !== null && graceUntil < on
    ? refused({
        rule: 'POL-4',
        reason: `It is to be accepted by ${speakDate(graceUntil)}, which comes before it is adopted.`,
        nextStep: 'Withdraw the proposal and give a later day for “To be accepted by”.',
      })
    : allowed
}

const asNumber = (number: string): number => {
  const [major = 0, minor = 0] = number.split('.').map(Number)
  return major * MINORS + minor
}

const MINORS = 10_000

type VersionGuard = Guard<VersionFacts>

/** Whose work it is, and what everybody else is told [POL-3]. */
export const committee = committeeOnly({ rule: 'POL-3', reason: 'A committee member writes policies.' })

/**
 * The collection lets only the committee write; an administrator, or the software, starts drafts from the texts that
 * are shipped.
 */
export const mayStart: VersionGuard = (facts, asked) =>
  asked.actor.kind === 'system' || isAdministrator(asked.actor) ? allowed : committee(facts, asked)

/** A version’s number follows on the one in force [POL-3]. */
export const numbered: VersionGuard = ({ number, current, isNumberTaken }) =>
  numberFollows({ number, currentNumber: current?.number ?? null, isTaken: isNumberTaken })

/** What changed is said [POL-3]. */
export const explained: VersionGuard = (facts) => changesSaid(facts)

/** Nothing is left to be filled in [POL-2]. */
export const filledIn: VersionGuard = (facts) => nothingToFillIn(facts)

/** What parents sign is made from it, point by point. */
export const laidOut: VersionGuard = ({ wordingProblem }) =>
  wordingProblem === null
    ? allowed
    : refused({
        rule: 'CON-2',
        reason: `The consent form cannot be made from this text. ${wordingProblem}`,
        nextStep: 'Keep the headings of the adopted version, in their order.',
      })

/** Nobody adopts what they wrote [ORG-1]. */
export const notTheAuthor: VersionGuard = ({ writerIds }, { actor }) =>
  adoptedByAnother({ userId: userIdOf(actor), writerIds })

/** A version is adopted on a day that has come [POL-3]. */
export const onADayThatCame: VersionGuard = ({ current, graceUntil }, { input, now }) =>
  adoptedOnDay({
    on: dayIn(input) ?? londonDate(now),
    today: londonDate(now),
    currentAdoptedOn: current?.adoptedOn ?? null,
    graceUntil,
  })

/** A version is put down for a day that is still ahead [POL-3]. */
export const onADayAhead: VersionGuard = ({ current, graceUntil }, { input, now }) => {
  const on = dayIn(input)
  return on === undefined
    ? allowed
    : adoptedOnLaterDay({ on, today: londonDate(now), currentAdoptedOn: current?.adoptedOn ?? null, graceUntil })
}

/**
 * Asked again on the day itself: another version may have been adopted meanwhile, and whoever set the day must not be
 * one of its writers.
 */
export const dayHasCome: VersionGuard = ({ adoptsOn, adopterId, writerIds, current, graceUntil }, { now }) => {
  if (adoptsOn === null || adopterId === null)
    return refused({
      rule: 'POL-3',
      reason: 'No day is set for its adoption.',
      nextStep: 'Withdraw the proposal and propose it again.',
    })
  const another = adoptedByAnother({ userId: adopterId, writerIds })
  return another.allowed
    ? adoptedOnDay({ on: adoptsOn, today: londonDate(now), currentAdoptedOn: current?.adoptedOn ?? null, graceUntil })
    : another
}

/** The day that was typed, where it is one; of a month or a year alone the first. */
export const dayIn = ({ on, around }: Record<string, unknown>): CalendarDate | undefined =>
  typeof on === 'string' && isCalendarDate(on) ? on : periodIn({ around })?.first

/** The month or the year that was typed where no day is known. */
export const periodIn = ({ around }: Record<string, unknown>): MonthOrYear | undefined =>
  typeof around === 'string' ? readMonthOrYear(around) : undefined

/** The account of the person who acts. */
export const userIdOf = (actor: Actor): string | undefined => (actor.kind === 'person' ? actor.userId : undefined)

/** Who adopts policies, and what everybody else is told [POL-3]. */
export const committeeOrTrustee = committeeOrTrusteesOnly({
  rule: 'POL-3',
  reason: 'A committee member or trustee adopts policies.',
})
