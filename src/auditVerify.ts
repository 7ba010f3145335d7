import { join } from 'node:path'
import pg from 'pg'
import { mailedHeadIn } from './core/audit/mailedHead.ts'
import { verifyAudit } from './core/audit/verify.ts'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'
import { applicationDatabase } from './local/database/applicationDatabase.ts'

// npm run audit:verify: works the audit's whole chain out again and says whether anything in it was altered. With the
// number and the hash from one of the daily emails (npm run audit:verify -- 1234 9f86…) it also says whether that row
// is still there as it was.
const projectDirectory = join(import.meta.dirname, '..')
loadEnvironmentFile({ path: join(projectDirectory, '.env') })
const asked = mailedHeadIn(process.argv.slice(3))
if ('problem' in asked) {
  process.stderr.write(`${asked.problem}\n`)
  process.exit(1)
}
const connectionString = await applicationDatabase({ projectDirectory })
if (!connectionString) {
  process.stderr.write('There is no database to check: set DATABASE_URL, or start the programme once.\n')
  process.exit(1)
}
const client = new pg.Client({ connectionString })
await client.connect()
const { mailed } = asked
const { rows, head, problem } = await verifyAudit({
  query: async (text, values = []) => (await client.query(text, [...values])).rows,
  mailed,
})
await client.end()
process.stdout.write(
  problem
    ? `The audit does not hold: ${problem}\n`
    : `The audit holds: ${rows} rows, last hash ${head}.${mailed ? ` Row ${mailed.sequence} has the hash that was mailed.` : ''}\n`,
)
process.exit(problem ? 1 : 0)
