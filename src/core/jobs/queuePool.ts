import pg from 'pg'
import type { Logger } from 'pino'

/** The connections on which the queue is kept, apart from those of the tasks. A lost one is noted and replaced. */
export const newQueuePool = ({
  connectionString,
  connections,
  logger,
}: {
  connectionString: string
  connections: number
  logger: Logger
}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 8_000,
    keepAlive: true,
    application_name: 'kids-on-track-mentoring jobs',
  })
  const noteLostConnection = (problem: Error): void =>
    logger.warn({ problem: problem.message }, 'A connection of the job queue was lost.')
  pool.on('error', noteLostConnection)
  pool.on('connect', (client) => client.on('error', noteLostConnection))
  return pool
}
