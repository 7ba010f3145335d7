import type pg from 'pg'
import { withConnection } from '../../../src/local/database/connection.ts'

/** Runs one statement on a connection of its own and returns its rows. */
export const query = async <Row extends pg.QueryResultRow>({
  url,
  sql,
}: {
  url: string
  sql: string
}): Promise<Row[]> => withConnection({ url, work: async (client) => (await client.query<Row>(sql)).rows })
