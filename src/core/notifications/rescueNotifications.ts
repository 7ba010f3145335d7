import type { Task } from '../jobs/task.ts'
import { addDeliveryJob, deliveryJobKey, DELIVERY_HOURS } from './deliveryJob.ts'
import { recordOutcome } from './recordOutcome.ts'

/** The task that looks for messages which lost their job. */
export const RESCUE_NOTIFICATIONS = 'rescue-notifications'

/**
 * Nothing waits for ever: a message that is neither sent nor failed and has no job that will still be tried (a worker
 * killed at its last attempt, a database restored from a backup) gets another one, or is marked as failed once its time
 * is over.
 */
export const rescueNotifications: Task = async ({ database: { query, withTransaction }, clock }) => {
  const now = clock.now()
  const stranded = await query<{ id: string; due_at: Date }>(
    `select id, due_at from notifications
     where state in ('waiting', 'sending') and due_at < $1 and updated_at < $1
       and not exists (
         select from graphile_worker._private_jobs as job
         where job.key = $2 || notifications.id::text and (job.locked_at is not null or job.is_available))
     order by due_at limit 500`,
    [before({ now, minutes: QUIET_MINUTES }).toISOString(), deliveryJobKey('')],
  )
  for (const { id, due_at: dueAt } of stranded) {
    if (dueAt < before({ now, minutes: DELIVERY_HOURS * 60 })) {
      await recordOutcome({
        query,
        id,
        outcome: { state: 'failed', problem: 'The message could not be sent within three days. It can be sent again.' },
        now,
      })
    } else {
      await withTransaction(async (transaction) => await addDeliveryJob({ query: transaction, notificationId: id }))
    }
  }
}

const before = ({ now, minutes }: { now: Date; minutes: number }): Date => new Date(now.getTime() - minutes * 60_000)

/** A message that was touched less than so many minutes ago is left alone. */
const QUIET_MINUTES = 15
