import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { systemCode } from './systemError.ts'

/** A process and when it started: a number alone is given to another process sooner or later. */
export type ProcessIdentity = { pid: number; startedAt: string }

/** Identifies a running process; undefined when there is none, or only its remains that wait to be collected. */
export const identifyProcess = async (pid: number): Promise<ProcessIdentity | undefined> => {
  const startedAt = process.platform === 'linux' ? await startOnLinux(pid) : await startElsewhere(pid)
  return startedAt === undefined ? undefined : { pid, startedAt }
}

/** Whether the very process that was identified is still running. */
export const isStillRunning = async (identity: ProcessIdentity): Promise<boolean> =>
  (await identifyProcess(identity.pid))?.startedAt === identity.startedAt

/**
 * The command line of a running process, its arguments apart where the system tells them apart; undefined when there is
 * none.
 */
export const commandLineOf = async (pid: number): Promise<string[] | undefined> => {
  try {
    if (process.platform === 'linux')
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').filter(Boolean)
    const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])
    return stdout.trim().split(' ')
  } catch {
    return undefined
  }
}

// Ticks since the machine started mean nothing after the next start of the machine, hence its identity beside them.
const startOnLinux = async (pid: number): Promise<string | undefined> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may itself hold spaces and brackets; the fields that count follow the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${await bootIdentity()} ${ticks}`
  } catch {
    return undefined
  }
}

const bootIdentity = async (): Promise<string> =>
  (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()

const startElsewhere = async (pid: number): Promise<string | undefined> => {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      env: { ...process.env, LC_ALL: 'C' },
    })
    const line = stdout.trim()
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return exists(pid) ? 'unknown' : undefined
  }
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}
