/**
 * The advisory locks in this class say which workers live: each holds one on its own id for as long as it is connected.
 */
const WORKER_LOCK_CLASS = 7_202_028

/** Takes the lock of the worker `$1` for the session; gives `taken`: false while another session still holds it. */
export const takeWorkerLock = `select pg_try_advisory_lock(${WORKER_LOCK_CLASS}, hashtext($1)) as taken`

/** Lets go of the lock of the worker `$1`. */
export const releaseWorkerLock = `select pg_advisory_unlock(${WORKER_LOCK_CLASS}, hashtext($1))`

/** Gives `workers`: how many workers are alive on this database, whichever process or machine they run in. */
export const countLivingWorkers = `
select count(*)::int as workers from pg_locks
where locktype = 'advisory' and granted and objsubid = 2 and classid = ${WORKER_LOCK_CLASS}
  and database = (select oid from pg_database where datname = current_database())`

/** Gives the `worker` of every job and queue that is kept by a worker which no longer lives. */
export const findDeadWorkers = `
select kept.locked_by as worker
from (
  select locked_by from graphile_worker._private_jobs where locked_by is not null
  union
  select locked_by from graphile_worker._private_job_queues where locked_by is not null
) as kept
where not exists (
  select from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2 and classid = ${WORKER_LOCK_CLASS}
    and database = (select oid from pg_database where datname = current_database())
    and objid::bigint = hashtext(kept.locked_by)::bigint & 4294967295
)`

/** Gives the jobs kept by the workers in the array `$1` back to everybody. */
export const freeJobsOfWorkers = 'select graphile_worker.force_unlock_workers($1::text[])'
