import { isCaseworker } from '../../people/roles.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What is asked before a note is added to a log. */
export type AddendumFacts = { logWrittenBy: string | null }

/** A note is added to a log by whoever wrote it, or by the co-ordinator and committee [LOG-4]. */
export const ownLog: Guard<AddendumFacts> = ({ logWrittenBy }, { actor }) =>
  isCaseworker(actor) || (actor.kind === 'person' && actor.userId === logWrittenBy)
    ? allowed
    : refused({
        rule: 'LOG-4',
        reason: 'You can add a note only to a log that you wrote.',
        nextStep: 'Ask the co-ordinator to add it.',
      })
