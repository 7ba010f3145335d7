import { caseworkersOnly } from '../../people/rules.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of a hand-over ask about. */
export type HandoverFacts = { volunteerUserId: string | null }

/** Whose work it is, and what everybody else is told [VOL-11]. */
export const caseworker = caseworkersOnly({
  rule: 'VOL-11',
  reason: 'The co-ordinator and the committee hand a child over.',
})

/** A hand-over begins by itself, never by hand [VOL-11]. */
export const theSoftware: Guard<HandoverFacts> = (_facts, { actor }) =>
  actor.kind === 'system'
    ? allowed
    : refused({
        rule: 'VOL-11',
        reason: 'A hand-over begins by itself when a volunteer pauses or leaves.',
        nextStep: 'Pause the volunteer on their own record.',
      })

/** Nobody hands over the child whom they mentored themselves [ORG-1]. */
export const notOneself: Guard<HandoverFacts> = ({ volunteerUserId }, { actor }) =>
  actor.kind === 'person' && actor.userId === volunteerUserId
    ? refused({
        rule: 'ORG-1',
        reason: 'You were this child’s volunteer, so somebody else hands over.',
        nextStep: 'Ask another committee member.',
      })
    : allowed
