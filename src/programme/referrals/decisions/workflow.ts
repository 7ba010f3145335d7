import { z } from 'zod'
import { asSystem } from '../../../core/access/localApi.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import type { Written } from '../../../core/fields/written.ts'
import { defineWorkflow, type Effect } from '../../../core/workflow/workflow.ts'
import { REFERRAL } from '../fields.ts'
import { referralFacts, referralFactsOfMany } from './facts.ts'
import { askReferrer, tellCommitteeOfAnswer, tellReferrerOfDecision } from '../messages.ts'
import {
  ALLOW_ONE_MORE,
  currentMember,
  enoughMembers,
  hasGoal,
  noActiveMatch,
  notOwnReferral,
  notSaidYet,
  withinCapacity,
  type ReferralFacts,
  type Voice,
} from '../rules.ts'
import { keepWords } from '../incoming/words.ts'
import { caseworker, committee, severalNeeded, noRoom, referrerByLink } from './rules.ts'

const asks = ({
  name,
  question,
  written = REFERRAL.decisionReason,
  hint,
}: {
  name: string
  question: string
  written?: Written
  hint?: string
}) =>
  z.object({
    [name]: written.asked(`${question}.`).meta({ title: question, ...(hint ? { description: hint } : {}) }),
  })

const decided = ({ actor, now }: { actor: { kind: string; userId?: string }; now: Date }) => ({
  decidedBy: actor.kind === 'person' ? actor.userId : null,
  decidedAt: now.toISOString(),
})

const keepVoice =
  (kind: Voice['kind']): Effect<ReferralFacts> =>
  async ({ work, record, facts, input }) => {
    const by = work.actor.kind === 'person' ? work.actor.userId : null
    if (facts.voices.some((voice) => voice.kind === kind && voice.by === by)) return
    await asSystem(work, { reason: 'a committee member said yes' }).create({
      collection: 'referral-voices',
      data: { referral: record.id, kind, by, reason: input.reason ?? null },
    })
  }

const keepQuestion: Effect<ReferralFacts> = ({ work, record, facts, input }) =>
  keepWords({
    work,
    kind: 'asked',
    about: 'The committee asks',
    text: String(input.reason),
    saidBy: work.actor.kind === 'person' ? work.actor.name : 'The committee',
    referral: String(record.id),
    incoming: facts.incoming ?? undefined,
  })

const keepAnswer: Effect<ReferralFacts> = ({ work, record, facts, input }) =>
  keepWords({
    work,
    kind: 'answered',
    about: 'Answer to the committee',
    text: String(input.answer),
    saidBy: String(input.saidBy ?? record.referrerName ?? 'The referrer'),
    referral: String(record.id),
    incoming: facts.incoming ?? undefined,
  })

const open = ['received', 'more-asked'] as const

/** A step that leaves the referral where it stands, in each state in which the committee decides. */
const inPlace = <Step extends object>(name: string, step: Step) => ({
  [name]: { ...step, from: ['received' as const], to: 'received' as const },
  [`${name}Meanwhile`]: { ...step, from: ['more-asked' as const], to: 'more-asked' as const },
})

/** The committee decides each referral case by case, and who, when and why are kept [ELG-3]. */
export const referralWorkflow = defineWorkflow<
  ReferralFacts,
  'received' | 'more-asked' | 'accepted' | 'declined' | 'finished'
>('referrals', {
  noun: 'referral',
  states: {
    received: 'To decide',
    'more-asked': 'More was asked for',
    accepted: 'Accepted',
    declined: 'Declined',
    finished: 'Has left the programme',
  },
  initial: 'received',
  locks: [{ field: 'child', collection: 'children' }],
  facts: referralFacts,
  factsOfMany: referralFactsOfMany,
  create: {
    label: 'Enter a referral',
    by: [caseworker],
    guards: [],
    set: ({ actor, input }) => ({ enteredBy: actor.kind === 'person' && !input.incoming ? actor.userId : null }),
  },
  editable: {
    received: ['source', 'referrerName', 'mainReason', 'concern'],
    'more-asked': ['source', 'referrerName', 'mainReason', 'concern'],
  },
  transitions: {
    accept: {
      label: 'Accept this child',
      from: open,
      to: 'accepted',
      by: [committee],
      guards: [notOwnReferral, currentMember, hasGoal, enoughMembers, withinCapacity],
      set: decided,
      effects: [keepVoice('accept'), tellReferrerOfDecision],
      takesTurns: 'room in the programme',
    },
    ...inPlace('sayYes', {
      label: 'Say yes, with others',
      by: [committee, severalNeeded],
      guards: [notOwnReferral, notSaidYet('accept')],
      effects: [keepVoice('accept')],
    }),
    ...inPlace('allowOneMore', {
      label: ALLOW_ONE_MORE,
      by: [committee, noRoom],
      guards: [notOwnReferral, notSaidYet('over-capacity')],
      input: asks({ name: 'reason', question: 'Say why this child should come in now' }),
      effects: [keepVoice('over-capacity')],
    }),
    decline: {
      label: 'Decline',
      from: open,
      to: 'declined',
      by: [committee],
      guards: [notOwnReferral],
      input: asks({
        name: 'reason',
        question: 'Say why it is declined',
        hint: 'The referrer is told the decision and never the reason.',
      }),
      set: ({ actor, now, input }) => ({ ...decided({ actor, now }), decisionReason: input.reason }),
      effects: [tellReferrerOfDecision],
      grave: true,
    },
    askForMore: {
      label: 'Ask for more',
      from: ['received'],
      to: 'more-asked',
      by: [committee],
      guards: [],
      input: asks({
        name: 'reason',
        question: 'Say what is missing',
        hint: 'A referrer who used the form reads this behind their own link, and answers there.',
      }),
      set: ({ input }) => ({ decisionReason: input.reason }),
      effects: [keepQuestion, askReferrer],
    },
    answer: {
      label: 'Send my answer',
      from: ['more-asked'],
      to: 'received',
      by: [referrerByLink],
      guards: [],
      input: asks({ name: 'answer', question: 'Write your answer', written: REFERRAL.words }),
      effects: [keepAnswer, tellCommitteeOfAnswer],
    },
    recordAnswer: {
      label: 'Record the answer',
      from: ['more-asked'],
      to: 'received',
      by: [caseworker],
      guards: [],
      input: z.object({
        ...asks({ name: 'answer', question: 'What was answered', written: REFERRAL.words }).shape,
        ...asks({ name: 'saidBy', question: 'Who said it', written: PERSON_NAME }).shape,
      }),
      effects: [keepAnswer],
    },
    finish: {
      label: 'Has left the programme',
      from: ['accepted'],
      to: 'finished',
      by: [committee],
      guards: [noActiveMatch],
      input: asks({ name: 'reason', question: 'Say why, and what comes next' }),
      set: ({ input }) => ({ decisionReason: input.reason }),
      grave: true,
    },
  },
})
