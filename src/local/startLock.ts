import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { identifyProcess, isStillRunning, type ProcessIdentity } from './processIdentity.ts'
import { startProblem } from './problem.ts'
import { systemCode, unlessMissing } from './systemError.ts'

/**
 * Takes the lock file at `path` for this process, so that one folder is started once. The lock of a process that has
 * ended, however abruptly, is taken over. Throws a start problem naming the process that holds it.
 */
export const takeStartLock = async ({ path }: { path: string }): Promise<{ release: () => Promise<void> }> => {
  const ours = await identifyProcess(process.pid)
  const content = JSON.stringify(ours)
  for (;;) {
    if (await written({ path, content })) return { release: () => releaseIfOurs({ path, content }) }
    const holder = await readHolder(path)
    if (holder && (await isStillRunning(holder.identity))) {
      throw startProblem({
        sentence: `The program is already running from this folder (process ${holder.identity.pid}): use that one, or stop it before you start again.`,
      })
    }
    if (holder) await setAside({ path, stale: holder.content })
  }
}

const written = async ({ path, content }: { path: string; content: string }): Promise<boolean> => {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  }
}

type Holder = { identity: ProcessIdentity; content: string }

/**
 * Who holds the lock; undefined when it has gone in the meantime. Half a file means: being written, or its writer was
 * killed.
 */
const readHolder = async (path: string): Promise<Holder | undefined> => {
  for (let attempt = 1; ; attempt += 1) {
    const content = await unlessMissing(readFile(path, 'utf8'))
    if (content === undefined) return undefined
    const identity = parseIdentity(content)
    if (identity) return { identity, content }
    if (attempt === 5) return { identity: { pid: 0, startedAt: 'never' }, content }
    await pause(50)
  }
}

const parseIdentity = (content: string): ProcessIdentity | undefined => {
  try {
    const { pid, startedAt } = JSON.parse(content) as Partial<ProcessIdentity>
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}

/**
 * Moves a stale lock away. Should another start have replaced it between the reading and the moving, that lock is put
 * back.
 */
const setAside = async ({ path, stale }: { path: string; stale: string }): Promise<void> => {
  const aside = `${path}.${randomBytes(6).toString('hex')}.stale`
  await unlessMissing(rename(path, aside))
  const moved = await unlessMissing(readFile(aside, 'utf8'))
  if (moved !== undefined && moved !== stale) await rename(aside, path)
  await rm(aside, { force: true })
}

const releaseIfOurs = async ({ path, content }: { path: string; content: string }): Promise<void> => {
  if ((await unlessMissing(readFile(path, 'utf8'))) === content) await rm(path, { force: true })
}
