import { compareUrgency, type Urgency } from './urgency.ts'

/** What a row is about: what that is called, and the records by which it is known again in another row. */
export type Subject = { name: string; keys: readonly string[] }

/** One thing that waits, as far as its place among others hangs on it. */
export type Waiting = {
  subject: Subject
  urgency: Urgency
  /** Whether it always stands, however much else waits. */
  neverLeftOut: boolean
  /** What it and its like are together: what stands for them all where there are too many of them. */
  kind: Subject
}

/** A subject once: the most urgent thing about it, and what else waits about it. */
export type InboxRow<Item extends Waiting> = { subject: Subject; first: Item; also: Item[] }

/** The first rows, most urgent first, and how many subjects are beyond them. */
export type Inbox<Item extends Waiting> = { rows: Array<InboxRow<Item>>; beyond: number }

/**
 * Every subject once, the most urgent first, `most` of them. What is never left out keeps its place, whatever is more
 * urgent; where there is more of it than places, all of a kind stand together as one.
 */
export const inboxOf = <Item extends Waiting>({
  items,
  most,
}: {
  items: readonly Item[]
  most: number
}): Inbox<Item> => {
  const apart = bySubject(items)
  const all = apart.filter(isNeverLeftOut).length > most ? bySubject(items.map(foldedIfCertain)) : apart
  const certain = all.filter(isNeverLeftOut)
  const others = all.filter((row) => !isNeverLeftOut(row)).slice(0, Math.max(0, most - certain.length))
  const chosen = new Set([...certain, ...others])
  return { rows: all.filter((row) => chosen.has(row)), beyond: all.length - chosen.size }
}

const foldedIfCertain = <Item extends Waiting>(item: Item): Item =>
  item.neverLeftOut ? { ...item, subject: item.kind } : item

/** Rows that share any record are one, in the place of the most urgent among them. */
const bySubject = <Item extends Waiting>(items: readonly Item[]): Array<InboxRow<Item>> => {
  const groups: Array<{ keys: Set<string>; items: Item[] }> = []
  for (const item of items) {
    const known = groups.filter(({ keys }) => item.subject.keys.some((key) => keys.has(key)))
    const group = known.shift() ?? groups[groups.push({ keys: new Set(), items: [] }) - 1]
    if (!group) continue
    for (const other of [{ keys: new Set(item.subject.keys), items: [item] }, ...known]) {
      for (const key of other.keys) group.keys.add(key)
      group.items.push(...other.items)
      if (groups.includes(other)) groups.splice(groups.indexOf(other), 1)
    }
  }
  return groups
    .flatMap(({ items: together }) => {
      const [first, ...also] = together.sort((one, other) => compareUrgency(one.urgency, other.urgency))
      return first ? [{ subject: first.subject, first, also }] : []
    })
    .sort((one, other) => compareUrgency(one.first.urgency, other.first.urgency))
}

const isNeverLeftOut = <Item extends Waiting>({ first, also }: InboxRow<Item>): boolean =>
  [first, ...also].some(({ neverLeftOut }) => neverLeftOut)
