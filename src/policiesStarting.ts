import { join } from 'node:path'
import { startWork } from './core/access/work.ts'
import { systemClock } from './core/clock/clock.ts'
import { inTransaction } from './core/database/transaction.ts'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'
import { attachClock } from './core/services.ts'
import { applicationDatabase } from './local/database/applicationDatabase.ts'
import { loadStartingSet } from './programme/policies/starting/loadStartingSet.ts'

// npm run policies:starting: puts a draft of each document there that the programme has not yet, as “Put the drafts
// here” in the panel does.
const projectDirectory = join(import.meta.dirname, '..')
loadEnvironmentFile({ path: join(projectDirectory, '.env') })
const connectionString = await applicationDatabase({ projectDirectory })
if (!connectionString) {
  process.stderr.write('There is no database to put them into: set DATABASE_URL, or start the programme once.\n')
  process.exit(1)
}
Object.assign(process.env, { NODE_ENV: 'production', DATABASE_URL: connectionString })
const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('../payload.config.ts')])
const payload = await getPayload({ config })
attachClock({ payload, clock: systemClock })
const work = await startWork({
  payload,
  actor: { kind: 'system', reason: 'whoever runs the programme asked for the texts to start from' },
  from: 'a command',
})
const added = await inTransaction({ req: work.req, work: () => loadStartingSet(work) })
process.stdout.write(
  added.length > 0
    ? `Put there as drafts: ${added.join(', ')}. The committee fills in what is marked, and adopts them.\n`
    : 'Every document is there already; nothing was changed.\n',
)
process.exit(0)
