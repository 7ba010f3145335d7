import type { Pool } from 'pg'
import type { Query } from '../database/query.ts'

/** The database as a task sees it: single statements, and transactions that hold or throw. */
export type TaskDatabase = {
  query: Query
  /** Runs `work` in one transaction. An error in it, or a COMMIT that fails, undoes everything and is thrown. */
  withTransaction: <Result>(work: (query: Query) => Promise<Result>) => Promise<Result>
}

/** The task's view of a pool of connections. No connection is held between two calls. */
export const taskDatabase = ({ pool }: { pool: Pool }): TaskDatabase => ({
  query: async (text, values = []) => (await pool.query(text, [...values])).rows,
  withTransaction: async (work) => {
    const client = await pool.connect()
    let broken = true
    try {
      await client.query('begin')
      const result = await work(async (text, values = []) => (await client.query(text, [...values])).rows)
      const { command } = await client.query('commit')
      broken = false
      if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back, so nothing was stored.')
      return result
    } catch (problem) {
      if (broken)
        broken = !(await client.query('rollback').then(
          () => true,
          () => false,
        ))
      throw problem
    } finally {
      client.release(broken)
    }
  },
})
