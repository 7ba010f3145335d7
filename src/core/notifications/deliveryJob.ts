import { addJob } from '../jobs/addJob.ts'
import { attemptsWithin } from '../jobs/retrySchedule.ts'
import type { Query } from '../database/query.ts'

/** The task that sends one message. */
export const DELIVER_NOTIFICATION = 'deliver-notification'

/** For how long a mail server that refuses for the moment, or is away, is tried. */
export const DELIVERY_HOURS = 72

/** The key of the job that sends a message: one job for one row. */
export const deliveryJobKey = (notificationId: string): string => `${DELIVER_NOTIFICATION}:${notificationId}`

/** Adds the job that sends a message, on the connection of `query`. */
export const addDeliveryJob = async ({ query, notificationId, runAt }: { query: Query; notificationId: string; runAt?: Date }): Promise<void> => {
  await addJob({
    query,
    job: {
      task: DELIVER_NOTIFICATION,
      payload: { notificationId },
      key: deliveryJobKey(notificationId),
      runAt,
      maxAttempts: attemptsWithin({ hours: DELIVERY_HOURS }),
    },
  })
}
