import type { Work } from '../access/work.ts'
import { recordReads } from '../audit/record.ts'
import { inTransaction } from '../database/transaction.ts'
import { recordNamed } from './collections.ts'
import type { Area } from './defineArea.ts'
import type { AnyQueue } from './defineQueue.ts'

/** The first rows of a queue, what it is called, and whether there are more. */
export type FirstRows<Row = unknown> = { title: string; rows: Row[]; hasMore: boolean }

/** Every queue of the house by its name. Throws where two areas give one name. */
export const queuesOf = (areas: readonly Area[]): Record<string, AnyQueue> => {
  const named = areas.flatMap(({ queues = {} }) => Object.entries(queues))
  const twice = named.find(([name], place) => named.findIndex(([other]) => other === name) !== place)
  if (twice) throw new Error(`Two areas have a queue “${twice[0]}”.`)
  return Object.fromEntries(named)
}

/**
 * The first `count` rows of every queue for one person. That the sensitive records among them were shown is recorded
 * before they are given [DAT-1]; when that fails nothing is given.
 */
export const firstRowsOf = async ({
  work,
  areas,
  count,
}: {
  work: Work
  areas: readonly Area[]
  count: number
}): Promise<Record<string, FirstRows>> => {
  const queues = Object.entries(queuesOf(areas))
  const found = await Promise.all(
    queues.map(async ([name, queue]) => {
      const rows = await queue.waits({ work, limit: count + 1 })
      return { name, queue, rows: rows.slice(0, count), hasMore: rows.length > count }
    }),
  )
  await recordShown({
    work,
    areas,
    shown: found.flatMap(({ queue, rows }) => rows.flatMap((row) => queue.shows(row as never))),
  })
  return Object.fromEntries(found.map(({ name, queue: { title }, rows, hasMore }) => [name, { title, rows, hasMore }]))
}

const recordShown = async ({
  work,
  areas,
  shown,
}: {
  work: Work
  areas: readonly Area[]
  shown: ReadonlyArray<{ collection: string; id: string }>
}): Promise<void> => {
  const collections = [...new Set(shown.map(({ collection }) => collection))].filter(
    (slug) => recordNamed({ areas, slug }).custom.nature.sensitive,
  )
  if (collections.length === 0) return
  await inTransaction({
    req: work.req,
    work: async () => {
      for (const collection of collections)
        await recordReads({
          work,
          collection,
          ids: shown.filter((record) => record.collection === collection).map(({ id }) => id),
        })
    },
  })
}
