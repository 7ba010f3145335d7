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
 * The first `count` rows of every queue for one person, or of those named alone. Who shows any of them says so first, by
 * `recordShown`.
 */
export const firstRowsOf = async ({
  work,
  areas,
  count,
  names,
}: {
  work: Work
  areas: readonly Area[]
  count: number
  names?: readonly string[]
}): Promise<Record<string, FirstRows>> => {
  const queues = Object.entries(queuesOf(areas)).filter(([name]) => names === undefined || names.includes(name))
  const found = await Promise.all(
    queues.map(async ([name, { title, waits }]) => {
      const rows = await waits({ work, limit: count + 1 })
      return [name, { title, rows: rows.slice(0, count), hasMore: rows.length > count }] as const
    }),
  )
  return Object.fromEntries(found)
}

/**
 * Records that the sensitive records among some rows are shown, before they are given [DAT-1]; where that fails nothing
 * may be given.
 */
export const recordShown = async ({
  work,
  areas,
  rows,
}: {
  work: Work
  areas: readonly Area[]
  rows: ReadonlyArray<{ queue: string; row: unknown }>
}): Promise<void> => {
  const queues = queuesOf(areas)
  const shown = rows.flatMap(({ queue, row }) => queues[queue]?.shows(row as never) ?? [])
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
          ids: [...new Set(shown.filter((record) => record.collection === collection).map(({ id }) => id))],
        })
    },
  })
}
