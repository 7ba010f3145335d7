import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../freePort.ts'
import { isDiskFull } from '../disk.ts'
import { diskFullSentence, startProblem } from '../problem.ts'
import { isStillRunning } from '../processIdentity.ts'
import { unlessMissing } from '../systemError.ts'
import { spawnAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { databaseUrl, withConnection } from './connection.ts'
import { databaseEnvironment } from './databaseEnvironment.ts'
import { endPostmaster, findPostmaster, type Postmaster } from './postmaster.ts'

/** Where a cluster sits and how it is to run. */
export type Site = {
  home: string
  cluster: string
  account: Account
  binaries: Binaries
  settings: Record<string, string>
  superuserPassword: string
  report: (line: string) => void
}

/**
 * Looks for a PostgreSQL that outlived the program which started it. Healthy, of this version and with these settings
 * it is kept, and its port is returned; otherwise it is ended. Undefined when none is left running.
 */
export const adoptOrEnd = async (site: Site): Promise<number | undefined> => {
  const found = await findPostmaster({ cluster: site.cluster })
  if (!found) {
    // The note of a dead server; PostgreSQL itself would be misled by it once its number belongs to another process.
    await rm(join(site.cluster, 'postmaster.pid'), { force: true })
    return undefined
  }
  if (await isAsWanted({ site, found })) {
    const ready = await becomesReady({ site, identity: found.identity })
    if (ready && (await answers({ site, port: ready.port }))) return ready.port
  }
  site.report('Ending a PostgreSQL that an earlier start left behind')
  await endPostmaster({ identity: found.identity, mode: 'fast' })
  return undefined
}

/**
 * Starts PostgreSQL and waits until it takes connections, however long it needs to recover. Another port is taken when
 * the wanted one is in use. Returns the port. Throws a start problem when the disk is full.
 */
export const launch = async ({ port: wanted, ...site }: Site & { port: number }): Promise<number> => {
  let port = await freePort({ from: wanted })
  for (let attempt = 1; ; attempt += 1) {
    const failure = await tryOnce({ site, port })
    if (failure === undefined) return port
    if (failure.includes('Address already in use') && attempt < 50) port = await freePort({ from: port + 1 })
    // The processes of a killed server take a moment to notice that they are alone.
    else if (failure.includes('shared memory block') && attempt < 50) await pause(200)
    else if (/No space left|quota exceeded/i.test(failure) || (await isDiskFull(site.home)))
      throw startProblem({ sentence: diskFullSentence })
    else throw new Error(`PostgreSQL did not start:\n${failure}`)
  }
}

const programArguments = ({
  cluster,
  settings,
  port,
}: Pick<Site, 'cluster' | 'settings'> & { port: number }): string[] => [
  '-D',
  cluster,
  ...Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** Starts it once; undefined when it is ready, else what it said before it gave up. */
const tryOnce = async ({ site, port }: { site: Site; port: number }): Promise<string | undefined> => {
  const logPath = await roomInLog(site.home)
  const said = (await unlessMissing(stat(logPath)))?.size ?? 0
  const log = await open(logPath, 'a', 0o600)
  const child = await spawnServer({ site, port, log: log.fd }).finally(() => log.close())
  for (let waited = 0; child.exitCode === null && child.signalCode === null; waited += 20) {
    const found = await findPostmaster({ cluster: site.cluster })
    if (found?.identity.pid === child.pid && found?.status === 'ready') return undefined
    if (waited > 0 && waited % 10_000 === 0) site.report('PostgreSQL is putting its files in order after an abrupt end')
    await pause(20)
  }
  return (await readFile(logPath)).subarray(said).toString('utf8').trim().split('\n').slice(-20).join('\n')
}

const spawnServer = async ({ site, port, log }: { site: Site; port: number; log: number }): Promise<ChildProcess> => {
  const child = spawn(site.binaries.postgres, programArguments({ ...site, port }), {
    ...spawnAs(site.account),
    cwd: site.home,
    env: databaseEnvironment(),
    // A file, not a pipe: it must be able to go on when the program that started it is killed.
    stdio: ['ignore', log, log],
    // In a group of its own, or Ctrl-C in the terminal would end it before those who still need it.
    detached: true,
  })
  await once(child, 'spawn')
  child.unref()
  return child
}

/** The log begins anew at a start once it has grown to 5 MB; one earlier log is kept. */
const roomInLog = async (home: string): Promise<string> => {
  const path = join(home, 'postgres.log')
  const size = (await unlessMissing(stat(path)))?.size ?? 0
  if (size > 5_000_000) await rename(path, `${path}.earlier`)
  return path
}

/** PostgreSQL writes the arguments it was started with into its folder. */
const isAsWanted = async ({ site, found }: { site: Site; found: Postmaster }): Promise<boolean> => {
  const started = (await unlessMissing(readFile(join(site.cluster, 'postmaster.opts'), 'utf8'))) ?? ''
  const wanted = programArguments({ ...site, port: found.port })
    .map((argument) => ` "${argument}"`)
    .join('')
  return found.status !== 'stopping' && started.trimEnd().endsWith(wanted)
}

const becomesReady = async ({
  site,
  identity,
}: {
  site: Site
  identity: Postmaster['identity']
}): Promise<Postmaster | undefined> => {
  while (await isStillRunning(identity)) {
    const found = await findPostmaster({ cluster: site.cluster })
    if (found?.status === 'ready') return found
    if (found?.status === 'stopping') return undefined
    await pause(50)
  }
  return undefined
}

const answers = async ({ site, port }: { site: Site; port: number }): Promise<boolean> => {
  const url = databaseUrl({ port, user: 'postgres', password: site.superuserPassword, database: 'postgres' })
  try {
    const version = await withConnection({
      url,
      work: async (client) =>
        (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version,
    })
    return version?.split(' ')[0] === site.binaries.version
  } catch {
    return false
  }
}
