import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import pino from 'pino'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { addJob } from '../../../src/core/jobs/addJob.ts'
import { sweepForDeadWorkers } from '../../../src/core/jobs/deadWorkers.ts'
import { readJobFigures } from '../../../src/core/jobs/jobFigures.ts'
import { migrateJobs } from '../../../src/core/jobs/migrateJobs.ts'
import { addDueRecurringJobs, latestTime } from '../../../src/core/jobs/recurringTasks.ts'
import { attemptsWithin, secondsUntilRetry } from '../../../src/core/jobs/retrySchedule.ts'
import { startWorker, type JobWorker } from '../../../src/core/jobs/startWorker.ts'
import type { RecurringTask, Task, Tasks } from '../../../src/core/jobs/task.ts'
import { taskDatabase, type TaskDatabase } from '../../../src/core/jobs/taskDatabase.ts'
import { databaseForFile, rowsOf, type TestDatabase } from '../../support/database.ts'
import { testClock } from '../../support/clock.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let testDatabase: TestDatabase
let pool: pg.Pool
let database: TaskDatabase
let workers: JobWorker[]

beforeAll(async () => {
  testDatabase = await databaseForFile()
  pool = new pg.Pool({ connectionString: testDatabase.applicationUrl, max: 5 })
  database = taskDatabase({ pool })
})

afterAll(async () => {
  await pool.end()
})

beforeEach(async () => {
  workers = []
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from graphile_worker._private_jobs' })
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from graphile_worker._private_known_crontabs' })
})

afterEach(async () => {
  await Promise.all(workers.map(async (worker) => await worker.stop()))
})

const work = ({
  tasks,
  recurring = [],
  sweepSeconds = 60,
}: {
  tasks: Tasks
  recurring?: RecurringTask[]
  sweepSeconds?: number
}): JobWorker => {
  const worker = startWorker({
    connectionString: testDatabase.applicationUrl,
    pool,
    tasks,
    recurring,
    logger: pino({ level: 'silent' }),
    clock: systemClock,
    concurrency: 2,
    sweepSeconds,
  })
  workers.push(worker)
  return worker
}

const jobs = async (): Promise<
  Array<{ key: string; attempts: number; locked_by: string | null; last_error: string | null; waits: number }>
> =>
  await database.query(
    `select key, attempts::int as attempts, locked_by, last_error from graphile_worker._private_jobs order by id`,
  )

const add = async (job: {
  task: string
  key: string
  payload?: Record<string, unknown>
  maxAttempts?: number
}): Promise<void> => await addJob({ query: database.query, job: { payload: {}, maxAttempts: 3, ...job } })

test('the application works the queue and can change nothing about it', async () => {
  for (const statement of [
    'truncate graphile_worker._private_jobs',
    'drop table graphile_worker._private_jobs',
    'alter table graphile_worker._private_jobs disable row level security',
    'create table graphile_worker.mine ()',
    'delete from graphile_worker.migrations',
  ]) {
    await expect(database.query(statement)).rejects.toThrow(/permission denied|must be owner/)
  }
})

test('bringing the queue up to date again changes nothing and holds up no worker', async () => {
  const done: unknown[] = []
  const worker = work({ tasks: { note: async ({ payload }) => void done.push(payload) } })
  await waitUntil({ what: 'the worker to work', holds: () => worker.health().working })
  await Promise.all([migrateJobs(testDatabase), migrateJobs(testDatabase)])
  await add({ task: 'note', key: 'one', payload: { number: 1 } })
  await waitUntil({ what: 'the job to be done', holds: () => done.length === 1 })
})

