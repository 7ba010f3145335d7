import type { Clock } from '../clock/clock.ts'
import type { TaskDatabase } from './taskDatabase.ts'

/** What a task is handed when one of its jobs is due. */
type TaskContext = {
  /** What the job was added with. Read it with a schema: an older version of the program may have written it. */
  payload: unknown
  database: TaskDatabase
  clock: Clock
  attempt: {
    /** 1 for the first try. */
    number: number
    /** Whether the job will not be tried again when this attempt fails. */
    isLast: boolean
  }
}

/** The work behind one kind of job. An error means: try again later, as `retrySchedule.ts` tells. */
export type Task = (context: TaskContext) => Promise<void>

/** Every kind of job that this process can do, by the name under which jobs are added. */
export type Tasks = Readonly<Record<string, Task>>

/** A task that is due again and again. It is given no payload: it looks at what is to be done now. */
export type RecurringTask = {
  task: string
  /**
   * Minute, hour, day, month and weekday as in cron, on London's clock. Between 1 and 2 in the night an hour is missing
   * or comes twice.
   */
  at: string
  /**
   * How far back, in hours, a time that passed while no worker ran is made up for. Several missed times make one run.
   */
  catchUpHours: number
}
