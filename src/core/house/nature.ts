/**
 * Which records of a kind never change: none; every one from the moment at which it is stored; or those in some states
 * (an adopted version, say). The database itself holds the latter two, and a real deployment looks whether it does
 * before it starts.
 */
export type Final = 'never' | 'once-stored' | 'in-some-states'

/**
 * Whom a kind of record tells of: nobody; or through which of its fields the person is found. A field may lead to a
 * record that itself tells of somebody. `itself` says that the record describes a person (a child, an account) or names
 * one who has no record of their own.
 */
export type About = 'nobody' | readonly [string, ...string[]]

/**
 * How long a kind of record is kept. `with-the-person`: as long as the record of whom it tells of. `as-evidence`:
 * longer, because it shows
 * that something was allowed, decided or done. `while-in-use`: it is the charity's own and tells of no case. `briefly`:
 * it ends by itself and is then cleared away.
 */
type Kept = 'with-the-person' | 'as-evidence' | 'while-in-use' | 'briefly'

/** What a kind of record is. Every one says so, and what must hold for such records is derived from it. */
export type Nature<Told extends About = About> = {
  final: Final
  /** Whether reads are recorded one by one [DAT-1]: for records about a child or a worry. */
  sensitive: boolean
  about: Told
  kept: Kept
}
