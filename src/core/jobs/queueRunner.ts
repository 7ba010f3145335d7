import { EventEmitter } from 'node:events'
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { graphileLogger } from './graphileLogger.ts'

/** graphile-worker at work, and the name under which it keeps its jobs. */
export type QueueRunner = { runner: Runner; worker: string }

/**
 * Starts graphile-worker. Before it takes its first job it waits for `beforeFirstJob`, which is given its name. Throws when
 * the database cannot be reached or its schema is older than the program.
 */
export const startQueueRunner = async ({ pool, taskList, concurrency, logger, beforeFirstJob }: {
  pool: Pool
  taskList: TaskList
  concurrency: number
  logger: Logger
  beforeFirstJob: (worker: string) => Promise<void>
}): Promise<QueueRunner> => {
  const events: WorkerEvents = new EventEmitter()
  let worker = ''
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id
  })
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: [],
    concurrency,
    logger: graphileLogger(logger),
    events,
    noHandleSignals: true,
    // A message on its way is let finish: to cut it off may mean to send it twice.
    gracefulShutdownAbortTimeout: LONGEST_TASK_MILLISECONDS,
    preset: {
      plugins: [{ name: 'WaitBeforeFirstJob', version: '1', worker: { hooks: { startWorker: async (_context, event) => await beforeFirstJob(event.worker.workerPool.id) } } }],
      // Without a batch, a job that cannot be marked as done because PostgreSQL is away is an unhandled rejection.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  })
  return { runner, worker }
}

const LONGEST_TASK_MILLISECONDS = 300_000
