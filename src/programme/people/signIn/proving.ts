import type { PersonActor } from '../../../core/access/actor.ts'
import type { Query } from '../../../core/database/query.ts'
import { passwordMatches } from './passwords.ts'
import { renewProof } from './sessions.ts'

/** For how long a password that was given stands behind a signature, in milliseconds: a quarter of an hour. */
const PROVEN_FOR_MILLISECONDS = 15 * 60_000

/** Whether somebody gave their password so lately that it stands behind what they sign now. */
export const isProvenLately = ({ actor, now }: { actor: Pick<PersonActor, 'provenAt'>; now: Date }): boolean =>
  now.getTime() - actor.provenAt.getTime() <= PROVEN_FOR_MILLISECONDS

/**
 * Checks the password of somebody who is signed in, once more. When it is theirs, the quarter of an hour begins anew
 * for this sign-in, and they are given back as proven.
 */
export const proveAgain = async ({
  query,
  actor,
  token,
  password,
  now,
}: {
  query: Query
  actor: PersonActor
  token: string
  password: string
  now: Date
}): Promise<PersonActor | undefined> => {
  const [account] = await query<{ digest: string }>(
    'select password_digest as digest from credentials where user_id = $1',
    [actor.userId],
  )
  const matches = await passwordMatches({ password, digest: account?.digest })
  if (!account || !matches) return undefined
  return (await renewProof({ query, userId: actor.userId, token, passwordDigest: account.digest, now }))
    ? { ...actor, provenAt: now }
    : undefined
}
