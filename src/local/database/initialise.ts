import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { diskFullSentence, startProblem } from '../problem.ts'
import { unlessMissing } from '../systemError.ts'
import { spawnAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { databaseEnvironment } from './databaseEnvironment.ts'

type Initialisation = {
  cluster: string
  account: Account
  binaries: Binaries
  superuserPassword: string
  durable: boolean
}

/**
 * Makes the cluster's files unless they are there. They appear wholly or not at all: a start that is killed half-way
 * leaves nothing that looks like a cluster. UTF-8, code-point order, page checksums, passwords asked of everybody.
 * Throws a start problem when the disk is full or the cluster was made by another PostgreSQL.
 */
export const initialiseUnlessPresent = async (initialisation: Initialisation): Promise<void> => {
  const { cluster, binaries } = initialisation
  const made = (await unlessMissing(readFile(join(cluster, 'PG_VERSION'), 'utf8')))?.trim()
  if (made === undefined) return initialise(initialisation)
  if (made !== binaries.version.split('.')[0]) {
    throw startProblem({
      sentence: `The database in ${cluster} was made by PostgreSQL ${made} and this is ${binaries.version}: install the earlier release of this program, export, and import here.`,
    })
  }
}

const initialise = async ({
  cluster,
  account,
  binaries,
  superuserPassword,
  durable,
}: Initialisation): Promise<void> => {
  await clearAttempts(cluster)
  // A name of its own, because the initdb of a start that was killed may still be writing.
  const attempt = `${cluster}.${randomBytes(6).toString('hex')}`
  const [beside, passwordFile] = [`${attempt}.partial`, `${attempt}.password`]
  try {
    await mkdir(beside, { mode: 0o700 })
    await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
    if (account !== 'ours') for (const path of [beside, passwordFile]) await chown(path, account.uid, account.gid)
    await runInitdb({ beside, account, binaries, passwordFile, durable, locale: 'C.UTF-8' })
    await rename(beside, cluster)
    await flush(dirname(cluster))
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

const clearAttempts = async (cluster: string): Promise<void> => {
  const leftOver = (await readdir(dirname(cluster))).filter((name) =>
    /^cluster\.[0-9a-f]+\.(partial|password)$/.test(name),
  )
  for (const name of leftOver) await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 5 })
}

type InitdbRun = {
  beside: string
  account: Account
  binaries: Binaries
  passwordFile: string
  durable: boolean
  locale: 'C.UTF-8' | 'C'
}

const runInitdb = async (run: InitdbRun): Promise<void> => {
  const { beside, account, binaries, passwordFile, durable, locale } = run
  const given = [
    `--pgdata=${beside}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own collation, so that sorting and case do not depend on the machine's C library and its updates.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]
  try {
    await promisify(execFile)(binaries.initdb, given, {
      ...spawnAs(account),
      cwd: dirname(beside),
      env: databaseEnvironment(),
    })
  } catch (error) {
    const complaint =
      typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error)
    if (/No space left|quota exceeded/i.test(complaint))
      throw startProblem({ sentence: diskFullSentence, cause: error })
    if (complaint.includes('could not look up effective user ID')) {
      throw startProblem({
        sentence:
          'PostgreSQL does not run under an account without a name: start from a named account, or set DATABASE_URL.',
        cause: error,
      })
    }
    // Not every system knows the name; what is lost with it is little, for the collation is PostgreSQL's own.
    if (locale === 'C.UTF-8' && complaint.includes('invalid locale name')) return runInitdb({ ...run, locale: 'C' })
    throw new Error(`PostgreSQL could not make its files: ${complaint.trim()}`, { cause: error })
  }
}

/** A renamed folder is safe from a power cut only once the folder around it is written down. */
const flush = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
