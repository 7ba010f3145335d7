import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { startWork, type Work } from '../access/work.ts'
import { inTransaction, plainQuery } from '../database/transaction.ts'
import type { RecurringTask, Tasks } from '../jobs/task.ts'
import type { Area } from './defineArea.ts'

/** The task that clears away for all areas. */
const CLEAR_AWAY = 'clear-away'

/** Everything that the worker does for the areas, by the name of its task. */
export const tasksOf = ({
  areas,
  payload,
  logger,
}: {
  areas: readonly Area[]
  payload: Payload
  logger: Logger
}): Tasks => ({
  ...Object.fromEntries(
    areas
      .flatMap(({ jobs = [] }) => jobs)
      .map(
        ({ task, reason, does }) =>
          [
            task,
            async ({ payload: request }) => {
              const work = await startWork({ payload, actor: { kind: 'system', reason }, from: 'worker' })
              await inTransaction({ req: work.req, work: () => does({ work, request }) })
            },
          ] satisfies [string, Tasks[string]],
      ),
  ),
  ...Object.fromEntries(
    areas
      .flatMap(({ recurring = [] }) => recurring)
      .map(
        (job) =>
          [
            job.task,
            async () => {
              const newWork = () =>
                startWork({ payload, actor: { kind: 'system', reason: job.reason }, from: 'worker' })
              const told =
                'doesOneByOne' in job
                  ? await job.doesOneByOne(newWork)
                  : await inOneTransaction({ work: await newWork(), does: job.does })
              if (told) logger.info(told, job.said)
            },
          ] satisfies [string, Tasks[string]],
      ),
  ),
  [CLEAR_AWAY]: async ({ clock }) => {
    const query = plainQuery(payload)
    const now = clock.now()
    for (const { clearsAway } of areas) await clearsAway?.({ query, now })
  },
})

/** When each of them is due. */
export const recurringOf = (areas: readonly Area[]): RecurringTask[] => [
  ...areas.flatMap(({ recurring = [] }) => recurring).map(({ task, at, catchUpHours }) => ({ task, at, catchUpHours })),
  { task: CLEAR_AWAY, at: '40 3 * * *', catchUpHours: 24 },
]

const inOneTransaction = ({
  work,
  does,
}: {
  work: Work
  does: (work: Work) => Promise<object | undefined>
}): Promise<object | undefined> => inTransaction({ req: work.req, work: () => does(work) })
