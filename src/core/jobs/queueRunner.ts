import { EventEmitter } from 'node:events'
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { graphileLogger } from './graphileLogger.ts'
import { withinTime } from './withinTime.ts'

/** graphile-worker at work. */
export type QueueRunner = {
  /** The name under which it keeps its jobs. */
  worker: string
  /** Takes no further job; it has ended when those in hand are done. */
  stop: () => void
  /** Settles when it has ended, asked or by itself. What it still keeps is to be given back. */
  ended: Promise<void>
}

/**
 * Starts graphile-worker. Before it takes its first job it waits for `beforeFirstJob`, which is given its name. Throws
 * when the database cannot be reached or its schema is older than the program. It ends by itself when an answer of the
 * database is lost; it is then to be started afresh.
 */
export const startQueueRunner = async ({
  pool,
  taskList,
  concurrency,
  logger,
  beforeFirstJob,
}: {
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
      plugins: [
        {
          name: 'WaitBeforeFirstJob',
          version: '1',
          worker: {
            hooks: { startWorker: async (_context, event) => await beforeFirstJob(event.worker.workerPool.id) },
          },
        },
      ],
      // Without a batch, a job that cannot be marked as done because PostgreSQL is away is an unhandled rejection.
      worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 },
    },
  })
  const stop = (): void => {
    runner.stop().catch(() => undefined)
  }
  // A job may have been taken by the very statement whose answer was lost. Nobody works on it, and it would stay taken:
  // only when the whole runner has ended can all that it had taken be given back.
  events.on('worker:getJob:error', ({ error }) => {
    logger.warn({ problem: String(error) }, 'A job could not be fetched; the queue is opened afresh.')
    stop()
  })
  return { worker, stop, ended: endOf({ runner, events, logger }) }
}

/**
 * After a lost answer graphile-worker may wait for ever for a write that has long failed, so its own promise is not
 * enough: all its jobs are done when it says that it has shut down, and a few seconds are left for their last writes.
 */
const endOf = async ({
  runner,
  events,
  logger,
}: {
  runner: Runner
  events: WorkerEvents
  logger: Logger
}): Promise<void> => {
  const shutDown = new Promise<void>((resolve) => {
    for (const event of [
      'pool:gracefulShutdown:complete',
      'pool:forcefulShutdown:complete',
      'pool:forcefulShutdown:error',
    ] as const)
      events.on(event, () => resolve())
  })
  const finished = runner.promise.catch((problem: unknown) =>
    logger.error({ problem: String(problem) }, 'The job queue stopped.'),
  )
  await Promise.race([finished, shutDown])
  await withinTime({ work: finished, milliseconds: LAST_WRITES_MILLISECONDS })
}

const LONGEST_TASK_MILLISECONDS = 300_000
const LAST_WRITES_MILLISECONDS = 3_000
