import type { Query } from '../database/query.ts'
import { addDeliveryJob } from './deliveryJob.ts'

/** Sends a message that failed once more, on the connection of `query`. Tells whether there was one to send. */
export const resendNotification = async ({
  query,
  id,
  now,
}: {
  query: Query
  id: string
  now: Date
}): Promise<boolean> => {
  const reset = await query(
    `update notifications set state = 'waiting', due_at = $2, updated_at = $2 where id = $1 and state = 'failed' returning id`,
    [id, now.toISOString()],
  )
  if (reset.length === 0) return false
  await addDeliveryJob({ query, notificationId: id })
  return true
}
