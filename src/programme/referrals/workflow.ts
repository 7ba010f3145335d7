import { z } from 'zod'
import { allowed, refused } from '../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../core/workflow/workflow.ts'
import { isCaseworker, isCommittee } from '../people/roles.ts'
import { referralFacts, referralFactsOfMany, type ReferralFacts } from './facts.ts'

const caseworker: Guard<ReferralFacts> = (_facts, { actor }) =>
  isCaseworker(actor) ? allowed : refused({ rule: 'ELG-2', reason: 'The co-ordinator and the committee enter referrals.', nextStep: 'Ask one of them.' })

const committee: Guard<ReferralFacts> = (_facts, { actor }) =>
  isCommittee(actor) ? allowed : refused({ rule: 'ELG-3', reason: 'The committee decides each referral.', nextStep: 'A committee member opens it.' })

const notOwnReferral: Guard<ReferralFacts> = ({ enteredBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === enteredBy
    ? refused({ rule: 'ORG-1', reason: 'You entered this referral, so somebody else must decide it.', nextStep: 'Ask another committee member.' })
    : allowed

const currentMember: Guard<ReferralFacts> = ({ memberToday }) =>
  memberToday ? allowed : refused({ rule: 'ELG-1', reason: 'Only a current member of the club can enter the programme.', nextStep: 'Record the child’s membership first.' })

const hasGoal: Guard<ReferralFacts> = ({ goals }) =>
  goals > 0 ? allowed : refused({ rule: 'ELG-3', reason: 'Accepting needs at least one goal, with the outcome hoped for and how it will be measured.', nextStep: 'Add a goal for this child.' })

const reason = (question: string) => z.object({ reason: z.string(`${question}.`).trim().min(1, `${question}.`).max(2000).meta({ title: question }) })

const decided = ({ actor, now }: { actor: { kind: string; userId?: string }; now: Date }) => ({ decidedBy: actor.kind === 'person' ? actor.userId : null, decidedAt: now.toISOString() })

/** The committee decides each referral case by case, and who, when and why are kept [ELG-3]. */
export const referralWorkflow = defineWorkflow<ReferralFacts, 'received' | 'more-asked' | 'accepted' | 'declined'>('referrals', {
  noun: 'referral',
  states: { received: 'To decide', 'more-asked': 'More was asked for', accepted: 'Accepted', declined: 'Declined' },
  initial: 'received',
  locks: [{ field: 'child', collection: 'children' }],
  facts: referralFacts,
  factsOfMany: referralFactsOfMany,
  create: { label: 'Enter a referral', by: [caseworker], guards: [], set: ({ actor, input }) => ({ enteredBy: actor.kind === 'person' && !input.incoming ? actor.userId : null }) },
  editable: { received: ['source', 'referrerName', 'mainReason', 'concern'], 'more-asked': ['source', 'referrerName', 'mainReason', 'concern'] },
  transitions: {
    accept: { label: 'Accept this child', from: ['received', 'more-asked'], to: 'accepted', by: [committee], guards: [notOwnReferral, currentMember, hasGoal], set: decided },
    decline: {
      label: 'Decline',
      from: ['received', 'more-asked'],
      to: 'declined',
      by: [committee],
      guards: [notOwnReferral],
      input: reason('Say why it is declined'),
      set: ({ actor, now, input }) => ({ ...decided({ actor, now }), decisionReason: input.reason }),
      grave: true,
    },
    askForMore: { label: 'Ask for more', from: ['received'], to: 'more-asked', by: [committee], guards: [], input: reason('Say what is missing'), set: ({ input }) => ({ decisionReason: input.reason }) },
  },
})
