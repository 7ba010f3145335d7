import { allowed, refused } from '../../../core/errors/refusal.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** There is nothing to load: who may link a referral does not depend on it. */
export type IncomingFacts = Readonly<Record<string, never>>

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
