import { migrations } from '../../../migrations/index.ts'
import { migrateJobs } from '../jobs/migrateJobs.ts'
import { applyMigrations } from './migrate.ts'

/**
 * Brings a database wholly up to date, as its owner: our tables, then the job queue's. Gives the names of our
 * migrations that ran.
 */
export const migrateDatabase = async ({ ownerUrl }: { ownerUrl: string }): Promise<string[]> => {
  const ran = await applyMigrations({ ownerUrl, migrations })
  await migrateJobs({ ownerUrl })
  return ran
}
