import { isCaseworker } from '../../people/roles.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { decidesForChild, type Decider } from '../asking/rules.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of an answer ask about. */
export type AnswerFacts = Decider & {
  childId: string
  decidedOn: unknown
  answer: unknown
  renewalMonths: number
  capture: string | null
}

/**
 * By the parent's own link; or entered by one of ours from paper or telephone, where a yes waits for a second person
 * [CON-1].
 */
export const bySignedWay: Guard<AnswerFacts> = ({ capture, answer }, { actor }) =>
  actor.kind === 'system' ||
  actor.kind === 'link' ||
  (isCaseworker(actor) && capture !== null && (answer === 'no' || capture === 'confirmed'))
    ? allowed
    : refused({
        rule: 'CON-1',
        reason: 'A yes on paper or by telephone counts once a second person has confirmed it.',
        nextStep: 'Record it under “Consent on paper or by telephone”.',
      })

/** An answer is given by whoever decides for the child [CON-8]. */
export const byTheirParent: Guard<AnswerFacts> = (facts) => decidesForChild(facts)

/** Consent is given today or was given earlier [CON-1]. */
export const notAhead: Guard<AnswerFacts> = ({ decidedOn }, { now }) =>
  typeof decidedOn === 'string' && decidedOn > londonDate(now)
    ? refused({
        rule: 'CON-1',
        reason: 'Consent cannot be given on a day that is still to come.',
        nextStep: 'Check the date.',
      })
    : allowed
