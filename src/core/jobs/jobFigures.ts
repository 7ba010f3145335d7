import type { Query } from '../database/query.ts'
import { countLivingWorkers } from './workerLocks.sql.ts'

/** How the queue stands, for readiness and the figures an operator watches. */
export type JobFigures = {
  /** Workers alive on this database, in whichever process. */
  workers: number
  /** Jobs that could be done now and are not begun. */
  due: number
  /** Jobs in hand. */
  running: number
  /** Jobs that were given up. */
  givenUp: number
  /** How long the oldest due job has waited, in seconds; 0 when none waits. */
  longestWaitSeconds: number
}

/** Reads how the queue stands, by the database's clock. */
export const readJobFigures = async ({ query }: { query: Query }): Promise<JobFigures> => {
  const [living] = await query<{ workers: number }>(countLivingWorkers)
  const [queue] = await query<Omit<JobFigures, 'workers'>>(
    `select
       count(*) filter (where is_available and run_at <= now())::int as "due",
       count(*) filter (where locked_at is not null)::int as "running",
       count(*) filter (where locked_at is null and attempts >= max_attempts)::int as "givenUp",
       coalesce(extract(epoch from now() - min(run_at) filter (where is_available and run_at <= now())), 0)::float8 as "longestWaitSeconds"
     from graphile_worker._private_jobs`,
  )
  if (!living || !queue) throw new Error('The queue of jobs could not be read.')
  return { workers: living.workers, ...queue }
}
