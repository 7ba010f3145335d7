import { createHash } from 'node:crypto'
import { chmod, mkdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull } from '../disk.ts'
import { diskFullSentence, explainStartFailure, startProblem } from '../problem.ts'
import { takeStartLock } from '../startLock.ts'
import { unlessMissing } from '../systemError.ts'
import { chooseAccount } from './account.ts'
import { createCluster, type Cluster } from './cluster.ts'
import { inventPasswords, readCredentials, writeCredentials, type Credentials } from './credentials.ts'
import { claimHome, makeHome, resolveHome } from './home.ts'
import { prepareDatabase } from './roles.ts'

/** The program's own PostgreSQL while it runs. */
export type EmbeddedDatabase = {
  /** The folder that holds it, which may lie outside the data folder. */
  home: string
  /** For migrations. */
  ownerUrl: string
  /** For the application, which owns nothing. */
  applicationUrl: string
  superuserUrl: string
  port: number
  /** Whether it was still running from an earlier start that was killed. */
  adopted: boolean
  /** Ends it after everything else has stopped, and lets the folder be started again. */
  stop: () => Promise<void>
  /** Sends the server process a signal; unless `stop` was called, it is started again when it ends. */
  kill: (signal: NodeJS.Signals) => Promise<void>
}

/**
 * Starts the PostgreSQL kept in the data folder, made at the first start, with two roles and an empty database. One
 * that survived a kill of the program is adopted; one that dies meanwhile is started again on its port. Throws a start
 * problem, one sentence, when the folder is in use, the disk is full, or the folder may not be written.
 */
export const startEmbeddedDatabase = async ({
  dataDirectory,
  extraSettings = {},
  report = () => undefined,
}: {
  dataDirectory: string
  extraSettings?: Record<string, string>
  report?: (line: string) => void
}): Promise<EmbeddedDatabase> => {
  let lock: { release: () => Promise<void> } | undefined
  try {
    if (await mkdir(dataDirectory, { recursive: true })) await chmod(dataDirectory, 0o755)
    lock = await takeStartLock({ path: join(dataDirectory, 'running.json') })
    return await startLocked({
      dataDirectory: await realpath(dataDirectory),
      extraSettings,
      report,
      release: lock.release,
    })
  } catch (error) {
    await lock?.release()
    const sentence = explainStartFailure(error)
    throw sentence === undefined ? error : startProblem({ sentence, cause: error })
  }
}

const startLocked = async ({
  dataDirectory,
  extraSettings,
  report,
  release,
}: {
  dataDirectory: string
  extraSettings: Record<string, string>
  report: (line: string) => void
  release: () => Promise<void>
}): Promise<EmbeddedDatabase> => {
  const credentials = (await readCredentials({ dataDirectory })) ?? (await beginAnew({ dataDirectory, report }))
  const home = resolveHome({ dataDirectory, home: credentials.home })
  await requireHome({ home, dataDirectory, credentials })
  await claimHome({ dataDirectory, home, pointsTo: homeOf })
  const cluster = await createCluster({
    home,
    port: credentials.port,
    superuserPassword: credentials.superuserPassword,
    extraSettings,
    report,
  })
  try {
    return await openCluster({ cluster, home, dataDirectory, credentials, report, release })
  } catch (error) {
    const isFull = await isDiskFull(home)
    await cluster.stop()
    throw isFull ? startProblem({ sentence: diskFullSentence, cause: error }) : error
  }
}

const openCluster = async ({
  cluster,
  home,
  dataDirectory,
  credentials,
  report,
  release,
}: {
  cluster: Cluster
  home: string
  dataDirectory: string
  credentials: Credentials
  report: (line: string) => void
  release: () => Promise<void>
}): Promise<EmbeddedDatabase> => {
  const { adopted } = await cluster.start()
  const port = cluster.port()
  if (port !== credentials.port) await writeCredentials({ dataDirectory, credentials: { ...credentials, port } })
  const { ownerUrl, applicationUrl } = await prepareDatabase({ ...cluster, ...credentials, port })
  const unwatch = keepRunning({ cluster, report })
  return {
    home,
    ownerUrl,
    applicationUrl,
    superuserUrl: cluster.superuserUrl(),
    port,
    adopted,
    stop: async () => {
      await unwatch()
      await cluster.stop()
      await release()
    },
    kill: cluster.kill,
  }
}

const beginAnew = async ({
  dataDirectory,
  report,
}: {
  dataDirectory: string
  report: (line: string) => void
}): Promise<Credentials> => {
  const cluster = join(dataDirectory, 'database', 'cluster')
  if (await unlessMissing(stat(cluster))) {
    throw startProblem({
      sentence: `There is a database in ${cluster}, but ${join(dataDirectory, 'database.json')} with its passwords is missing: put that file back, or move the database away to begin with an empty one.`,
    })
  }
  report('Making the database, which happens once')
  const home = await makeHome({ dataDirectory, account: await chooseAccount({ cluster }) })
  const credentials = { home, port: portFor(dataDirectory), ...inventPasswords() }
  await writeCredentials({ dataDirectory, credentials })
  return credentials
}

/** A port below those that the system hands out by itself, and rarely the same for two folders. */
const portFor = (dataDirectory: string): number =>
  21_000 + (createHash('sha256').update(dataDirectory).digest().readUInt16BE() % 8000)

/** Without this check a cluster that has gone astray would be replaced by an empty one, silently. */
const requireHome = async ({
  home,
  dataDirectory,
  credentials,
}: {
  home: string
  dataDirectory: string
  credentials: Credentials
}): Promise<void> => {
  if (await unlessMissing(stat(home))) return
  throw startProblem({
    sentence: `The database that ${join(dataDirectory, 'database.json')} remembers is missing from ${credentials.home}: bring it back from a backup, or delete ${dataDirectory} to begin with an empty one.`,
  })
}

const homeOf = async (dataDirectory: string): Promise<string | undefined> => {
  const credentials = await readCredentials({ dataDirectory }).catch(() => undefined)
  return credentials && resolveHome({ dataDirectory, home: credentials.home })
}

/**
 * Looks every second whether PostgreSQL is still there (the system may have killed it for memory) and starts it again.
 */
const keepRunning = ({
  cluster,
  report,
}: {
  cluster: Cluster
  report: (line: string) => void
}): (() => Promise<void>) => {
  let stopped = false
  let look: Promise<void> = Promise.resolve()
  const once = async (): Promise<void> => {
    if (stopped || (await cluster.isRunning()) || stopped) return
    report('PostgreSQL has ended unexpectedly; starting it again')
    await cluster.start()
  }
  const timer = setInterval(() => {
    look = look.then(once).catch((error: unknown) => report(explainStartFailure(error) ?? String(error)))
  }, 1000).unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await look
  }
}
