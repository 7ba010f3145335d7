import { randomUUID } from 'node:crypto'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import type { Query } from '../../../core/database/query.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { revokeLinks, usableLink } from './passwordLinks.ts'
import { digestPassword, passwordMatches } from './passwords.ts'
import { endEverySession, endOtherSessions, isOwnOpenSession } from './sessions.ts'

/** Whose password was chosen, and its digest: enough for the device on which it was done to be known from then on. */
export type Chosen = { userId: string; passwordDigest: string }

/**
 * Sets the password of the account that a link opens, and uses the link up: of several at once, one takes effect. Every
 * sign-in of the person ends, every other link of theirs is worth nothing. Undefined when the link can no longer be
 * used. The password must have been judged before.
 */
export const choosePassword = async ({
  work,
  token,
  password,
}: {
  work: Work
  token: string
  password: string
}): Promise<Chosen | undefined> => {
  const digest = await digestPassword(password)
  return inTransaction({
    req: work.req,
    work: async () => {
      const { query, now } = work
      const found = await usableLink({ query, token, now })
      if (found) await lockAccount({ query, userId: found.userId })
      const link = found && (await usableLink({ query, token, now, lock: true }))
      if (!link) return undefined
      await storeDigest({ query, userId: link.userId, digest, now })
      await query('update sign_in_links set used_at = $2 where id = $1', [link.id, now.toISOString()])
      await revokeLinks({ query, userId: link.userId, now })
      const ended = await endEverySession({ query, userId: link.userId, now })
      await recordEvent({
        work: { ...work, actor: { kind: 'link', holder: link.purpose, recordId: link.id } },
        event: {
          action: 'choose-password',
          collection: 'users',
          recordId: link.userId,
          detail: { endedSignIns: ended },
        },
      })
      return { userId: link.userId, passwordDigest: digest }
    },
  })
}

/**
 * Changes the password of somebody who is signed in and knows the present one; every other sign-in of theirs ends. Of
 * several changes at once one takes effect: the others meet a present password that is no longer theirs, or a sign-in
 * that has ended. Undefined when the present one is wrong. A repeat of the same change, whose first answer was lost,
 * counts as done.
 */
export const changePassword = async ({
  work,
  userId,
  token,
  current,
  next,
}: {
  work: Work
  userId: string
  token: string
  current: string
  next: string
}): Promise<Chosen | undefined> => {
  const [stored] = await work.query<{ digest: string }>(
    'select password_digest as digest from credentials where user_id = $1',
    [userId],
  )
  if (!stored) return undefined
  const isRepeat = async (passwordDigest: string): Promise<Chosen | undefined> =>
    (await passwordMatches({ password: next, digest: passwordDigest })) ? { userId, passwordDigest } : undefined
  if (!(await passwordMatches({ password: current, digest: stored.digest }))) return isRepeat(stored.digest)
  const digest = await digestPassword(next)
  return inTransaction({
    req: work.req,
    work: async () => {
      const { query, now } = work
      await lockAccount({ query, userId })
      // Looked at again under the lock: another change, or the end of this sign-in, may have come first.
      const [present] = await query<{ digest: string }>(
        'select password_digest as digest from credentials where user_id = $1',
        [userId],
      )
      if (!present || !(await isOwnOpenSession({ query, userId, token }))) return undefined
      if (present.digest !== stored.digest) return isRepeat(present.digest)
      await storeDigest({ query, userId, digest, now })
      await revokeLinks({ query, userId, now })
      const ended = await endOtherSessions({ query, userId, token, now })
      await recordEvent({
        work,
        event: { action: 'change-password', collection: 'users', recordId: userId, detail: { endedSignIns: ended } },
      })
      return { userId, passwordDigest: digest }
    },
  })
}

/**
 * The account before its links, its password and its sign-ins: everything that changes who can come in takes its turn
 * there.
 */
const lockAccount = async ({ query, userId }: { query: Query; userId: string }): Promise<void> => {
  await query('select from users where id = $1 for no key update', [userId])
}

const storeDigest = async ({
  query,
  userId,
  digest,
  now,
}: {
  query: Query
  userId: string
  digest: string
  now: Date
}): Promise<void> => {
  await query(
    `insert into credentials (id, user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, $3, $4, $4, $4)
     on conflict (user_id) do update set password_digest = excluded.password_digest, changed_at = excluded.changed_at, updated_at = excluded.updated_at`,
    [randomUUID(), userId, digest, now.toISOString()],
  )
}
