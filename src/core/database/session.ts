import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'

/** An open transaction: Payload's query builder and the plain connection under it, and what must run just before COMMIT. */
export type DurableSession = {
  db: NodePgDatabase<Record<string, unknown>>
  client: PoolClient
  beforeCommit: Array<() => Promise<void>>
}
