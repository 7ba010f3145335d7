import type { Query } from '../../../core/database/query.ts'
import { normalAddress } from './addresses.ts'
import { passwordMatches } from './passwords.ts'
import { openProvenSession } from './sessions.ts'

/** An account that has a password: what signing in asks about. */
export type PasswordAccount = { userId: string; passwordDigest: string; isOpen: boolean }

/** The account with a password at an address, open or not; undefined where there is none. */
export const accountAt = async ({
  query,
  email,
}: {
  query: Query
  email: string
}): Promise<PasswordAccount | undefined> => {
  const [account] = await query<PasswordAccount>(
    `select u.id as "userId", c.password_digest as "passwordDigest", u.standing = 'open' as "isOpen" from users u join credentials c on c.user_id = u.id where u.email = $1`,
    [normalAddress(email)],
  )
  return account
}

type Attempt = {
  query: Query
  account: PasswordAccount | undefined
  password: string
  now: Date
  device: string
  replaces?: string
}

/**
 * Checks a password, and opens a session when it belongs to an open account. Takes the same time and says the same
 * (undefined) for an unknown address, a wrong password and a closed account. Passwords over 1,000 letters are wrong.
 * `replaces` is the session that the device held before: it ends.
 */
export const signIn = async ({
  account,
  password,
  ...session
}: Attempt): Promise<{ token: string; userId: string } | undefined> => {
  const matches = await passwordMatches({ password, digest: account?.passwordDigest })
  if (!account || !matches || !account.isOpen) return undefined
  const token = await openProvenSession({ ...session, userId: account.userId, passwordDigest: account.passwordDigest })
  return token === undefined ? undefined : { token, userId: account.userId }
}
