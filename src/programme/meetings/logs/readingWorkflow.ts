import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { coordinator, notOwnLog, readOnce, type ReadingFacts } from './readingRules.ts'

/** A log is marked read once; the mark is not edited [LOG-7]. */
export const logReadingWorkflow = defineWorkflow<ReadingFacts, 'read'>('log-readings', {
  noun: 'mark',
  states: { read: 'Read' },
  initial: 'read',
  locks: [],
  facts: async ({ work, record }) => {
    const [log] = await work.query<{ written_by_id: string | null; user_id: string | null; already_read: boolean }>(
      'select l.written_by_id, v.user_id, exists (select from log_readings where log_id = $1) as already_read from session_logs l left join volunteers v on v.id = l.volunteer_id where l.id = $1',
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
