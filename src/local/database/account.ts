import { constants } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { startProblem } from '../problem.ts'
import { unlessMissing } from '../systemError.ts'

/**
 * The account PostgreSQL runs under: another one when we are root, which PostgreSQL refuses to run as; else our own.
 */
export type Account = { uid: number; gid: number } | 'ours'

/**
 * Chooses the account. As root: the owner of a cluster that is there already, else `postgres`, else `nobody`, else
 * `daemon`;
 * none is created. Throws a start problem when root finds none.
 */
export const chooseAccount = async ({ cluster }: { cluster: string }): Promise<Account> => {
  if (process.getuid?.() !== 0) return 'ours'
  const existing = await unlessMissing(stat(cluster))
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  const listed = ((await unlessMissing(readFile('/etc/passwd', 'utf8'))) ?? '')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const [, , uid, gid] = listed.find(([listedName]) => listedName === name) ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw startProblem({
    sentence:
      'PostgreSQL does not run as root and this machine has no other account for it: start as an ordinary user, or set DATABASE_URL.',
  })
}

/** What `spawn` needs in order to run a program under the account. */
export const spawnAs = (account: Account): { uid?: number; gid?: number } => (account === 'ours' ? {} : account)

/**
 * Whether the account may enter a folder, and so every folder above it. What only an access list grants is not counted.
 */
export const canEnter = async ({ account, folder }: { account: Account; folder: string }): Promise<boolean> => {
  if (account === 'ours') return true
  for (let current = await realpath(folder); ; current = dirname(current)) {
    const { mode, uid, gid } = await stat(current)
    const bit = uid === account.uid ? constants.S_IXUSR : gid === account.gid ? constants.S_IXGRP : constants.S_IXOTH
    if ((mode & bit) === 0) return false
    if (current === dirname(current)) return true
  }
}
