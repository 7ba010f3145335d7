import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { appliedMigrations } from './appliedMigrations.ts'
import { refuseOlderDatabase } from './olderDatabase.ts'

/** One migration as Payload generates it; ours use only the connection they are given. */
export type Migration = { name: string; up: (args: never) => Promise<void>; down: (args: never) => Promise<void> }

/**
 * Brings the database up to date as its owner, one transaction a migration, and gives the names of those that ran. Two
 * processes starting at once take turns. Throws when a migration fails or its COMMIT does, and one sentence when the
 * database is from before the first of them.
 */
export const applyMigrations = async ({
  ownerUrl,
  migrations,
}: {
  ownerUrl: string
  migrations: readonly Migration[]
}): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const applied = await appliedMigrations({
      query: async (text, values = []) => (await client.query(text, [...values])).rows,
    })
    refuseOlderDatabase({ applied, known: migrations.map(({ name }) => name) })
    const done = new Set(applied)
    const ran: string[] = []
    for (const migration of migrations.filter(({ name }) => !done.has(name))) {
      await client.query('begin')
      await migration.up({ db: drizzle({ client }) } as never)
      await client.query('insert into payload_migrations (name, batch) values ($1, 1)', [migration.name])
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error(`The migration ${migration.name} was rolled back.`)
      ran.push(migration.name)
    }
    return ran
  } finally {
    await client.end()
  }
}

const MIGRATION_LOCK = 7_202_026
