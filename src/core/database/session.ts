import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'

/**
 * An open transaction: Payload's query builder and the plain connection under it, and what is said in one go with
 * COMMIT.
 */
export type DurableSession = {
  db: NodePgDatabase<Record<string, unknown>>
  client: PoolClient
  /** Statements that are sent in one go with COMMIT, each a whole text of SQL. */
  lastStatements: Array<() => string>
}
