import { join } from 'node:path'
import { migrateDatabase } from './core/database/migrateDatabase.ts'
import { isOlderDatabase } from './core/database/olderDatabase.ts'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'

// npm run migrate: brings the database of DATABASE_OWNER_URL up to date, as its owner.
loadEnvironmentFile({ path: join(import.meta.dirname, '..', '.env') })
const ownerUrl = process.env.DATABASE_OWNER_URL
if (!ownerUrl) {
  process.stderr.write(
    'DATABASE_OWNER_URL is not set. Set it to the address of the database for the role that owns it.\n',
  )
  process.exit(1)
}
const ran = await migrateDatabase({ ownerUrl }).catch((problem: unknown) => {
  if (!isOlderDatabase(problem)) throw problem
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
})
process.stdout.write(ran.length > 0 ? `Done: ${ran.join(', ')}.\n` : 'The database is up to date already.\n')
process.exit(0)
