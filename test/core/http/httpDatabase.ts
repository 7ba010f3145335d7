import { afterAll } from '@jest/globals'
import pg from 'pg'
import type { Query } from '../../../src/core/database/query.ts'
import { databaseForFile, type TestDatabase } from '../../support/database.ts'

/**
 * A database for this file, a pool of the application's role on it, and its query function. Ends the pool after the
 * tests.
 */
export const httpDatabase = async (): Promise<{ database: TestDatabase; pool: pg.Pool; query: Query }> => {
  const database = await databaseForFile()
  const pool = new pg.Pool({ connectionString: database.applicationUrl, max: 30 })
  pools.push(pool)
  return { database, pool, query: queryOn(pool) }
}

/** A query function on a pool or on one connection. */
export const queryOn =
  (connection: pg.Pool | pg.PoolClient): Query =>
  async <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) =>
    (await connection.query<Row>(text, [...values])).rows

const pools: pg.Pool[] = []
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
})
