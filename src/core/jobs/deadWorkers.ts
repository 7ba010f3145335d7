import type { Query } from '../database/query.ts'
import { findDeadWorkers, freeJobsOfWorkers } from './workerLocks.sql.ts'

/** Frees the jobs of dead workers; gives the workers that it took for dead. */
export type Sweep = () => Promise<string[]>

/**
 * A sweep to be run every few seconds. graphile-worker itself waits four hours for a worker that was killed. One that
 * is without its lock twice running is dead; once may be the moment in which it connects again after PostgreSQL
 * restarted.
 */
export const sweepForDeadWorkers = ({ query }: { query: Query }): Sweep => {
  let suspects = new Set<string>()
  return async () => {
    const found = await query<{ worker: string }>(findDeadWorkers)
    const dead = found.map(({ worker }) => worker).filter((worker) => suspects.has(worker))
    suspects = new Set(found.map(({ worker }) => worker))
    if (dead.length > 0) await query(freeJobsOfWorkers, [dead])
    return dead
  }
}
