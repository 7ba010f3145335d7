import { type CalendarDate, londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import type { Acceptance } from '../../policies/rules.ts'
import { missingForClearance, type ClearanceFacts } from '../../recruitment/rules.ts'
import { caseworkersOnly, committeeOnly } from '../../people/rules.ts'
import { missingConsent } from '../../consent/rules.ts'
import { missingTraining } from '../../recruitment/training/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import { type Behind } from './behind.ts'
import type { MatchFacts } from './facts.ts'
import { whoElse, type Seats } from '../../people/children/seats.ts'
import { holdsDesignation, type Actor } from '../../../core/access/actor.ts'

/**
 * What decides whether a match lets its volunteer see the child. `clearance` is the volunteer's; undefined is nobody's.
 */
export type SightFacts = {
  status: string
  endsOn: CalendarDate | null
  chosen: boolean
  clearance: ClearanceFacts | undefined
}

/**
 * Whether a match lets its volunteer see the child on a date: while it is active, or while it is proposed, the
 * committee chose them, and everything that clears a volunteer holds [MAT-7, VOL-3].
 */
export const seesChild = ({
  facts: { status, endsOn, chosen, clearance },
  on,
}: {
  facts: SightFacts
  on: CalendarDate
}): Decision => {
  if (status === 'active') return endsOn === null || on <= endsOn ? allowed : notYours('This match has ended.')
  if (status !== 'proposed' || !chosen)
    return notYours('You are not matched with this child, and the committee has not chosen you for them.')
  return clearance
    ? (missingForClearance({ facts: clearance, on })[0] ?? allowed)
    : notYours('Nothing is known of your clearance.')
}

/**
 * Whether a volunteer who sees a child may also see the child's background and the family's contacts: while their
 * confidentiality agreement is current [MAT-7]. `agreement` is where they stand with it today, undefined while the
 * charity has adopted none.
 */
export const mayKnowChild = ({ agreement }: { agreement: Acceptance | undefined }): Decision => {
  if (!agreement)
    return refused({
      rule: 'MAT-7',
      reason: 'The committee has not adopted a confidentiality agreement yet, so nothing about the child can be shown.',
      nextStep: 'Ask the co-ordinator.',
    })
  return agreement.state === 'missing'
    ? refused({
        rule: 'MAT-7',
        reason: 'You have not accepted the confidentiality agreement as it stands now.',
        nextStep: 'Read and accept it under Policies. Then everything is shown here again.',
      })
    : allowed
}

/**
 * The one question of MAT-7, asked wherever a volunteer is about to learn something of a child or a family through a
 * match: may they know it on this day? They see the child then, through this match, and their confidentiality agreement
 * is current.
 */
export const mayKnowOn = ({
  match,
  agreement,
  on,
}: {
  match: SightFacts | undefined
  agreement: Acceptance | undefined
  on: CalendarDate
}): Decision => {
  const sight = match ? seesChild({ facts: match, on }) : notYours('You are not matched with this child.')
  return sight.allowed ? mayKnowChild({ agreement }) : sight
}

/**
 * Whether somebody who comes along to a meeting as its second volunteer sees on a date whom it is with, where it is and
 * whom to ring: on its day, while it may still take place [MAT-7, MTG-3].
 */
export const seesAsSecond = ({
  meeting: { meetsOn, status },
  on,
}: {
  meeting: { meetsOn: CalendarDate; status: string }
  on: CalendarDate
}): Decision =>
  meetsOn === on && (status === 'proposed' || status === 'confirmed')
    ? allowed
    : notYours('You come along to this meeting, and see more of it on its day alone.')

const notYours = (reason: string): Decision => refused({ rule: 'MAT-7', reason, nextStep: 'Ask the co-ordinator.' })

/** Whose work it is, and what everybody else is told [MAT-1]. */
export const caseworker = caseworkersOnly({
  rule: 'MAT-1',
  reason: 'Only the co-ordinator and the committee make matches.',
  nextStep: 'Ask the co-ordinator.',
})

/** Whose work it is, and what everybody else is told [MAT-1]. */
export const committee = committeeOnly({
  rule: 'MAT-1',
  reason: 'A committee member chooses the volunteer and starts the match.',
})

/** Nobody decides about a match of their own [ORG-1]. */
export const notOwnMatch: Guard<MatchFacts> = ({ volunteerUserId }, { actor }) =>
  actor.kind === 'person' && actor.userId === volunteerUserId
    ? refused({
        rule: 'ORG-1',
        reason: 'This match is your own, so somebody else must decide.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/** The contact of a pair sits on the committee today, and is not the volunteer [MAT-2]. */
export const contactOfCommittee: Guard<MatchFacts> = ({ readiness }) =>
  readiness.contact
    ? allowed
    : refused({
        rule: 'MAT-2',
        reason: 'The committee contact must sit on the committee, and be somebody else than the volunteer.',
        nextStep: 'Choose a committee member.',
        field: 'committeeContact',
      })

/** Only the schools liaison, or who covers for them, tells a school, and so only they write down that it was [MAT-2]. */
export const toldByLiaison: Guard<MatchFacts> = ({ readiness, schoolBefore }, { actor }) =>
  readiness.school !== 'told' ||
  schoolBefore === 'told' ||
  actor.kind === 'system' ||
  holdsDesignation(actor, 'schools-liaison')
    ? allowed
    : refused({
        rule: 'MAT-2',
        reason: 'Only the schools liaison tells a school, and writes down that it was told.',
        nextStep: 'Ask the schools liaison, or write down why the school is not told.',
        field: 'school',
      })

/** A volunteer is chosen once. */
export const notYetChosen: Guard<MatchFacts> = ({ chosen }) =>
  chosen
    ? refused({
        rule: 'STATE',
        reason: 'The committee has chosen this volunteer already.',
        nextStep: 'Complete the readiness list.',
      })
    : allowed

/** The volunteer is cleared from the first day on, and today [VOL-3]. */
export const volunteerCleared: Guard<MatchFacts> = ({ clearance, startsOn }, { now }) => {
  const today = londonDate(now)
  const on = startsOn > today ? startsOn : today
  return (clearance && missingForClearance({ facts: clearance, on })[0]) ?? allowed
}

/** The parents have said yes to what a match needs [CON-1]. */
export const parentsAgree: Guard<MatchFacts> = ({ answers }, { now }) =>
  missingConsent({ answers, on: londonDate(now) })[0] ?? allowed

/** A child has one volunteer at a time [MAT-3]. */
export const oneVolunteer: Guard<MatchFacts> = ({ otherVolunteerActive }) =>
  otherVolunteerActive
    ? refused({
        rule: 'MAT-3',
        reason: 'This child already has an active volunteer.',
        nextStep: 'End that match first, or hand over.',
      })
    : allowed

/** The training that the charity requires is done before a match starts [VOL-14]. */
export const trainingDone: Guard<MatchFacts> = ({ trainings, startsOn }, { now }) => {
  const today = londonDate(now)
  return missingTraining({ trainings, on: startsOn > today ? startsOn : today })[0] ?? allowed
}

/** One or two children each; more only with an exception that two of the committee decided [VOL-5]. */
export const withinCapacity: Guard<MatchFacts> = ({ childrenBeside, capacity }) =>
  childrenBeside + 1 <= capacity
    ? allowed
    : refused({
        rule: 'VOL-5',
        reason: `This volunteer has ${childrenBeside} ${childrenBeside === 1 ? 'child' : 'children'} already, and may have ${capacity}.`,
        nextStep: 'Choose another volunteer, or a committee member proposes an exception and another approves it.',
      })

/**
 * Starting a match is a decision: whoever proposed it, chose the volunteer, or alone wrote down its steps does not
 * start it; the next committee member who did none of these does. Where nobody else sits on the committee, one of these
 * still may, so that it never dead-locks; but nobody ever who is the only one behind all of it [ORG-1].
 */
export const startedByAnother = (
  { behind, volunteerUserId, seats }: { behind: Behind; volunteerUserId: string | null; seats: Seats },
  { actor }: { actor: Actor },
): Decision => {
  if (actor.kind !== 'person') return allowed
  const own = partsOf({ behind, userId: actor.userId })
  if (own.length === 0) return allowed
  const { proposedBy, chosenBy, stepsBy } = behind
  const involved = seats.committee
    .filter(({ id }) => id === volunteerUserId || partsOf({ behind, userId: id }).length > 0)
    .map(({ id }) => id)
  const isAlone = [proposedBy, chosenBy, ...stepsBy].every((id) => id === null || id === actor.userId)
  if (!isAlone && seats.committee.every(({ id }) => involved.includes(id))) return allowed
  return refused({
    rule: 'ORG-1',
    reason: `You ${inWords(own)}, so somebody else starts this match.`,
    nextStep: whoElse({ seats, without: [...involved, volunteerUserId, actor.userId], missing: 1 }),
  })
}

const partsOf = ({
  behind: { proposedBy, chosenBy, stepsBy },
  userId,
}: {
  behind: Behind
  userId: string
}): string[] => [
  ...(proposedBy === userId ? ['proposed it'] : []),
  ...(chosenBy === userId ? ['chose the volunteer'] : []),
  ...(stepsBy.length > 0 && stepsBy.every((id) => id === userId) ? ['wrote down every step'] : []),
]

const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
