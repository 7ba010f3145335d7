import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import { isOneself } from '../rules.ts'

/** What the rules of a wish to pause ask about. */
export type RequestFacts = { ownUserId: string | null; hasAnother: boolean }

/** Volunteers say for themselves that they wish to pause or leave [VOL-11]. */
export const forOneself: Guard<RequestFacts> = (facts, asked) =>
  isOneself(facts, asked)
    ? allowed
    : refused({
        rule: 'VOL-11',
        reason: 'Volunteers say for themselves that they wish to pause or leave.',
        nextStep: 'The co-ordinator can pause a volunteer on their own record.',
      })

/** One wish waits at a time [VOL-11]. */
export const oneAtATime: Guard<RequestFacts> = ({ hasAnother }) =>
  hasAnother
    ? refused({
        rule: 'VOL-11',
        reason: 'You have told the committee already.',
        nextStep: 'Wait for them, or take it back first.',
      })
    : allowed
