import { allowed, refused } from '../../../core/errors/refusal.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { isCoordinator } from '../../people/roles.ts'

type ReadingFacts = { writtenBy: string | null; volunteerUserId: string | null; alreadyRead: boolean }

const coordinator: Guard<ReadingFacts> = (_facts, { actor }) =>
  isCoordinator(actor)
    ? allowed
    : refused({
        rule: 'LOG-7',
        reason: 'The co-ordinator marks logs as read.',
        nextStep: 'They have been told that it is there.',
      })

const notOwnLog: Guard<ReadingFacts> = ({ writtenBy, volunteerUserId }, { actor }) =>
  actor.kind === 'person' && (actor.userId === writtenBy || actor.userId === volunteerUserId)
    ? refused({
        rule: 'ORG-1',
        reason: 'You wrote this log or it is about a meeting of your own, so somebody else must read it.',
        nextStep: 'Ask another co-ordinator or a committee member.',
      })
    : allowed

const readOnce: Guard<ReadingFacts> = ({ alreadyRead }) =>
  alreadyRead
    ? refused({
        rule: 'LOG-7',
        reason: 'This log has been marked as read already.',
        nextStep: 'There is nothing more to do.',
      })
    : allowed

/** A log is marked read once; the mark is not edited [LOG-7]. */
export const logReadingWorkflow = defineWorkflow<ReadingFacts, 'read'>('log-readings', {
  noun: 'mark',
  states: { read: 'Read' },
  initial: 'read',
  locks: [],
  facts: async ({ work, record }) => {
    const [log] = await work.query<{ written_by_id: string | null; user_id: string | null; already_read: boolean }>(
      'select l.written_by_id, v.user_id, exists (select from log_readings where log_id = $1) as already_read from session_logs l join volunteers v on v.id = l.volunteer_id where l.id = $1',
      [record.log],
    )
    return {
      writtenBy: log?.written_by_id ?? null,
      volunteerUserId: log?.user_id ?? null,
      alreadyRead: log?.already_read ?? false,
    }
  },
  create: {
    label: 'Mark as read',
    by: [coordinator],
    guards: [notOwnLog, readOnce],
    set: ({ actor }) => ({ readBy: actor.kind === 'person' ? actor.userId : null }),
  },
  editable: {},
  transitions: {},
})
