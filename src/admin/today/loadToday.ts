import type { Work } from '../../core/access/work.ts'
import type { Area } from '../../core/house/defineArea.ts'
import { firstRowsOf, type FirstRows } from '../../core/house/queues.ts'
import { areas as allAreas, type QueueName, type RowOf } from '../../programme/house.ts'
import { hasChildren } from '../../programme/people/queues.ts'
import { isCaseworker } from '../../programme/people/roles.ts'

/** How many rows of a queue stand on Today. */
export const ROWS_ON_TODAY = 5

/**
 * What waits for one person, and whether the programme has begun for them: whether there is any child, or any row to
 * make one of.
 */
export type WhatWaits = { [Name in QueueName]: FirstRows<RowOf<Name>> } & { isBegun: boolean }

/** Everything that waits for this person today, in every queue that an area declares. */
export const loadToday = async ({
  work,
  areas = allAreas,
}: {
  work: Work
  areas?: readonly Area[]
}): Promise<WhatWaits> => {
  const [isBegun, queues] = await Promise.all([
    isCaseworker(work.actor) ? hasChildren(work) : true,
    firstRowsOf({ work, areas, count: ROWS_ON_TODAY }),
  ])
  return {
    ...(queues as { [Name in QueueName]: FirstRows<RowOf<Name>> }),
    isBegun: isBegun || (queues.entries?.rows.length ?? 0) > 0,
  }
}

/** What the component of one queue is given. */
export type QueueProps<Name extends keyof WhatWaits> = { queue: WhatWaits[Name]; now: Date }
