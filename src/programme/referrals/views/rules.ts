import { caseworkersOnly } from '../../people/rules.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a view ask about. */
export type ViewFacts = { id: string; endsAt: Date | null; referralIsOpen: boolean }

/** Whose work it is, and what everybody else is told [ELG-9]. */
export const caseworker = caseworkersOnly({
  rule: 'ELG-9',
  reason: 'The committee and the co-ordinator ask for views.',
})

/** A view is asked for and given while the committee has not decided [ELG-9]. */
export const stillToDecide: Guard<ViewFacts> = ({ referralIsOpen }) =>
  referralIsOpen
    ? allowed
    : refused({ rule: 'ELG-9', reason: 'This referral has been decided.', nextStep: 'There is nothing more to do.' })

/** Whoever was asked answers by their own link [ELG-9]. */
export const heldByLink: Guard<ViewFacts> = ({ id }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'view' && actor.recordId === id
    ? allowed
    : refused({
        rule: 'ELG-9',
        reason: 'Only the person who was asked answers, by their own link.',
        nextStep: 'Ask them to press the link.',
      })

/** A link ends [ELG-9]. */
export const notRunOut: Guard<ViewFacts> = ({ endsAt }, { now }) =>
  endsAt !== null && endsAt <= now
    ? refused({ rule: 'ELG-9', reason: 'This link has run out.', nextStep: 'Ask us for a new one.' })
    : allowed
