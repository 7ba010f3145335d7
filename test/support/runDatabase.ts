import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import { createCluster, type Cluster } from '../../src/local/database/cluster.ts'
import { prepareDatabase } from '../../src/local/database/roles.ts'
import { isAlive } from './isAlive.ts'

/** What a test file must know to make a database of its own; handed to jest's workers in one environment variable. */
export type RunDatabase = {
  superuserUrl: string
  port: number
  ownerPassword: string
  webPassword: string
  template: string
}

/** The environment variable that carries it. */
export const runDatabaseVariable = 'TEST_RUN_DATABASE'

/**
 * Starts the throw-away PostgreSQL of one run of the tests and migrates the template in it. `report` hears what takes
 * long. What earlier runs left behind when they were killed is cleared away first.
 */
export const startRunDatabase = async ({
  report,
}: {
  report: (line: string) => void
}): Promise<{ database: RunDatabase; stop: () => Promise<void> }> => {
  await clearAbandonedRuns({ report })
  const home = join(tmpdir(), `${homePrefix}${process.pid}`)
  await mkdir(home, { recursive: true })
  const cluster = await createCluster({ home, durable: false, extraSettings: { max_connections: '200' }, report })
  const stop = (): Promise<void> => throwAway({ cluster, home })
  try {
    await cluster.start()
    report(`PostgreSQL is up on port ${cluster.port()}; migrating the template`)
    const passwords = { ownerPassword: randomBytes(18).toString('hex'), webPassword: randomBytes(18).toString('hex') }
    const { ownerUrl } = await prepareDatabase({
      superuserUrl: cluster.superuserUrl,
      port: cluster.port(),
      database: templateName,
      ...passwords,
    })
    await migrateDatabase({ ownerUrl })
    return {
      database: { superuserUrl: cluster.superuserUrl(), port: cluster.port(), template: templateName, ...passwords },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** With the person's number, because nobody can clear away what is another's. */
const homePrefix = `mentoring-test-run-${process.getuid?.() ?? 'all'}-`
const templateName = 'mentoring_template'

const throwAway = async ({ cluster, home }: { cluster: Cluster; home: string }): Promise<void> => {
  await cluster.stop('immediate')
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * A run that was killed leaves its PostgreSQL running and its files on disk. Its folder bears the number of its
 * process.
 */
const clearAbandonedRuns = async ({ report }: { report: (line: string) => void }): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const processId = Number(name.startsWith(homePrefix) ? name.slice(homePrefix.length) : Number.NaN)
    // Alive is another run, perhaps another account's: not ours to clear away.
    if (Number.isNaN(processId) || isAlive(processId)) continue
    report('Clearing away what an earlier run left behind')
    const home = join(tmpdir(), name)
    await throwAway({ cluster: await createCluster({ home, durable: false }), home })
  }
}
