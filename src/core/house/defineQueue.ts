import type { Actor } from '../access/actor.ts'
import type { Work } from '../access/work.ts'
import type { Held } from './held.ts'
import type { Subject } from './inbox.ts'
import type { Day, Gravity } from './urgency.ts'

/** Who asks a queue, and for how many rows at most. */
type Asking = { work: Work; limit: number }

/**
 * Something that waits for people: what it is, whom it concerns, and what can be done. Today, its counts and the
 * figures read it.
 */
export type Queue<Row> = {
  /** What it is called where it stands. */
  title: string
  /** Under which heading of Today it stands, and where among what stands there (1 comes first). */
  under: string
  place: number
  /** Whom it concerns. Nobody else is asked for it, and nobody else is given a row. */
  concerns: (actor: Actor) => boolean
  /** What waits, the most pressing first: few statements, however much there is. */
  waits: (asking: Asking) => Promise<Row[]>
  /** How much hangs on it. */
  gravity: Gravity
  /** Whether its rows always stand before whoever can do something about them, however much else waits. */
  neverLeftOut: boolean
  /** By when something is to be done; nothing where it has no day. */
  by: (row: Row) => Day
  /** Since when it waits; nothing where that is not known. */
  since: (row: Row) => Day
  /** What a row is about: the same child in two queues is one subject. */
  subject: (row: Row) => Subject
  /** What is to be done, in a few words: "Confirm the meeting". */
  words: (row: Row) => string
  /**
   * Whether the person who looks can do something about it; what waits for somebody else alone they can only know of.
   */
  canBeDone: (row: Row, now: Date) => boolean
  /** What its rows are called where they wait for somebody else: "consent waits for a parent", and several of them. */
  ofOthers: { one: string; many: string }
  /** Where what waits is decided together: its place on the agenda, and the record that is decided about. */
  agenda: { place: number; decides: (row: Row) => Held } | undefined
  /** Which records a row shows. That sensitive ones were read is recorded before they are given [DAT-1]. */
  shows: (row: Row) => readonly Held[]
}

/** A queue whose rows are closed away. */
export type AnyQueue = Omit<Queue<never>, 'waits'> & { waits: (asking: Asking) => Promise<unknown[]> }

/** Declares a queue. Whomever it does not concern it gives nothing. */
export const defineQueue = <Row>({
  by = () => undefined,
  since = () => undefined,
  canBeDone = () => true,
  neverLeftOut = false,
  agenda = undefined,
  ofOthers = { one: 'thing waits for somebody else', many: 'things wait for somebody else' },
  ...queue
}: Omit<Queue<Row>, Optional> & Partial<Pick<Queue<Row>, Optional>>): Queue<Row> => ({
  ...queue,
  by,
  since,
  canBeDone,
  neverLeftOut,
  agenda,
  ofOthers,
  waits: async (asking) => (queue.concerns(asking.work.actor) ? queue.waits(asking) : []),
})

type Optional = 'by' | 'since' | 'canBeDone' | 'neverLeftOut' | 'agenda' | 'ofOthers'

/** A subject by the records that it is known by, under the name that people know it by. */
export const subjectOf = (name: string, ...records: readonly [Held, ...Held[]]): Subject => ({
  name,
  keys: records.map(({ collection, id }) => `${collection} ${id}`),
})

/** The records of one collection that rows with an `id` of their own show. */
export const itself =
  (collection: string) =>
  ({ id }: { id: string }): Held[] => [{ collection, id }]
