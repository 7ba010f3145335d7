import { TZDate } from '@date-fns/tz'
import { parseCronItem, type CronMatcher } from 'graphile-worker'
import { LONDON } from '../clock/londonDates.ts'
import { addJob } from './addJob.ts'
import type { RecurringTask } from './task.ts'
import type { TaskDatabase } from './taskDatabase.ts'

/**
 * Adds a job for every recurring task whose time has come since it last ran. To be called every few seconds by every
 * worker:
 * a time is taken by one of them, and times that passed while none worked, or PostgreSQL was away, make one job
 * together.
 */
export const addDueRecurringJobs = async ({
  database,
  recurring,
  now,
}: {
  database: TaskDatabase
  recurring: readonly RecurringTask[]
  now: Date
}): Promise<void> => {
  for (const { task, at, catchUpHours } of recurring) {
    const time = latestTime({ at, now, withinHours: catchUpHours })
    await database.withTransaction(async (query) => {
      await query(
        'insert into graphile_worker._private_known_crontabs (identifier, known_since) values ($1, $2) on conflict do nothing',
        [task, now.toISOString()],
      )
      if (!time) return
      const taken = await query(
        `update graphile_worker._private_known_crontabs set last_execution = $2
         where identifier = $1 and coalesce(last_execution, known_since) < $2 returning identifier`,
        [task, time.toISOString()],
      )
      if (taken.length > 0)
        await addJob({
          query,
          job: {
            task,
            payload: {},
            key: `recurring:${task}`,
            queue: `recurring:${task}`,
            maxAttempts: RECURRING_ATTEMPTS,
          },
        })
    })
  }
}

/**
 * The last minute up to now, in London, that a time table names; undefined when there was none within so many hours.
 */
export const latestTime = ({
  at,
  now,
  withinHours,
}: {
  at: string
  now: Date
  withinHours: number
}): Date | undefined => {
  const names = matcherOf(at)
  const thisMinute = Math.floor(now.getTime() / MINUTE) * MINUTE
  for (let minutes = 0; minutes <= withinHours * 60; minutes += 1) {
    const candidate = new Date(thisMinute - minutes * MINUTE)
    const there = new TZDate(candidate, LONDON)
    if (
      names({
        min: there.getMinutes(),
        hour: there.getHours(),
        date: there.getDate(),
        month: there.getMonth() + 1,
        dow: there.getDay(),
      })
    )
      return candidate
  }
  return undefined
}

const matcherOf = (at: string): CronMatcher => parseCronItem({ task: 'any', match: at }).match

const MINUTE = 60_000

/** A recurring task that fails three times waits for its next time. */
const RECURRING_ATTEMPTS = 3