test('a job lives and dies with the transaction that added it', async () => {
  const done: unknown[] = []
  work({ tasks: { note: async ({ payload }) => void done.push(payload) } })
  await expect(
    database.withTransaction(async (query) => {
      await addJob({ query, job: { task: 'note', key: 'undone', payload: { number: 1 }, maxAttempts: 1 } })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  await database.withTransaction(
    async (query) =>
      await addJob({ query, job: { task: 'note', key: 'done', payload: { number: 2 }, maxAttempts: 1 } }),
  )
  await waitUntil({ what: 'the job to be done', holds: () => done.length > 0 })
  expect(done).toEqual([{ number: 2 }])
})

test('a transaction that PostgreSQL turned into a rollback is an error, and its connection is fit for the next', async () => {
  await expect(
    database.withTransaction(async (query) => {
      await query('select 1 / 0').catch(() => undefined)
    }),
  ).rejects.toThrow('rolled the transaction back')
  expect(await database.withTransaction(async (query) => await query('select 1 as one'))).toEqual([{ one: 1 }])
})

test('a job that fails rests as the schedule says, and three days are 21 tries', async () => {
  const attempts: Array<{ number: number; isLast: boolean }> = []
  const failing: Task = async ({ attempt }) => {
    attempts.push(attempt)
    throw new Error('not today')
  }
  work({ tasks: { failing } })
  await add({ task: 'failing', key: 'failing', maxAttempts: 2 })
  await waitUntil({ what: 'a first failure', holds: async () => (await jobs())[0]?.last_error === 'not today' })
  const [rest] = await database.query<{ seconds: number }>(
    'select extract(epoch from run_at - now())::float8 as seconds from graphile_worker._private_jobs',
  )
  expect(rest?.seconds).toBeGreaterThan(1)
  expect(rest?.seconds).toBeLessThanOrEqual(secondsUntilRetry({ failedAttempts: 1 }))
  await database.query('update graphile_worker._private_jobs set run_at = now()')
  await waitUntil({
    what: 'a second failure',
    holds: async () => (await jobs())[0]?.attempts === 2 && (await jobs())[0]?.locked_by === null,
  })
  expect(attempts).toEqual([
    { number: 1, isLast: false },
    { number: 2, isLast: true },
  ])
  expect(await readJobFigures(database)).toMatchObject({ givenUp: 1, due: 0 })

  expect(attemptsWithin({ hours: 72 })).toBe(21)
  const rests = Array.from({ length: 20 }, (_, index) => secondsUntilRetry({ failedAttempts: index + 1 }))
  const hours = rests.reduce((sum, seconds) => sum + seconds, 0) / 3600
  expect(hours).toBeGreaterThan(66)
  expect(hours).toBeLessThanOrEqual(72)
})

test('the jobs of a dead worker are freed after two sweeps; those of a living one never', async () => {
  let finish = (): void => undefined
  const long = new Promise<void>((resolve) => {
    finish = resolve
  })
  work({ tasks: { long: async () => await long } })
  await add({ task: 'long', key: 'in good hands' })
  await waitUntil({ what: 'the job to be in hand', holds: async () => (await readJobFigures(database)).running === 1 })
  await add({ task: 'other', key: 'orphan' })
  await database.query(
    `update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now(), attempts = 1 where key = 'orphan'`,
  )

  const sweep = sweepForDeadWorkers(database)
  expect(await sweep()).toEqual([])
  expect((await jobs()).map(({ locked_by }) => locked_by !== null)).toEqual([true, true])
  expect(await sweep()).toEqual(['pool-of-the-dead'])
  expect((await jobs()).map(({ key, locked_by }) => ({ key, kept: locked_by !== null }))).toEqual([
    { key: 'in good hands', kept: true },
    { key: 'orphan', kept: false },
  ])
  expect(await sweep()).toEqual([])
  finish()
})

test('a job taken by a statement whose answer never came is given back, and done', async () => {
  const done: unknown[] = []
  let name: string | null = null
  const tasks: Tasks = {
    note: async ({ payload }) => void done.push(payload),
    'tell its name': async () => {
      name = (await jobs()).find(({ key }) => key === 'name')?.locked_by ?? null
    },
  }
  work({ tasks, sweepSeconds: 0.2 })
  await add({ task: 'tell its name', key: 'name' })
  await waitUntil({ what: "the worker's name", holds: () => name !== null })

  await addJob({
    query: database.query,
    job: {
      task: 'note',
      key: 'lost',
      payload: { lost: true },
      maxAttempts: 3,
      runAt: new Date(systemClock.now().getTime() + 3_600_000),
    },
  })
  await database.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '2 minutes', run_at = now(), attempts = 1 where key = 'lost'`,
    [name],
  )
  await waitUntil({ what: 'the lost job to be done', holds: () => done.length === 1, timeoutMilliseconds: 20_000 })
  expect(done).toEqual([{ lost: true }])
})

test('a recurring task runs at its time, once however many workers there are, and makes up once for missed times', async () => {
  const clock = testClock('2026-03-03T06:58:00Z')
  const recurring = [{ task: 'daily', at: '0 7 * * *', catchUpHours: 24 }]
  const tick = async (): Promise<void> => {
    await Promise.all(
      Array.from({ length: 4 }, async () => await addDueRecurringJobs({ database, recurring, now: clock.now() })),
    )
  }
  const takeJobs = async (): Promise<number> =>
    (await database.query('delete from graphile_worker._private_jobs returning id')).length

  await tick()
  expect(await takeJobs()).toBe(0)
  clock.set('2026-03-03T07:00:20Z')
  await tick()
  await tick()
  expect(await takeJobs()).toBe(1)
  clock.set('2026-03-06T06:59:59Z')
  await tick()
  expect(await takeJobs()).toBe(1)
  clock.set('2026-03-06T07:00:00Z')
  await tick()
  expect(await takeJobs()).toBe(1)
})

test('the recurring tasks of a worker are done, one after the other', async () => {
  let running = 0
  let most = 0
  let runs = 0
  const recurring = [{ task: 'often', at: '* * * * *', catchUpHours: 1 }]
  const often: Task = async () => {
    running += 1
    most = Math.max(most, running)
    await pause(150)
    running -= 1
    runs += 1
  }
  work({ tasks: { often }, recurring, sweepSeconds: 0.05 })
  const missATime = async (): Promise<unknown> =>
    await database.query(
      `update graphile_worker._private_known_crontabs set last_execution = null, known_since = now() - interval '10 minutes'`,
    )
  await waitUntil({
    what: 'three runs',
    holds: async () => {
      await missATime()
      return runs >= 3
    },
  })
  expect(most).toBe(1)
})

test.each([
  ['in winter', '0 7 * * *', '2026-03-03T12:00:00Z', '2026-03-03T07:00:00.000Z'],
  ['in summer', '0 7 * * *', '2026-07-03T12:00:00Z', '2026-07-03T06:00:00.000Z'],
  ['on the day the clocks go forward', '0 7 * * *', '2026-03-29T12:00:00Z', '2026-03-29T06:00:00.000Z'],
  ['on the day they go back', '0 7 * * *', '2026-10-25T12:00:00Z', '2026-10-25T07:00:00.000Z'],
  ['on 29 February', '30 9 29 2 *', '2028-02-29T12:00:00Z', '2028-02-29T09:30:00.000Z'],
  ['on Mondays', '0 9 * * 1', '2026-03-03T08:00:00Z', '2026-03-02T09:00:00.000Z'],
  ['at this very minute', '*/15 * * * *', '2026-03-03T12:15:59Z', '2026-03-03T12:15:00.000Z'],
])("times are on London's clock: %s", (_when, at, now, expected) => {
  expect(latestTime({ at, now: new Date(now), withinHours: 48 })?.toISOString()).toBe(expected)
})

test('a time longer ago than is made up for is let go', () => {
  expect(latestTime({ at: '0 7 * * *', now: new Date('2026-03-03T12:00:00Z'), withinHours: 4 })).toBeUndefined()
})

test('stopping lets a job in hand finish and takes no other', async () => {
  const done: string[] = []
  let finish = (): void => undefined
  const slow: Task = async () => {
    await new Promise<void>((resolve) => {
      finish = resolve
    })
    done.push('slow')
  }
  const worker = work({ tasks: { slow, quick: async () => void done.push('quick') } })
  await waitUntil({ what: 'the worker to work', holds: () => worker.health().working })
  expect((await readJobFigures(database)).workers).toBe(1)
  await add({ task: 'slow', key: 'slow' })
  await waitUntil({ what: 'the job to be in hand', holds: async () => (await readJobFigures(database)).running === 1 })
  const stopped = worker.stop()
  // A look for jobs that was under way when it was told to stop may still bring one.
  await pause(500)
  await add({ task: 'quick', key: 'quick' })
  finish()
  await stopped
  expect(done).toEqual(['slow'])
  expect(await jobs()).toMatchObject([{ key: 'quick', attempts: 0, locked_by: null }])
  expect(worker.health().working).toBe(false)
  await waitUntil({ what: 'the lock to be gone', holds: async () => (await readJobFigures(database)).workers === 0 })
})

test('stopping does not wait for ever, and the next worker does again what was cut off', async () => {
  const worker = work({ tasks: { endless: async () => await new Promise<void>(() => undefined) } })
  await add({ task: 'endless', key: 'endless' })
  await waitUntil({ what: 'the job to be in hand', holds: async () => (await readJobFigures(database)).running === 1 })
  await worker.stop({ withinSeconds: 0.3 })
  const done: string[] = []
  work({ tasks: { endless: async () => void done.push('done') }, sweepSeconds: 0.3 })
  await waitUntil({ what: 'the job to be done by the next', holds: () => done.length === 1 })
})

test('the figures say how long the oldest due job has waited', async () => {
  await add({ task: 'nobody does this', key: 'old' })
  await database.query(`update graphile_worker._private_jobs set run_at = now() - interval '90 seconds'`)
  const figures = await readJobFigures(database)
  expect(figures).toMatchObject({ due: 1, running: 0, givenUp: 0, workers: 0 })
  expect(figures.longestWaitSeconds).toBeGreaterThanOrEqual(90)
})
