import { z } from 'zod'
import { asSystem } from '../../../core/access/localApi.ts'
import { defineWorkflow, type Effect, type Workflow } from '../../../core/workflow/workflow.ts'
import { referenceFactsOfOne, type ReferenceFactsOfOne } from './facts.ts'
import { REFERENCE } from './fields.ts'
import { REFERENCE_LINK_DAYS } from './links.ts'
import { askReferee, takeBackRequest, tellOfReference } from './messages.ts'
import {
  CAPACITIES,
  type Capacity,
  caseworker,
  caseworkerOrApplicant,
  notInvolved,
  oneSubject,
  somebodyElse,
  hasEmail,
  stillWanted,
  notAnswered,
  notAskedElsewhere,
  notRunOut,
  heldByLink,
} from './rules.ts'
type ReferenceEffect = Effect<ReferenceFactsOfOne>

/** What a referee is asked [VOL-6]. */
export const referenceInput = z.object({
  knownFor: REFERENCE.knownFor.asked('Say how long you have known them.'),
  capacity: z.enum(Object.keys(CAPACITIES) as Capacity[], 'Choose how you know them.'),
  suitability: REFERENCE.suitability.asked('Say how they are with children.'),
  worry: z.enum(['yes', 'no'], 'Say whether you have any worry.'),
  worryWords: REFERENCE.worryWords.ifAny(),
})

const storeAnswer: ReferenceEffect = async ({ work, record, input }) => {
  await asSystem(work, { reason: 'a referee answered by their link' }).create({
    collection: 'reference-answers',
    data: { reference: record.id, method: 'link', ...referenceInput.parse(input) },
  })
}

const newLink = ({ facts, now }: { facts: ReferenceFactsOfOne; now: Date }) => ({
  linkNumber: facts.nextNumber,
  linkDigest: facts.nextDigest,
  endsAt: new Date(now.getTime() + REFERENCE_LINK_DAYS * 24 * 60 * 60_000).toISOString(),
  askedAt: now.toISOString(),
})

const askByEmail: ReferenceEffect = ({ work, record, facts }) => askReferee({ work, record, number: facts.nextNumber })

const remindNoMore: ReferenceEffect = ({ work, record, facts }) =>
  takeBackRequest({ work, record, number: facts.nextNumber - 1 })

const tell: ReferenceEffect = ({ work, record }) => tellOfReference({ work, record })

/**
 * A referee is named, asked by a link of their own, and answers once; or somebody takes the answer by telephone
 * [VOL-6].
 */
export const referenceWorkflow: Workflow = defineWorkflow<
  ReferenceFactsOfOne,
  'named' | 'asked' | 'answered' | 'declined' | 'ended'
>('volunteer-references', {
  noun: 'reference',
  states: {
    named: 'To be asked',
    asked: 'Asked',
    answered: 'Held',
    declined: 'Cannot give one',
    ended: 'No longer needed',
  },
  initial: 'named',
  // Of two people who name one referee at once, the second must see the first; two names are two references.
  watched: [
    { field: 'application', collection: 'applications' },
    { field: 'volunteer', collection: 'volunteers' },
  ],
  locks: [],
  facts: referenceFactsOfOne,
  create: {
    label: 'Name a referee',
    by: [caseworkerOrApplicant],
    guards: [oneSubject, somebodyElse, stillWanted, notInvolved],
  },
  editable: { named: ['refereeName', 'refereeEmail', 'refereeTelephone', 'howKnown'] },
  transitions: {
    ask: {
      label: 'Ask for the reference',
      from: ['named'],
      to: 'asked',
      by: [caseworker],
      guards: [notInvolved, hasEmail, stillWanted, notAnswered, notAskedElsewhere],
      set: newLink,
      effects: [askByEmail],
    },
    resend: {
      label: 'Send a new link',
      from: ['asked'],
      to: 'asked',
      by: [caseworker],
      guards: [notInvolved, hasEmail, stillWanted, notAnswered],
      set: newLink,
      effects: [askByEmail],
    },
    correctAddress: {
      label: 'Ask at another address',
      from: ['asked'],
      to: 'named',
      by: [caseworker],
      guards: [notInvolved, stillWanted, notAnswered],
      set: () => ({ linkDigest: null }),
      effects: [remindNoMore],
    },
    endLink: {
      label: 'To be asked again, because the address has changed',
      from: ['asked'],
      to: 'named',
      by: [],
      guards: [],
      set: () => ({ linkDigest: null }),
      effects: [remindNoMore],
      automatic: true,
    },
    answer: {
      label: 'Send my reference',
      from: ['asked'],
      to: 'answered',
      by: [heldByLink],
      guards: [notRunOut, stillWanted, notAnswered],
      input: referenceInput,
      effects: [storeAnswer, remindNoMore, tell],
    },
    decline: {
      label: 'I cannot give one',
      from: ['asked'],
      to: 'declined',
      by: [heldByLink],
      guards: [notRunOut],
      effects: [remindNoMore, tell],
    },
    holdByTelephone: {
      label: 'Hold what was said by telephone',
      from: ['named', 'asked', 'declined'],
      to: 'answered',
      by: [],
      guards: [],
      effects: [remindNoMore],
      automatic: true,
    },
    end: {
      label: 'It is no longer needed',
      from: ['named', 'asked', 'declined'],
      to: 'ended',
      by: [caseworker],
      guards: [notInvolved],
      set: () => ({ linkDigest: null }),
      effects: [remindNoMore],
      grave: true,
    },
    endWithApplication: {
      label: 'The application has ended',
      from: ['named', 'asked'],
      to: 'ended',
      by: [],
      guards: [],
      set: () => ({ linkDigest: null }),
      effects: [remindNoMore],
      automatic: true,
    },
  },
})
