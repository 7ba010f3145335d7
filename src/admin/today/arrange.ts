import { inboxOf, type Inbox, type Waiting } from '../../core/house/inbox.ts'
import { queuesOf } from '../../core/house/queues.ts'
import { urgencyOf } from '../../core/house/urgency.ts'
import { areas, TODAY_HEADINGS, type QueueName } from '../../programme/house.ts'
import { queuesUnder, type Heading, type WhatWaits } from './whatWaits.ts'

/** One row of a queue with its place among all. */
export type Item = Waiting & { id: string; queue: QueueName; row: unknown; words: string }

/** A queue as it stands on Today: what this person can do something about, and what waits for somebody else. */
export type QueueOnToday = { name: QueueName; title: string; own: Item[]; ofOthers: Item[]; hasMore: boolean }

/** A tab of Today: an area, and how many rows there this person can do something about. */
export type Tab = { id: Heading; title: string; own: number; hasMore: boolean }

/** How many subjects stand at once under what is one's own. */
export const YOURS_AT_ONCE = 7

/** What is this person's own, the most urgent first, each subject once. */
export const yours = ({ waits, now, most }: { waits: WhatWaits; now: Date; most: number }): Inbox<Item> =>
  inboxOf({ items: queuesOnToday({ waits, now }).flatMap(({ own }) => own), most })

/** Each queue in which anything waits, by heading and place, or those of one heading alone. */
export const queuesOnToday = ({
  waits,
  now,
  heading,
}: {
  waits: WhatWaits
  now: Date
  heading?: Heading
}): QueueOnToday[] =>
  (heading ? [heading] : HEADINGS)
    .flatMap(queuesUnder)
    .filter((name) => waits[name].rows.length > 0)
    .map((name) => {
      const { title, rows, hasMore } = waits[name]
      const items = rows.map((row) => ({ row, item: itemOf({ name, row, now }) }))
      const isOwn = ({ row }: { row: unknown }): boolean => QUEUES[name]?.canBeDone(row as never, now) ?? false
      return {
        name,
        title,
        hasMore,
        own: items.filter(isOwn).map(({ item }) => item),
        ofOthers: items.filter((one) => !isOwn(one)).map(({ item }) => item),
      }
    })

/** The areas in which anything waits, each with how much of it is this person's own. */
export const tabsOf = ({ waits, now }: { waits: WhatWaits; now: Date }): Tab[] =>
  HEADINGS.flatMap((id) => {
    const queues = queuesOnToday({ waits, now, heading: id })
    if (queues.length === 0) return []
    return [
      {
        id,
        title: TODAY_HEADINGS[id],
        own: queues.reduce((sum, { own }) => sum + own.length, 0),
        hasMore: queues.some(({ own, hasMore }) => hasMore && own.length > 0),
      },
    ]
  })

/** What waits for somebody else, in a line: "3 consents wait for parents, the oldest 6 days". */
export const ofOthersInWords = ({ name, ofOthers, hasMore }: QueueOnToday): string => {
  const words = QUEUES[name]?.ofOthers
  const count = `${ofOthers.length}${hasMore ? ' or more' : ''}`
  const line = `${count} ${ofOthers.length === 1 && !hasMore ? words?.one : words?.many}`
  const oldest = ofOthers.map(({ urgency }) => urgency.waitedDays ?? 0).reduce((most, days) => Math.max(most, days), 0)
  return oldest > 0 ? `${line}, the oldest ${oldest} day${oldest === 1 ? '' : 's'}` : line
}

const HEADINGS = Object.keys(TODAY_HEADINGS) as Heading[]

const QUEUES = queuesOf(areas)

const itemOf = ({ name, row, now }: { name: QueueName; row: unknown; now: Date }): Item => {
  const queue = QUEUES[name]
  if (!queue) throw new Error(`There is no queue ${name}.`)
  const given = row as never
  return {
    id: `${name} ${(row as { id: string }).id}`,
    queue: name,
    row,
    words: queue.words(given),
    subject: queue.subject(given),
    urgency: urgencyOf({ gravity: queue.gravity, by: queue.by(given), since: queue.since(given), now }),
    neverLeftOut: queue.neverLeftOut,
    kind: { name: queue.title, keys: [`queue ${name}`] },
  }
}
