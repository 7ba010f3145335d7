import { refused, allowed } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What the rules of an exception ask about. */
export type OverrideFacts = { ownUserId: string | null; proposedBy: string | null }

/** Nobody approves what they proposed [ORG-1]. */
export const notTheProposer: Guard<OverrideFacts> = ({ proposedBy }, { actor }) =>
  actor.kind === 'person' && actor.userId === proposedBy
    ? refused({
        rule: 'ORG-1',
        reason: 'You proposed this, so somebody else must decide it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed
