import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { startProblem } from '../problem.ts'
import { systemCode, unlessMissing } from '../systemError.ts'
import { writeWhole } from '../writeWhole.ts'
import { canEnter, type Account } from './account.ts'

/**
 * Makes the folder that will hold the cluster: inside the data folder when the account can reach it there and the disk
 * keeps permissions, else in a place of this machine that outlives a restart. Throws a start problem when no place will
 * do. Returns it as it should be remembered: relative when inside the data folder, so that the project can move.
 */
export const makeHome = async ({
  dataDirectory,
  account,
}: {
  dataDirectory: string
  account: Account
}): Promise<string> => {
  const identity = `${createHash('sha256')
    .update(await realpath(dataDirectory))
    .digest('hex')
    .slice(0, 12)}-${randomBytes(3).toString('hex')}`
  const inside = join(dataDirectory, 'database')
  for (const folder of [inside, ...placesOfTheMachine(identity)]) {
    if (await isSuitable({ folder, account })) return folder === inside ? relative(dataDirectory, folder) : folder
  }
  throw startProblem({
    sentence: `PostgreSQL finds no folder to keep its files in, since ${dataDirectory} keeps no permissions or cannot be entered: move the project, or set DATABASE_URL.`,
  })
}

/** The folder remembered as `home`, as an absolute path. */
export const resolveHome = ({ dataDirectory, home }: { dataDirectory: string; home: string }): string =>
  isAbsolute(home) ? home : join(dataDirectory, home)

/**
 * Notes in the home which data folder it serves. Throws a start problem when that is another one which still points
 * here:
 * the project's folder was copied, and two programs on one database would each believe to be alone.
 */
export const claimHome = async ({
  dataDirectory,
  home,
  pointsTo,
}: {
  dataDirectory: string
  home: string
  pointsTo: PointsTo
}): Promise<void> => {
  const note = join(home, 'serves.json')
  const ours = await realpath(dataDirectory)
  const noted = await unlessMissing(readFile(note, 'utf8'))
  const served = noted === undefined ? undefined : (JSON.parse(noted) as { dataDirectory: string }).dataDirectory
  if (served === ours) return
  if (served !== undefined && (await pointsTo(served)) === home) {
    throw startProblem({
      sentence: `${dataDirectory} is a copy of ${served} and would share its database: delete ${dataDirectory} to begin here with an empty one.`,
    })
  }
  await writeWhole({ path: note, content: JSON.stringify({ dataDirectory: ours }) })
}

/** Tells which home a data folder points to, or undefined when it is gone. */
type PointsTo = (dataDirectory: string) => Promise<string | undefined>

/** Ours alone; or, when PostgreSQL runs under another account than the folder's owner, passable but not readable. */
export const modeOfHome = async ({ folder, account }: { folder: string; account: Account }): Promise<number> =>
  account === 'ours' || (await stat(folder)).uid === account.uid ? 0o700 : 0o711

const placesOfTheMachine = (identity: string): string[] =>
  process.getuid?.() === 0
    ? [`/var/lib/kids-on-track-mentoring/${identity}`, `/var/tmp/kids-on-track-mentoring-${identity}`]
    : [join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'kids-on-track-mentoring', identity)]

const isSuitable = async ({ folder, account }: { folder: string; account: Account }): Promise<boolean> => {
  try {
    const made = await mkdir(dirname(folder), { recursive: true })
    // Under a strict umask the account could not pass through what root has just made.
    if (made !== undefined) await chmod(dirname(folder), 0o755)
    if (!(await canEnter({ account, folder: dirname(folder) }))) return false
    await mkdir(folder, { recursive: true })
    const wanted = await modeOfHome({ folder, account })
    await chmod(folder, wanted)
    // Some disks (shared with another system, mostly) accept a change of permissions and forget it.
    const { mode } = await stat(folder)
    if (process.platform === 'win32' || (mode & 0o777) === wanted) return true
    await rm(folder, { recursive: true, force: true })
    return false
  } catch (error) {
    if (refusedPlace.has(systemCode(error) ?? '')) return false
    throw error
  }
}

const refusedPlace = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOTSUP'])
