import type { Work } from '../access/work.ts'
import type { Query } from '../database/query.ts'
import type { RecurringTask } from '../jobs/task.ts'

/**
 * Work that somebody asked for and that the worker does later, in one transaction. `reason` is what the audit says of
 * it.
 */
export type AskedJob = {
  task: string
  reason: string
  does: (given: { work: Work; request: unknown }) => Promise<void>
}

/**
 * What an area does again and again, at times on London's clock. Gives what it came to, for the log; undefined where
 * there is nothing to tell.
 */
export type RecurringJob = RecurringTask & {
  reason: string
  /** What is logged afterwards. */
  said: string
} & (
    | { /** In one transaction. */ does: (work: Work) => Promise<object | undefined> }
    | {
        /** In as many transactions as it opens. */ doesOneByOne: (
          newWork: () => Promise<Work>,
        ) => Promise<object | undefined>
      }
  )

/** What an area clears away each night, of that which ends by itself. */
export type Clearing = (given: { query: Query; now: Date }) => Promise<void>
