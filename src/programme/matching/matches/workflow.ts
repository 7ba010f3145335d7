import { z } from 'zod'
import type { Actor } from '../../../core/access/actor.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Effect, type Guard } from '../../../core/workflow/workflow.ts'
import { isCaseworker, isCommittee } from '../../people/roles.ts'
import { missingForClearance } from '../../recruitment/rules.ts'
import { missingTraining } from '../../recruitment/training/rules.ts'
import { startedByAnother, stepsWrittenBy } from './behind.ts'
import { matchFacts, matchFactsOfMany, type MatchFacts } from './facts.ts'
import { READINESS, READINESS_FIELDS } from './readiness.ts'
import { missingConsent } from '../../consent/rules.ts'
import { matchChanged } from '../events.ts'

const caseworker: Guard<MatchFacts> = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'MAT-1',
        reason: 'Only the co-ordinator and the committee make matches.',
        nextStep: 'Ask the co-ordinator.',
      })

const committee: Guard<MatchFacts> = (_facts, { actor }) =>
  isCommittee(actor)
    ? allowed
    : refused({
        rule: 'MAT-1',
        reason: 'A committee member chooses the volunteer and starts the match.',
        nextStep: 'Ask a committee member.',
      })

const notOwnMatch: Guard<MatchFacts> = ({ volunteerUserId }, { actor }) =>
  actor.kind === 'person' && actor.userId === volunteerUserId
    ? refused({
        rule: 'ORG-1',
        reason: 'This match is your own, so somebody else must decide.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

/**
 * Whoever mentors the child is chosen by the committee, and not by themselves; from then on they may see who the child
 * is [MAT-7, ORG-1].
 */
const choice = ({ facts, actor }: { facts: MatchFacts; actor: Actor }): Record<string, unknown> =>
  actor.kind === 'person' && isCommittee(actor) && actor.userId !== facts.volunteerUserId
    ? { chosenBy: actor.userId }
    : {}

const personIn = (actor: Actor): string | null => (actor.kind === 'person' ? actor.userId : null)

const notYetChosen: Guard<MatchFacts> = ({ chosen }) =>
  chosen
    ? refused({
        rule: 'STATE',
        reason: 'The committee has chosen this volunteer already.',
        nextStep: 'Complete the readiness list.',
      })
    : allowed

const volunteerCleared: Guard<MatchFacts> = ({ clearance, startsOn }, { now }) => {
  const today = londonDate(now)
  const on = startsOn > today ? startsOn : today
  return (clearance && missingForClearance({ facts: clearance, on })[0]) ?? allowed
}

const parentsAgree: Guard<MatchFacts> = ({ answers }, { now }) =>
  missingConsent({ answers, on: londonDate(now) })[0] ?? allowed

const oneVolunteer: Guard<MatchFacts> = ({ otherVolunteerActive }) =>
  otherVolunteerActive
    ? refused({
        rule: 'MAT-3',
        reason: 'This child already has an active volunteer.',
        nextStep: 'End that match first, or hand over.',
      })
    : allowed

/** The training that the charity requires is done before a match starts [VOL-14]. */
const trainingDone: Guard<MatchFacts> = ({ trainings, startsOn }, { now }) => {
  const today = londonDate(now)
  return missingTraining({ trainings, on: startsOn > today ? startsOn : today })[0] ?? allowed
}

/** One or two children each; more only with an exception that two of the committee decided [VOL-5]. */
const withinCapacity: Guard<MatchFacts> = ({ childrenBeside, capacity }) =>
  childrenBeside + 1 <= capacity
    ? allowed
    : refused({
        rule: 'VOL-5',
        reason: `This volunteer has ${childrenBeside} ${childrenBeside === 1 ? 'child' : 'children'} already, and may have ${capacity}.`,
        nextStep: 'Choose another volunteer, or a committee member proposes an exception and another approves it.',
      })

const tellTheAreasAbove: Effect<MatchFacts> = ({ work, facts }) =>
  emit({ work, event: matchChanged({ childId: facts.childId }) })

/** A match is proposed, becomes active when everything holds, and ends on a day with a reason. */
export const matchWorkflow = defineWorkflow<MatchFacts, 'proposed' | 'active' | 'ended'>('matches', {
  noun: 'match',
  states: { proposed: 'Proposed', active: 'Active', ended: 'Ended' },
  initial: 'proposed',
  watched: [{ field: 'volunteer', collection: 'volunteers' }],
  locks: [{ field: 'child', collection: 'children' }],
  facts: matchFacts,
  factsOfMany: matchFactsOfMany,
  create: {
    label: 'Propose a match',
    by: [caseworker],
    guards: [],
    set: (given) => ({
      ...choice(given),
      proposedBy: personIn(given.actor),
      stepsBy: stepsWrittenBy({ before: {}, after: given.input, actor: given.actor }),
    }),
  },
  // Another volunteer is another proposal: whoever was chosen cannot be changed for somebody whom nobody chose.
  editable: {
    proposed: ['startsOn', 'frequency', 'committeeContact', ...READINESS_FIELDS],
    active: ['frequency', 'committeeContact'],
  },
  edit: { set: ({ before, input, actor }) => ({ stepsBy: stepsWrittenBy({ before, after: input, actor }) }) },
  transitions: {
    choose: {
      label: 'Choose this volunteer',
      from: ['proposed'],
      to: 'proposed',
      by: [committee, notYetChosen],
      guards: [notOwnMatch, volunteerCleared],
      set: choice,
    },
    start: {
      label: 'Start this match',
      from: ['proposed'],
      to: 'active',
      by: [committee],
      guards: [
        notOwnMatch,
        startedByAnother,
        ...READINESS,
        volunteerCleared,
        trainingDone,
        withinCapacity,
        parentsAgree,
        oneVolunteer,
      ],
      effects: [tellTheAreasAbove],
    },
    end: {
      label: 'End this match',
      from: ['proposed', 'active'],
      to: 'ended',
      by: [caseworker],
      guards: [notOwnMatch],
      input: z.object({
        reason: REASON.asked('Say why the match ends.').meta({ title: 'Why it ends' }),
      }),
      set: ({ now, input }) => ({ endsOn: londonDate(now), endReason: input.reason }),
      effects: [tellTheAreasAbove],
      grave: true,
    },
    endAtEighteen: {
      label: 'Ends, because the young person is 18 and has not agreed',
      from: ['proposed', 'active'],
      to: 'ended',
      by: [],
      guards: [],
      set: ({ now }) => ({
        endsOn: londonDate(now),
        endReason: 'The young person is 18, decides for themselves, and has not agreed to go on (CON-9).',
      }),
      effects: [tellTheAreasAbove],
      automatic: true,
    },
  },
})
