import { caseworkersOnly, committeeOnly } from '../../people/rules.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { isFull, type ReferralFacts } from '../rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** Whose work it is, and what everybody else is told [ELG-2]. */
export const caseworker = caseworkersOnly({
  rule: 'ELG-2',
  reason: 'The co-ordinator and the committee enter referrals.',
})

/** Whose work it is, and what everybody else is told [ELG-3]. */
export const committee = committeeOnly({
  rule: 'ELG-3',
  reason: 'The committee decides each referral.',
  nextStep: 'A committee member opens it.',
})

/** Saying yes with others is for a charity that asks for several [ORG-2]. */
export const severalNeeded: Guard<ReferralFacts> = ({ membersToAccept }) =>
  membersToAccept > 1
    ? allowed
    : refused({ rule: 'ORG-2', reason: 'One committee member is enough.', nextStep: 'Accept the child.' })

/** One child more is asked for only where there is no room [ELG-5]. */
export const noRoom: Guard<ReferralFacts> = (facts) =>
  isFull(facts)
    ? allowed
    : refused({ rule: 'ELG-5', reason: 'There is room for this child.', nextStep: 'Accept the child.' })

/** A referrer answers by their own link [ELG-3]. */
export const referrerByLink: Guard<ReferralFacts> = ({ incoming }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'referrer' && actor.recordId === incoming
    ? allowed
    : refused({
        rule: 'ELG-3',
        reason: 'Only the referrer answers by their own link.',
        nextStep: 'Record their answer instead.',
      })
