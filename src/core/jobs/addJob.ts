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
    `select from ${addJobSql({ task: '$1', payload: '$2', runAt: '$3', maxAttempts: '$4', key: '$5', queue: '$6' })}`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.runAt?.toISOString() ?? null,
      job.maxAttempts,
      job.key,
      job.queue ?? null,
    ],
  )
}

/** The call that adds a job, as a part of a statement. What is given is SQL: parameters, columns, fixed texts. */
export const addJobSql = ({
  task,
  payload,
  runAt,
  maxAttempts,
  key,
  queue,
}: Record<'task' | 'payload' | 'runAt' | 'maxAttempts' | 'key' | 'queue', string>): string =>
  `graphile_worker.add_job(
    identifier => (${task})::text, payload => (${payload})::json, run_at => (${runAt})::timestamptz, max_attempts => (${maxAttempts})::int, job_key => (${key})::text, queue_name => (${queue})::text)`
