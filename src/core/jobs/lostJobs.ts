import type { Query } from '../database/query.ts'

/**
 * Whether a worker keeps a job on which it does not work: taken by a statement whose answer never came. Nobody else may
 * take it for as long as the worker lives, so the worker must then give everything back and start afresh.
 */
export const keepsLostJob = async ({
  query,
  worker,
  inHand,
}: {
  query: Query
  worker: string
  inHand: ReadonlySet<string>
}): Promise<boolean> => {
  const kept = await query<{ id: string }>(
    `select id::text as id from graphile_worker._private_jobs where locked_by = $1 and locked_at < now() - interval '1 minute'`,
    [worker],
  )
  return kept.some(({ id }) => !inHand.has(id))
}
