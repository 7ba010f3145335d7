import { setTimeout as pause } from 'node:timers/promises'
import type { TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../clock/clock.ts'
import { sweepForDeadWorkers } from './deadWorkers.ts'
import { keepsLostJob } from './lostJobs.ts'
import { newQueuePool } from './queuePool.ts'
import { startQueueRunner, type QueueRunner } from './queueRunner.ts'
import { addDueRecurringJobs } from './recurringTasks.ts'
import type { RecurringTask, Tasks } from './task.ts'
import { taskDatabase } from './taskDatabase.ts'
import { withinTime } from './withinTime.ts'
import { holdWorkerLocks } from './workerLocks.ts'
import { freeJobsOfWorkers } from './workerLocks.sql.ts'

/** A worker in this process. */
export type JobWorker = {
  /** Whether it looks for jobs and the database knows that it lives, and when it last heard from the database. */
  health: () => { working: boolean; heardAt: Date | undefined }
  /**
   * Takes no further job, lets those in hand finish and closes its connections. Gives up waiting after `withinSeconds`
   * (20 unless told): what is then cut off is done again by the next worker.
   */
  stop: (options?: { withinSeconds?: number }) => Promise<void>
}

export type WorkerPlan = {
  /**
   * Where the application's role signs in. It needs sessions of its own: no pooler that shares them between
   * transactions.
   */
  connectionString: string
  /** The connections on which the tasks work. */
  pool: Pool
  tasks: Tasks
  recurring: readonly RecurringTask[]
  logger: Logger
  clock: Clock
  /** How many jobs at a time. */
  concurrency: number
  /**
   * How often dead workers and due recurring tasks are looked for; a dead one's jobs are free after twice this time. 15
   * unless told.
   */
  sweepSeconds?: number
}

/**
 * Starts to work through the jobs. A database that is away is waited for, at the start and at any time later; it never
 * ends the process. Any number of workers may run, in any number of processes.
 */
export const startWorker = ({
  connectionString,
  pool,
  tasks,
  recurring,
  logger,
  clock,
  concurrency,
  sweepSeconds = 15,
}: WorkerPlan): JobWorker => {
  const database = taskDatabase({ pool })
  const locks = holdWorkerLocks({ connectionString, logger, clock })
  const queuePool = newQueuePool({ connectionString, connections: concurrency + 3, logger })
  const stopping = new AbortController()
  const inHand = new Map<string, Promise<void>>()
  let working: QueueRunner | undefined

  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) => {
        // While others may take this worker for dead, they may be doing the same job.
        await locks.allHeld()
        if (!locks.state().held) throw new Error('This worker is stopping.')
        const work = task({
          payload,
          database,
          clock,
          attempt: { number: job.attempts, isLast: job.attempts >= job.max_attempts },
        })
        inHand.set(job.id, work)
        await work.finally(() => inHand.delete(job.id))
      },
    ]),
  )

  const workUntilBroken = async (): Promise<void> => {
    const runner = await startQueueRunner({
      pool: queuePool,
      taskList,
      concurrency,
      logger,
      beforeFirstJob: locks.keep,
    })
    working = runner
    if (stopping.signal.aborted) runner.stop()
    await runner.ended
    working = undefined
    await Promise.allSettled(inHand.values())
    // When this fails the sweep does it, for the lock goes too.
    await database.query(freeJobsOfWorkers, [[runner.worker]]).catch(() => undefined)
    await locks.letGo(runner.worker)
  }

  const sweep = sweepForDeadWorkers({ query: database.query })
  const sweepOnce = async (): Promise<void> => {
    const dead = await sweep()
    if (dead.length > 0) logger.warn({ workers: dead.length }, 'A worker died; its jobs are free again.')
    if (
      working &&
      (await keepsLostJob({ query: database.query, worker: working.worker, inHand: new Set(inHand.keys()) }))
    )
      working.stop()
  }

  const again = async ({ step, everySeconds }: { step: () => Promise<void>; everySeconds: number }): Promise<void> => {
    while (!stopping.signal.aborted) {
      await step().catch((problem: unknown) =>
        logger.warn({ problem: String(problem) }, 'The job queue is out of reach; it is tried again.'),
      )
      await pause(everySeconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const addDue = async (): Promise<void> => await addDueRecurringJobs({ database, recurring, now: clock.now() })
  const loops = Promise.all([
    again({ step: workUntilBroken, everySeconds: 1 }),
    again({ step: sweepOnce, everySeconds: sweepSeconds }),
    again({ step: addDue, everySeconds: sweepSeconds }),
  ])

  const end = async (withinSeconds: number): Promise<void> => {
    stopping.abort()
    working?.stop()
    const inTime = await withinTime({ work: working?.ended, milliseconds: withinSeconds * 1000 })
    if (inTime) await withinTime({ work: loops, milliseconds: FAREWELL_MILLISECONDS })
    await locks.close()
    await withinTime({ work: queuePool.end(), milliseconds: FAREWELL_MILLISECONDS })
  }
  let ended: Promise<void> | undefined

  return {
    health: () => {
      const { held, heardAt } = locks.state()
      return { working: working !== undefined && held, heardAt }
    },
    stop: async ({ withinSeconds = 20 } = {}) => {
      ended ??= end(withinSeconds)
      await ended
    },
  }
}

const FAREWELL_MILLISECONDS = 3_000
