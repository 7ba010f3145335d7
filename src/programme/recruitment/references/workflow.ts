import { z } from 'zod'
import { asSystem } from '../../../core/access/localApi.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Effect, type Guard, type Workflow } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'
import { referenceFactsOfOne, type ReferenceFactsOfOne } from './facts.ts'
import { REFERENCE } from './fields.ts'
import { REFERENCE_LINK_DAYS } from './links.ts'
import { askReferee, takeBackRequest, tellOfReference } from './messages.ts'
import { CAPACITIES, type Capacity } from './rules.ts'

type ReferenceGuard = Guard<ReferenceFactsOfOne>
type ReferenceEffect = Effect<ReferenceFactsOfOne>

const caseworker: ReferenceGuard = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'The co-ordinator and the committee look after references.',
        nextStep: 'Ask one of them.',
      })

/** Whoever applies names two referees as they do; for everybody else the co-ordinator and committee do it. */
const caseworkerOrApplicant: ReferenceGuard = (facts, asked) =>
  asked.actor.kind === 'system' || (asked.actor.kind === 'link' && asked.actor.holder === 'form')
    ? allowed
    : caseworker(facts, asked)

/** Nobody looks after a reference about themselves, or one that they are asked for [ORG-1]. */
const notInvolved: ReferenceGuard = ({ aboutUserId, refereeUserIds }, { actor }) =>
  actor.kind === 'person' && (actor.userId === aboutUserId || refereeUserIds.includes(actor.userId))
    ? refused({
        rule: 'ORG-1',
        reason: 'This reference is about you, or you are the referee.',
        nextStep: 'Ask another committee member.',
      })
    : allowed

const oneSubject: ReferenceGuard = ({ hasOneSubject }) =>
  hasOneSubject
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'A reference is for one application, or for one volunteer.',
        nextStep: 'Choose one of the two.',
      })

const somebodyElse: ReferenceGuard = ({ refereeIsThePerson, namedAlready }) =>
  refereeIsThePerson || namedAlready
    ? refused({
        rule: 'VOL-6',
        reason: refereeIsThePerson ? 'Nobody can be their own referee.' : 'This referee is named already.',
        nextStep: 'Name another person, who is not family.',
      })
    : allowed

const hasEmail: ReferenceGuard = ({ hasEmail: has }) =>
  has
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'We have no email address for this referee.',
        nextStep: 'Add one, or ring them and record what they say.',
      })

const stillWanted: ReferenceGuard = ({ subjectIsClosed }) =>
  subjectIsClosed
    ? refused({
        rule: 'VOL-6',
        reason: 'This application is closed, so no reference is needed.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed

const notAnswered: ReferenceGuard = ({ isAnswered }) =>
  isAnswered
    ? refused({
        rule: 'VOL-6',
        reason: 'We have this reference already.',
        nextStep: 'There is nothing more to do. Thank you.',
      })
    : allowed

const notRunOut: ReferenceGuard = ({ endsAt }, { now }) =>
  endsAt !== null && endsAt <= now
    ? refused({ rule: 'VOL-6', reason: 'This link has run out.', nextStep: 'Ask us for a new one.' })
    : allowed

const heldByLink: ReferenceGuard = ({ id }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'referee' && actor.recordId === id
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'Only the referee answers, by their own link.',
        nextStep: 'Record what they say by telephone instead.',
      })

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
      guards: [notInvolved, hasEmail, stillWanted, notAnswered],
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
