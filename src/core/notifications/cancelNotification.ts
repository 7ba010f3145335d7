import type { Query } from '../database/query.ts'

/**
 * Takes a message that waits under this key back, on the connection of `query`. Tells whether it was in time: one that
 * is being sent or was sent stays as it is. The key stays taken, so the same message cannot be asked for again.
 */
export const cancelNotification = async ({
  query,
  dedupeKey,
  now,
}: {
  query: Query
  dedupeKey: string
  now: Date
}): Promise<boolean> => {
  const cancelled = await query(
    `update notifications set state = 'cancelled', updated_at = $2 where dedupe_key = $1 and state = 'waiting' returning id`,
    [dedupeKey, now.toISOString()],
  )
  return cancelled.length > 0
}
