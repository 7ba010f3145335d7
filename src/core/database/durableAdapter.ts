import { postgresAdapter } from '@payloadcms/db-postgres'
import type { AnyColumn, SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { withDeclaredConditions } from '../access/shownFrozen.ts'
import { isError } from '../http/isError.ts'
import { uncertainError } from '../errors/problems.ts'
import { searchableTexts } from '../search/listSearch.ts'
import { likeOrFound } from '../search/foundWord.ts'
import { preparingWhatIsSaidOften } from './oftenSaid.ts'
import { tableOf } from './query.ts'
import type { DurableSession } from './session.ts'

type DurableOptions = {
  connectionString: string
  migrationDirectory: string
  /** How many connections one process may hold. */
  connections: number
}

/**
 * Payload's PostgreSQL adapter with transactions that cannot lie: a COMMIT that fails, or that PostgreSQL turned into a
 * ROLLBACK, is an error; a lost connection ends no process; no connection is leaked; waiting has an end.
 */
export const durablePostgres = ({
  connectionString,
  migrationDirectory,
  connections,
}: DurableOptions): DatabaseAdapterObj => {
  const stock = postgresAdapter({
    idType: 'uuid',
    push: false,
    migrationDir: migrationDirectory,
    pool: { connectionString },
    disableCreateDatabase: true,
  })
  return {
    ...stock,
    init: (args) => {
      const adapter = stock.init(args) as unknown as AdapterInside
      const perClient = new WeakMap<pg.PoolClient, Drizzle>()

      const drizzleOn = (client: pg.PoolClient) => {
        const known = perClient.get(client)
        if (known) return known
        const made = drizzle({ client, schema: adapter.schema })
        perClient.set(client, made)
        return made
      }

      const { sessions } = adapter
      adapter.operators = {
        ...adapter.operators,
        like: likeOrFound({
          like: adapter.operators.like,
          isSearched: (table) =>
            Object.values(adapter.payload.collections).some(
              ({ config }) => tableOf(config.slug) === table && searchableTexts(config.fields).length > 0,
            ),
        }),
      }

      const { init } = adapter
      adapter.init = () =>
        withDeclaredConditions({
          collections: adapter.payload.config.collections,
          work: async () => init.call(adapter),
        })

      adapter.connect = async () => {
        adapter.pool ??= newPool({
          connectionString,
          connections,
          onProblem: (problem) =>
            adapter.payload.logger.warn(
              { code: problem.code },
              'A database connection was lost; the next request opens another.',
            ),
        })
        adapter.drizzle = drizzle({ client: adapter.pool, schema: adapter.schema })
        await adapter.pool.query('select 1')
        adapter.resolveInitializing?.()
      }

      adapter.beginTransaction = async () => {
        const client = await adapter.pool.connect()
        try {
          await client.query('begin')
        } catch (problem) {
          client.release(true)
          throw problem
        }
        const id = randomUUID()
        sessions[id] = { db: drizzleOn(client), client, lastStatements: [] }
        return id
      }

      adapter.commitTransaction = async (given) => {
        const id = await given
        const session = id === undefined ? undefined : sessions[id]
        if (!session) throw new Error('This transaction has already ended, so nothing was stored.')
        let broken = true
        try {
          delete sessions[String(id)]
          const command = await committed(session)
          broken = false
          if (command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back, so nothing was stored.')
        } catch (problem) {
          delete sessions[String(id)]
          if (broken) broken = !(await rolledBack(session.client))
          throw problem
        } finally {
          session.client.release(broken)
        }
      }

      adapter.rollbackTransaction = async (given) => {
        const id = await given
        const session = sessions[String(id)]
        if (!session) return
        delete sessions[String(id)]
        session.client.release(!(await rolledBack(session.client)))
      }

      adapter.destroy = async () => {
        await adapter.pool?.end()
      }
      return adapter as unknown as ReturnType<typeof stock.init>
    },
  }
}

type Drizzle = NodePgDatabase<Record<string, unknown>>

/** The parts of Payload's adapter that are replaced here, typed by what they are at run time. */
type AdapterInside = {
  payload: Payload
  pool: pg.Pool
  drizzle: Drizzle
  schema: Record<string, unknown>
  sessions: Record<string, DurableSession>
  operators: { like: (column: AnyColumn, pattern: string) => SQL }
  resolveInitializing?: () => void
  init: () => Promise<void>
  connect: () => Promise<void>
  destroy: () => Promise<void>
  beginTransaction: () => Promise<string>
  commitTransaction: (id: string | undefined | Promise<string | undefined>) => Promise<void>
  rollbackTransaction: (id: string | undefined | Promise<string | undefined>) => Promise<void>
}

/** A pool whose waiting has an end and whose lost connections are noted, not thrown at the process. */
const newPool = ({
  connectionString,
  connections,
  onProblem,
}: {
  connectionString: string
  connections: number
  onProblem: (problem: Error & { code?: string }) => void
}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: 8_000,
    idleTimeoutMillis: 30_000,
    lock_timeout: 8_000,
    statement_timeout: 9_000,
    // For a network that has gone silent: no answer at all, not even the one that the statement took too long.
    query_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: 'kids-on-track-mentoring',
  })
  pool.on('error', onProblem)
  pool.on('connect', (client) => client.on('error', onProblem))
  pool.on('connect', preparingWhatIsSaidOften())
  return pool
}

