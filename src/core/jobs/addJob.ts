import type { Query } from '../database/query.ts'

/** A job to do: which task, with what, and when. Its payload is stored as it stands, so it must hold no secret. */
export type NewJob = {
  task: string
  payload: Readonly<Record<string, unknown>>
  /** A job that waits under the same key is replaced. */
  key: string
  /** Not before this moment of the database's clock; at once when left out. */
  runAt?: Date
  maxAttempts: number
  /** Jobs of the same queue are done one after the other. */
  queue?: string
}

/** Adds a job on the connection of `query`: when that is a transaction's, the job exists if and only if it commits. */
export const addJob = async ({ query, job }: { query: Query; job: NewJob }): Promise<void> => {
  await query(
    `select from graphile_worker.add_job(
       identifier => $1::text, payload => $2::json, run_at => $3::timestamptz, max_attempts => $4::int, job_key => $5::text, queue_name => $6::text)`,
    [job.task, JSON.stringify(job.payload), job.runAt?.toISOString() ?? null, job.maxAttempts, job.key, job.queue ?? null],
  )
}
