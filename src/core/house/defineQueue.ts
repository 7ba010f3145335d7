import type { Actor } from '../access/actor.ts'
import type { Work } from '../access/work.ts'
import type { Held } from './held.ts'

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
  /** By when something is to be done: a calendar date or a moment; undefined where it has no day. */
  by: (row: Row) => string | Date | null | undefined
  /**
   * Whether the person who looks can do something about it; what waits for somebody else alone they can only know of.
   */
  canBeDone: (row: Row, now: Date) => boolean
  /** Which records a row shows. That sensitive ones were read is recorded before they are given [DAT-1]. */
  shows: (row: Row) => readonly Held[]
}

/** A queue whose rows are closed away. */
export type AnyQueue = Omit<Queue<never>, 'waits'> & { waits: (asking: Asking) => Promise<unknown[]> }

/** Declares a queue. Whomever it does not concern it gives nothing. */
export const defineQueue = <Row>({
  by = () => undefined,
  canBeDone = () => true,
  ...queue
}: Omit<Queue<Row>, 'by' | 'canBeDone'> & Partial<Pick<Queue<Row>, 'by' | 'canBeDone'>>): Queue<Row> => ({
  ...queue,
  by,
  canBeDone,
  waits: async (asking) => (queue.concerns(asking.work.actor) ? queue.waits(asking) : []),
})

/** The records of one collection that rows with an `id` of their own show. */
export const itself =
  (collection: string) =>
  ({ id }: { id: string }): Held[] => [{ collection, id }]