/** Ends a transaction and gives the command that PostgreSQL says it carried out; what it stored is on disk by then. */
const committed = async ({ client, lastStatements }: DurableSession): Promise<string> => {
  if (lastStatements.length === 0) return carriedOut({ client, statements: ['commit'] })
  const command = await carriedOut({
    client,
    statements: ['set local synchronous_commit = off', ...lastStatements.map((statement) => statement()), 'commit'],
  })
  if (command === 'COMMIT') await reachedDisk(client)
  return command
}

/**
 * Sends statements that end with COMMIT in one go, so that what they lock is held for no way there and back, and gives
 * the command that PostgreSQL says it carried out at the end. When PostgreSQL itself refuses any of them, nothing was
 * stored; when the connection ends before it answers, nobody can tell, and the error says so.
 */
const carriedOut = async ({
  client,
  statements,
}: {
  client: pg.PoolClient
  statements: readonly string[]
}): Promise<string> => {
  try {
    const answers = await client.query<pg.QueryResultRow>(statements.join('; '))
    return [answers].flat().at(-1)?.command ?? ''
  } catch (problem) {
    throw isRefusal(problem) ? problem : uncertainError({ cause: problem })
  }
}

/**
 * Waits until all that was committed before is on disk. The last statements hold a lock that everybody's transaction
 * needs, and a COMMIT that waits for the disk gives it back only afterwards: one transaction after the other. So theirs
 * does not wait; this does, in a COMMIT of its own that needs no lock, and many wait for one and the same write. Throws
 * that nobody can tell, where it does not end well.
 */
const reachedDisk = async (client: pg.PoolClient): Promise<void> => {
  try {
    await client.query("select pg_logical_emit_message(true, 'on disk', '')")
  } catch (problem) {
    throw uncertainError({ cause: problem })
  }
}

/** An answer of PostgreSQL about the statement, and not about the end of the connection. */
const isRefusal = (problem: unknown): boolean =>
  isError(problem) && 'severity' in problem && 'code' in problem && !/^(08|57P)/.test(String(problem.code))

/** Whether the connection is clean again. One that is silent is not waited for long: it is thrown away. */
const rolledBack = async (client: pg.PoolClient): Promise<boolean> => {
  try {
    await client.query({ text: 'rollback', query_timeout: 1_000 } as pg.QueryConfig)
    return true
  } catch {
    return false
  }
}
