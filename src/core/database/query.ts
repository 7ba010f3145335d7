/** Runs one SQL statement and gives its rows. Values go as parameters, never inside the text. */
export type Query = <Row extends Record<string, unknown> = Record<string, unknown>>(
  text: string,
  values?: readonly unknown[],
) => Promise<Row[]>

/**
 * The row of a statement that gives one for everything it is asked about, by its place (from 0). Throws where there is
 * none: an answer that is missing is never taken for a no.
 */
export const rowAt = <Row>({ rows, place }: { rows: readonly Row[]; place: number }): Row => {
  const row = rows[place]
  if (row === undefined) throw new Error(`A statement gave ${rows.length} rows where one more was asked for.`)
  return row
}

/** The table that Payload keeps a collection in. */
export const tableOf = (collection: string): string => collection.replaceAll('-', '_')
