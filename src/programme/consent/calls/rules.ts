import { allowed, refused } from '../../../core/errors/refusal.ts'
import { caseworkersOnly } from '../../people/rules.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a wish to be rung ask about. */
export type CallFacts = {
  requestId: string
  isWaiting: boolean
  /** Whether a number is given, or on record. */
  hasNumber: boolean
  /** Whether it is the form on paper that they ask for, which needs no number. */
  wantsPaper: boolean
}

/** Parents and carers ask for a call themselves, by their own link [MAT-12]. */
export const heldByLink: Guard<CallFacts> = ({ requestId }, { actor }) =>
  actor.kind === 'link' && actor.holder === 'guardian' && actor.recordId === requestId
    ? allowed
    : refused({
        rule: 'MAT-12',
        reason: 'Parents and carers ask for a call themselves, by their own link.',
        nextStep: 'Ring them, if you want to speak to them.',
      })

/** Whose work it is, and what everybody else is told [MAT-12]. */
export const caseworker = caseworkersOnly({
  rule: 'MAT-12',
  reason: 'The co-ordinator and the committee ring parents and carers.',
})

/** One wish waits at a time [MAT-12]. */
export const oneAtATime: Guard<CallFacts> = ({ isWaiting }) =>
  isWaiting
    ? refused({
        rule: 'MAT-12',
        reason: 'You have asked us already.',
        nextStep: 'We will do it. If it cannot wait, ring us.',
      })
    : allowed

/** Nobody is promised a call who cannot be rung [MAT-12]. */
export const canBeRung: Guard<CallFacts> = ({ hasNumber, wantsPaper }) =>
  hasNumber || wantsPaper
    ? allowed
    : refused({
        rule: 'MAT-12',
        reason: 'We have no phone number for you.',
        nextStep: 'Type your number.',
        field: 'number',
      })
