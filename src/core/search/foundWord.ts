import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

/**
 * Stands before a word that is to be looked for among all texts of a record, not in one. No text that is kept holds
 * this sign; whoever sends it asks no more than what a search box asks.
 */
export const FOUND = '\u0001'

/** The name of the column that holds a record's texts folded together. PostgreSQL itself fills it. */
const FOUND_BY = 'found_by'

type Like = (column: AnyColumn, pattern: string) => SQL

/**
 * Payload's comparison with a part of a text, which also knows words marked with `FOUND`: those are looked for in
 * `found_by` of the column's table. `isSearched` says whether a table has one.
 */
export const likeOrFound =
  ({ like, isSearched }: { like: Like; isSearched: (table: string) => boolean }): Like =>
  (column, pattern) => {
    if (!pattern.startsWith(`%${FOUND}`)) return like(column, pattern)
    const { [NAME]: name, [ORIGINAL_NAME]: original } = column.table as unknown as Record<symbol, string>
    const word = pattern.slice(2, -1).replaceAll(/[\\%_]/g, '\\$&')
    return isSearched(original ?? '')
      ? sql`${sql.identifier(name ?? '')}.${sql.identifier(FOUND_BY)} like ${`%${word}%`}`
      : like(column, `%${word}%`)
  }

/** Where drizzle keeps a table's name in this query, and in the database. */
const NAME = Symbol.for('drizzle:Name')
const ORIGINAL_NAME = Symbol.for('drizzle:OriginalName')
