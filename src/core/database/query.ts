/** Runs one SQL statement and gives its rows. Values go as parameters, never inside the text. */
export type Query = <Row extends Record<string, unknown> = Record<string, unknown>>(
  text: string,
  values?: readonly unknown[],
) => Promise<Row[]>

/** The table that Payload keeps a collection in. */
export const tableOf = (collection: string): string => collection.replaceAll('-', '_')
