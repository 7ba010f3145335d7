import type { Query } from '../../../core/database/query.ts'
import { normalAddress } from './passwordLinks.ts'
import { passwordMatches } from './passwords.ts'
import { openProvenSession } from './sessions.ts'

/**
 * Checks an address and a password, and opens a session when they belong to an open account. Takes the same time and says
 * the same (undefined) for an unknown address, a wrong password and a closed account. Passwords over 1,000 letters are wrong.
 */
export const signIn = async ({ query, email, password, now, device }: { query: Query; email: string; password: string; now: Date; device: string }): Promise<{ token: string; userId: string } | undefined> => {
  const [account] = await query<{ id: string; digest: string; open: boolean }>(
    "select u.id, c.password_digest as digest, u.standing = 'open' as open from users u join credentials c on c.user_id = u.id where u.email = $1",
    [normalAddress(email)],
  )
  const matches = await passwordMatches({ password: password.slice(0, 1_000), digest: account?.digest })
  if (!account || !matches || !account.open || password.length > 1_000) return undefined
  const token = await openProvenSession({ query, userId: account.id, passwordDigest: account.digest, now, device })
  return token === undefined ? undefined : { token, userId: account.id }
}
