import { readFile, readlink, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandLineOf, identifyProcess, isStillRunning, type ProcessIdentity } from '../processIdentity.ts'
import { unlessMissing } from '../systemError.ts'

/** A running PostgreSQL as its own note in the cluster tells it. */
export type Postmaster = { identity: ProcessIdentity; port: number; status: string }

/** The PostgreSQL that runs on this very cluster, if any; a note left behind by a dead one counts as none. */
export const findPostmaster = async ({ cluster }: { cluster: string }): Promise<Postmaster | undefined> => {
  const note = await unlessMissing(readFile(join(cluster, 'postmaster.pid'), 'utf8'))
  // The lines, in PostgreSQL's order: process, folder, start, port, socket folder, address, memory key, status.
  const lines = (note ?? '').split('\n').map((line) => line.trim())
  const identity = await identifyProcess(Number(lines[0]) || 0)
  if (!identity || !(await servesCluster({ pid: identity.pid, cluster }))) return undefined
  return { identity, port: Number(lines[3]), status: lines[7] ?? '' }
}

/**
 * Ends a running PostgreSQL and waits until it is gone. `fast` ends sessions and writes everything down; `immediate`
 * drops everything as a failing machine would. When it does not end within 10 s (3 s), the next harder way is taken: on
 * a full disk it cannot write everything down, and then repairs itself at its next start.
 */
export const endPostmaster = async ({
  identity,
  mode,
}: {
  identity: ProcessIdentity
  mode: 'fast' | 'immediate'
}): Promise<void> => {
  const ways = [
    { signal: 'SIGINT', patience: 10_000 },
    { signal: 'SIGQUIT', patience: 3_000 },
    { signal: 'SIGKILL', patience: 10_000 },
  ] as const
  for (const { signal, patience } of mode === 'fast' ? ways : ways.slice(1)) {
    if (!(await isStillRunning(identity))) return
    process.kill(identity.pid, signal)
    if (await endsWithin({ identity, patience })) return
  }
  throw new Error(`PostgreSQL (process ${identity.pid}) does not end`)
}

const endsWithin = async ({
  identity,
  patience,
}: {
  identity: ProcessIdentity
  patience: number
}): Promise<boolean> => {
  for (let waited = 0; waited < patience; waited += 20) {
    if (!(await isStillRunning(identity))) return true
    await pause(20)
  }
  return false
}

/**
 * Its number alone does not make a process our PostgreSQL: after a restart of the machine or of a container the same
 * number soon belongs to another. Its working folder tells, or, where that may not be seen, its arguments.
 */
const servesCluster = async ({ pid, cluster }: { pid: number; cluster: string }): Promise<boolean> => {
  const [program = '', ...rest] = (await commandLineOf(pid)) ?? []
  if (!basename(program).startsWith('postgres')) return false
  const folder = process.platform === 'linux' ? await readlink(`/proc/${pid}/cwd`).catch(() => undefined) : undefined
  return folder === undefined ? rest.join(' ').includes(cluster) : folder === (await realpath(cluster))
}
