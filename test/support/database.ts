import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseUrl, withConnection } from '../../src/local/database/connection.ts'
import { databaseNames } from '../../src/local/database/roles.ts'
import { runDatabaseVariable, type RunDatabase } from './runDatabase.ts'
import { timedPart } from './timedPart.ts'

/** A migrated, empty database of one test file. */
export type TestDatabase = {
  name: string
  /** For what only the owner may do, and for looking at rows past every rule. */
  ownerUrl: string
  /** For the application under test: the login that owns nothing. */
  applicationUrl: string
  /** For faults only: ending backends, reading PostgreSQL's own figures. */
  superuserUrl: string
}

/**
 * Makes a database for this test file, copied from the run's migrated template (about a tenth of a second). Call it in
 * beforeAll. The databases of this worker's earlier files are dropped meanwhile, those still in use excepted; the rest
 * go with the run. `isEmpty` leaves the migrations to the test. Throws when jest was not started by `npm test`.
 */
export const databaseForFile = async ({ isEmpty = false }: { isEmpty?: boolean } = {}): Promise<TestDatabase> => {
  const { superuserUrl, port, ownerPassword, webPassword, template } = readRunDatabase()
  const name = `${workerPrefix()}${randomBytes(5).toString('hex')}`
  databasesOfThisFile.add(name)
  await timedPart('database', () =>
    withConnection({
      url: superuserUrl,
      work: async (client) => {
        await dropEarlier(client)
        await client.query(
          `create database ${name} template ${isEmpty ? 'template0' : template} owner ${databaseNames.owner}`,
        )
        // A copy takes over everything but who may connect.
        await client.query(`revoke all on database ${name} from public`)
        await client.query(`grant connect on database ${name} to ${databaseNames.application}`)
      },
    }),
  )
  const address = new URL(superuserUrl)
  address.pathname = `/${name}`
  return {
    name,
    ownerUrl: databaseUrl({ port, user: databaseNames.owner, password: ownerPassword, database: name }),
    applicationUrl: databaseUrl({ port, user: databaseNames.web, password: webPassword, database: name }),
    superuserUrl: address.href,
  }
}

/**
 * Runs one statement on a database and gives the rows; for looking at what stands there. Connects for it and leaves.
 */
export const rowsOf = async <Row extends pg.QueryResultRow>({
  url,
  statement,
  values = [],
}: {
  url: string
  statement: string
  values?: unknown[]
}): Promise<Row[]> =>
  await withConnection({ url, work: async (client) => (await client.query<Row>(statement, values)).rows })

/**
 * Everything that stands in a database, as one text: each column of each row of each table, the job queue's own too,
 * and bytes both as hexadecimal digits and as the letters that they are. (The PostgreSQL of the tests comes without
 * pg_dump.)
 */
export const dumpOf = async ({ superuserUrl }: Pick<TestDatabase, 'superuserUrl'>): Promise<string> =>
  await withConnection({
    url: superuserUrl,
    work: async (client) => {
      const { rows: tables } = await client.query<{ name: string; bytes: string[] }>(
        `select c.oid::regclass::text as name, array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and atttypid = 'bytea'::regtype) as bytes
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
      )
      let dump = tables.map(({ name }) => name).join('\n')
      for (const { name, bytes } of tables) {
        const letters = bytes.map((column) => ` || ' ' || coalesce(encode(${column}, 'escape'), '')`).join('')
        dump += (await client.query<{ row: string }>(`select t::text${letters} as row from ${name} t`)).rows
          .map(({ row }) => row)
          .join('\n')
      }
      return dump
    },
  })

const readRunDatabase = (): RunDatabase => {
  const content = process.env[runDatabaseVariable]
  if (content === undefined)
    throw new Error(
      'This test needs the database of a run: start it with `npm test -- <path>` and not with jest itself.',
    )
  return JSON.parse(content) as RunDatabase
}

/** A test file is loaded afresh, so this set begins empty in each. */
const databasesOfThisFile = new Set<string>()

const workerPrefix = (): string => `test_${process.env.JEST_WORKER_ID ?? '1'}_`

/**
 * Not in afterAll: this file's hook would come before those of the test file, which still has connections to close. Not
 * by force: a connection that somebody forgot would end the worker in the midst of the next file.
 */
const dropEarlier = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, $1) and not exists (select from pg_stat_activity where pg_stat_activity.datname = pg_database.datname)`,
    [workerPrefix()],
  )
  for (const { datname } of rows.filter(({ datname }) => !databasesOfThisFile.has(datname))) {
    try {
      await client.query(`drop database if exists ${datname}`)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== '55006') throw error
    }
  }
}
