import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { grantJobsToApplication } from './tables.sql.ts'

/**
 * Brings graphile-worker's schema up to date as the database's owner and lets the application use it. Run it beside our
 * own migrations at every start: it changes nothing when all stands. Two processes starting at once take turns. Throws
 * when the database cannot be reached or the role may not create a schema.
 */
export const migrateJobs = async ({ ownerUrl }: { ownerUrl: string }): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [JOBS_MIGRATION_LOCK])
    await runMigrations({ connectionString: ownerUrl, logger: quiet })
    await client.query(grantJobsToApplication)
  } finally {
    await client.end()
  }
}

const JOBS_MIGRATION_LOCK = 7_202_027

// What goes wrong is thrown; the rest is of no use to the person who starts the program.
const quiet = new Logger(() => () => undefined)
