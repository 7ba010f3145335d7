import { z } from 'zod'
import type { Actor } from '../../../core/access/actor.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { REASON } from '../../../core/fields/commonTexts.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Asked, type Effect, type RecordData } from '../../../core/workflow/workflow.ts'
import { isCommittee } from '../../people/roles.ts'
import { stepsWrittenBy } from './behind.ts'
import { matchFacts, matchFactsOfMany, type MatchFacts } from './facts.ts'
import { READINESS_FIELDS } from './readiness.ts'
import { matchChanged } from '../events.ts'
import { READINESS } from './readinessRules.ts'
import {
  caseworker,
  committee,
  contactOfCommittee,
  toldByLiaison,
  notOwnMatch,
  notYetChosen,
  volunteerCleared,
  parentsAgree,
  oneVolunteer,
  trainingDone,
  withinCapacity,
  startedByAnother,
} from './rules.ts'

/**
 * Whoever mentors the child is chosen by the committee, and not by themselves; from then on they may see who the child
 * is [MAT-7, ORG-1].
 */
const choice = ({ facts, actor }: { facts: MatchFacts; actor: Actor }): Record<string, unknown> =>
  actor.kind === 'person' && isCommittee(actor) && actor.userId !== facts.volunteerUserId
    ? { chosenBy: actor.userId }
    : {}

const personIn = (actor: Actor): string | null => (actor.kind === 'person' ? actor.userId : null)

/** Who wrote down that the school was told, and on which day; nothing where that was not touched. */
const whoToldTheSchool = ({ before, input, actor, now }: Asked & { before: RecordData }): Record<string, unknown> => {
  if (before.school === input.school) return {}
  return input.school === 'told'
    ? { schoolToldBy: personIn(actor), schoolToldOn: londonDate(now) }
    : { schoolToldBy: null, schoolToldOn: null }
}

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
    guards: [contactOfCommittee, toldByLiaison],
    set: (given) => ({
      ...choice(given),
      ...whoToldTheSchool({ before: {}, ...given }),
      proposedBy: personIn(given.actor),
      stepsBy: stepsWrittenBy({ before: {}, after: given.input, actor: given.actor }),
    }),
  },
  // Another volunteer is another proposal: whoever was chosen cannot be changed for somebody whom nobody chose.
  editable: {
    proposed: ['startsOn', 'frequency', 'committeeContact', ...READINESS_FIELDS],
    active: ['frequency', 'committeeContact'],
  },
  edit: {
    set: (given) => ({
      ...whoToldTheSchool(given),
      stepsBy: stepsWrittenBy({ before: given.before, after: given.input, actor: given.actor }),
    }),
  },
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
