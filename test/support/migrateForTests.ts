import { existsSync } from 'node:fs'
import { applyMigrations, type Migration } from '../../src/core/database/migrate.ts'
import { migrateJobs } from '../../src/core/jobs/migrateJobs.ts'

/** Brings an empty database to where a real start brings it, as its owner. */
export const migrateForTests = async ({ ownerUrl }: { ownerUrl: string }): Promise<void> => {
  const index = new URL('../../migrations/index.ts', import.meta.url)
  const { migrations } = existsSync(index) ? ((await import(index.href)) as { migrations: Migration[] }) : { migrations: [] }
  await applyMigrations({ ownerUrl, migrations })
  await migrateJobs({ ownerUrl })
}
