import { addJobSql } from '../jobs/addJob.ts'
import { attemptsWithin } from '../jobs/retrySchedule.ts'
import type { Query } from '../database/query.ts'

/** The task that sends one message. */
export const DELIVER_NOTIFICATION = 'deliver-notification'

/** For how long a mail server that refuses for the moment, or is away, is tried. */
export const DELIVERY_HOURS = 72

/** The key of the job that sends a message: one job for one row. */
export const deliveryJobKey = (notificationId: string): string => `${DELIVER_NOTIFICATION}:${notificationId}`

/** Adds the job that sends a message, on the connection of `query`. */
export const addDeliveryJob = async ({
  query,
  notificationId,
}: {
  query: Query
  notificationId: string
}): Promise<void> => {
  await query(`select from ${deliveryJobSql({ notificationId: '$1::uuid', runAt: 'null' })}`, [notificationId])
}

/**
 * The call that adds it, for a statement that also writes the message. What is given is SQL; a `runAt` of null is at
 * once.
 */
export const deliveryJobSql = ({ notificationId, runAt }: { notificationId: string; runAt: string }): string =>
  addJobSql({
    task: `'${DELIVER_NOTIFICATION}'`,
    payload: `json_build_object('notificationId', ${notificationId})`,
    key: `'${deliveryJobKey('')}' || ${notificationId}`,
    runAt,
    maxAttempts: String(attemptsWithin({ hours: DELIVERY_HOURS })),
    queue: 'null',
  })
