import { EventEmitter } from 'node:events'
import { parseCronItems, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { graphileLogger } from './graphileLogger.ts'
import type { RecurringTask } from './task.ts'

/** graphile-worker at work, and the name under which it keeps its jobs. */
export type QueueRunner = { runner: Runner; worker: string }

/**
 * Starts graphile-worker. Before it takes its first job it waits for `beforeFirstJob`, which is given its name. Throws when
 * the database cannot be reached or its schema is older than the program.
 */
export const startQueueRunner = async ({ pool, taskList, recurring, concurrency, logger, beforeFirstJob }: {
  pool: Pool
  taskList: TaskList
  recurring: readonly RecurringTask[]
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
    parsedCronItems: parseCronItems(recurring.map(asCronItem)),
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

// Times that were missed, and a run that still waits, make one run together: recurring tasks look at what is to be done now.
const asCronItem = ({ task, at, catchUpHours }: RecurringTask) => ({
  task,
  match: at,
  identifier: task,
  options: { backfillPeriod: catchUpHours * 3_600_000, jobKey: `recurring:${task}`, jobKeyMode: 'replace' as const, maxAttempts: RECURRING_ATTEMPTS },
})

/** A recurring task that fails three times waits for its next time. */
const RECURRING_ATTEMPTS = 3
const LONGEST_TASK_MILLISECONDS = 300_000
