import { allowed, refused } from '../../../core/errors/refusal.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** Which referral it is, and whether it is still to be decided. */
export type IncomingFacts = { id: string; isOpen: boolean }

/** It comes by the public form alone [ELG-2]. */
export const byPublicForm: Guard<IncomingFacts> = (_facts, { actor }) =>
  actor.kind === 'link' && actor.holder === 'form'
    ? allowed
    : refused({
        rule: 'ELG-2',
        reason: 'Referrals from outside come by the public form.',
        nextStep: 'Enter a referral instead.',
      })

/** Whose work it is, and what everybody else is told [ELG-2]. */
export const caseworker = caseworkersOnly({
  rule: 'ELG-2',
  reason: 'The co-ordinator and the committee link referrals to children.',
})

/** Only who referred adds to it, by their own link [ELG-2]. */
export const referrerByLink: Guard<IncomingFacts> = ({ id }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'referrer' && actor.recordId === id
    ? allowed
    : refused({
        rule: 'ELG-2',
        reason: 'Only the referrer adds to it, by their own link.',
        nextStep: 'Note what they told you in the referral.',
      })

/** What is decided is not added to [ELG-3]. */
export const stillOpen: Guard<IncomingFacts> = ({ isOpen }) =>
  isOpen
    ? allowed
    : refused({
        rule: 'ELG-3',
        reason: 'This referral is decided already.',
        nextStep: 'Ring or write to us if something has changed.',
      })
