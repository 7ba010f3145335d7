import { isCoordinator } from '../../people/roles.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** What is asked before a log is marked as read. */
export type ReadingFacts = { writtenBy: string | null; volunteerUserId: string | null; alreadyRead: boolean }

/** The co-ordinator reads logs [LOG-7]. */
export const coordinator: Guard<ReadingFacts> = (_facts, { actor }) =>
  isCoordinator(actor)
    ? allowed
    : refused({
        rule: 'LOG-7',
        reason: 'The co-ordinator marks logs as read.',
        nextStep: 'They have been told that it is there.',
      })

/** Nobody marks as read what they wrote, or what is about a meeting of their own [ORG-1]. */
export const notOwnLog: Guard<ReadingFacts> = ({ writtenBy, volunteerUserId }, { actor }) =>
  actor.kind === 'person' && (actor.userId === writtenBy || actor.userId === volunteerUserId)
    ? refused({
        rule: 'ORG-1',
        reason: 'You wrote this log or it is about a meeting of your own, so somebody else must read it.',
        nextStep: 'Ask another co-ordinator or a committee member.',
      })
    : allowed

/** A log is marked as read once [LOG-7]. */
export const readOnce: Guard<ReadingFacts> = ({ alreadyRead }) =>
  alreadyRead
    ? refused({
        rule: 'LOG-7',
        reason: 'This log has been marked as read already.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed
