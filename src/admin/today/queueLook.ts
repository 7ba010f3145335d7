import type { ReactNode } from 'react'
import type { FirstRows } from '../../core/house/queues.ts'
import type { QueueName, RowOf } from '../../programme/house.ts'

/** What one row of Today shows beside its clock: what it is, where it is read, what is known of it, what can be done. */
export type RowLook = {
  title: string
  /** Where it can be read. */ href?: string
  /** What is known of it, a sentence each. */ facts: ReadonlyArray<string | false | null | undefined>
  /** The one thing that can be done about it here, or why there is none. */ deed: ReactNode
}

/** How a queue looks: what it means, where all of it stands, and each of its rows. */
export type QueueLook<Name extends QueueName> = {
  about?: (queue: FirstRows<RowOf<Name>>) => string | undefined
  all: { href: string; words: string }
  row: (row: RowOf<Name>, now: Date) => RowLook
}
