import type { Work } from '../../core/access/work.ts'
import type { Area } from '../../core/house/defineArea.ts'
import { firstRowsOf, queuesOf, type FirstRows } from '../../core/house/queues.ts'
import { areas as allAreas, type QueueName, type RowOf, type TODAY_HEADINGS } from '../../programme/house.ts'

/** What waits for one person, queue by queue. */
export type WhatWaits = { [Name in QueueName]: FirstRows<RowOf<Name>> }

/** A heading of Today: the name of its tab. */
export type Heading = keyof typeof TODAY_HEADINGS

/** How many rows of each queue are looked at for what is one's own: as many as stand there, so that one may fill it. */
export const ROWS_OF_EACH = 7

/** How many rows of a queue stand in its tab. */
export const ROWS_IN_TAB = 20

/**
 * The first rows of every queue that an area declares, or of those named: nobody may be shown any before that is
 * recorded.
 */
export const whatWaits = async ({
  work,
  names,
  count = ROWS_OF_EACH,
  areas = allAreas,
}: {
  work: Work
  names?: readonly QueueName[]
  count?: number
  areas?: readonly Area[]
}): Promise<WhatWaits> =>
  ({ ...NOTHING, ...(await firstRowsOf({ work, areas, count, ...(names ? { names } : {}) })) }) as WhatWaits

const QUEUES = queuesOf(allAreas)

/** A queue that was not asked for has no row. */
const NOTHING = Object.fromEntries(
  Object.entries(QUEUES).map(([name, { title }]) => [name, { title, rows: [], hasMore: false }]),
)

/** The queues under a heading, in their order. */
export const queuesUnder = (heading: Heading): QueueName[] =>
  Object.entries(QUEUES)
    .filter(([, { under }]) => under === heading)
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([name]) => name as QueueName)
