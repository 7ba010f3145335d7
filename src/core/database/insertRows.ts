import type { Query } from './query.ts'
import { tableOf } from './query.ts'

/**
 * Writes many rows of one collection in one statement. Column names are those of the database. It asks no rule: the
 * caller has asked them of every row, or makes up the rows itself, as the sample programme and the tests do.
 */
export const insertRows = async ({
  query,
  collection,
  rows,
}: {
  query: Query
  collection: string
  rows: ReadonlyArray<Record<string, unknown>>
}): Promise<void> => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  if (columns.length === 0) return
  const table = tableOf(collection)
  const list = columns.map((column) => `"${column}"`).join(', ')
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    await query(
      `insert into "${table}" (${list}) select ${list} from json_populate_recordset(null::"${table}", $1::json)`,
      [JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT))],
    )
}

const ROWS_A_STATEMENT = 5_000
