import { queuesOf, type FirstRows } from '../../core/house/queues.ts'
import { areas as allAreas, TODAY_HEADINGS, type QueueName } from '../../programme/house.ts'
import type { WhatWaits } from './loadToday.ts'

/** A heading of Today with the queues under it, and how many rows there this person can do something about. */
export type Area = { id: string; title: string; queues: QueueName[]; own: number; hasMore: boolean }

/**
 * In which order Today shows what waits: by heading, the most urgent first; under a heading as the queues say. A queue
 * in which this person can do nothing, because every row waits for somebody else, comes at the end under a heading of
 * its own. What is empty is left out.
 */
export const arrange = ({ waits, now }: { waits: WhatWaits; now: Date }): Area[] => {
  const headings = Object.entries(TODAY_HEADINGS).map(([id, title]) =>
    areaOf({ waits, now, id, title, queues: namesUnder(id).filter((name) => ownRows({ waits, name, now }) > 0) }),
  )
  const ofOthers = Object.keys(TODAY_HEADINGS)
    .flatMap(namesUnder)
    .filter((name) => waits[name].rows.length > 0 && ownRows({ waits, name, now }) === 0)
  return [
    ...headings,
    areaOf({ waits, now, id: 'of-others', title: 'Waiting for somebody else', queues: ofOthers }),
  ].filter(({ queues }) => queues.length > 0)
}

const areaOf = ({
  waits,
  now,
  id,
  title,
  queues,
}: {
  waits: WhatWaits
  now: Date
  id: string
  title: string
  queues: QueueName[]
}): Area => ({
  id: `area-${id}`,
  title,
  queues,
  own: queues.reduce((sum, name) => sum + ownRows({ waits, name, now }), 0),
  hasMore: queues.some((name) => waits[name].hasMore),
})

const QUEUES = queuesOf(allAreas)

const namesUnder = (heading: string): QueueName[] =>
  Object.entries(QUEUES)
    .filter(([, { under }]) => under === heading)
    .sort(([, one], [, other]) => one.place - other.place)
    .map(([name]) => name as QueueName)

const ownRows = ({ waits, name, now }: { waits: Record<QueueName, FirstRows>; name: QueueName; now: Date }): number =>
  waits[name].rows.filter((row) => QUEUES[name]?.canBeDone(row as never, now)).length
