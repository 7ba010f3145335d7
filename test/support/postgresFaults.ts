import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import { createCluster, type Cluster } from '../../src/local/database/cluster.ts'
import { withConnection } from '../../src/local/database/connection.ts'
import { databaseNames, prepareDatabase } from '../../src/local/database/roles.ts'

/** A PostgreSQL of one test file, that it may crash as it likes. */
export type OwnCluster = {
  cluster: Cluster
  superuserUrl: string
  ownerUrl: string
  applicationUrl: string
  /** Ends it and throws its files away. */
  dispose: () => Promise<void>
}

/**
 * Starts a PostgreSQL for this file alone, migrated, and as careful with the disk as a real one (the run's own is not,
 * and is shared). Takes a few seconds. Dispose of it in afterAll. `within` is the folder to make its own in, the
 * system's for temporary files unless named.
 */
export const startOwnCluster = async ({
  extraSettings = {},
  within = tmpdir(),
}: { extraSettings?: Record<string, string>; within?: string } = {}): Promise<OwnCluster> => {
  const home = await mkdtemp(join(within, 'mentoring-fault-'))
  const cluster = await createCluster({ home, durable: true, extraSettings })
  const dispose = async (): Promise<void> => {
    await cluster.stop('immediate')
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await cluster.start()
    const addresses = await prepareDatabase({
      superuserUrl: cluster.superuserUrl,
      port: cluster.port(),
      ownerPassword: randomBytes(18).toString('hex'),
      webPassword: randomBytes(18).toString('hex'),
    })
    await migrateDatabase(addresses)
    return { cluster, superuserUrl: cluster.superuserUrl(databaseNames.database), ...addresses, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/** Drops everything PostgreSQL has in hand, as a power cut would, and starts it again; comes back when it answers. */
export const restartImmediately = async (cluster: Cluster): Promise<void> => {
  await cluster.stop('immediate')
  await cluster.start()
}

/**
 * Ends the connections that a role (the application's unless named) has to the database of this address. Returns how
 * many.
 */
export const killBackends = async ({
  superuserUrl,
  role = databaseNames.web,
}: {
  superuserUrl: string
  role?: string
}): Promise<number> =>
  await withConnection({
    url: superuserUrl,
    work: async (client) => {
      const { rows } = await client.query<{ ended: boolean }>(
        'select pg_terminate_backend(pid) as ended from pg_stat_activity where usename = $1 and datname = current_database() and pid <> pg_backend_pid()',
        [role],
      )
      return rows.filter(({ ended }) => ended).length
    },
  })

/**
 * Ends the application's connections again and again, at an uneven beat around `everyMilliseconds`, so that every
 * moment of a transaction is met sooner or later. `stop` waits for the last and tells how many were ended.
 */
export const keepKillingBackends = ({
  superuserUrl,
  role,
  everyMilliseconds,
}: {
  superuserUrl: string
  role?: string
  everyMilliseconds: number
}): { killed: () => number; stop: () => Promise<number> } => {
  let killed = 0
  let stopped = false
  const killing = (async () => {
    while (!stopped) {
      killed += await killBackends({ superuserUrl, ...(role === undefined ? {} : { role }) })
      await pause(everyMilliseconds * (0.5 + Math.random()))
    }
  })()
  // Whoever stops it hears of a failure; until then it must not end the process.
  killing.catch(() => undefined)
  return {
    killed: () => killed,
    stop: async () => {
      stopped = true
      await killing
      return killed
    },
  }
}
