import { hash, verify } from '@node-rs/argon2'

// 46 MiB and one pass: the floor that OWASP gives for argon2id with a single thread.
const STRENGTH = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** The argon2id digest of a password, fit to be stored. However an accent was typed, it is the same password. */
export const digestPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), STRENGTH)

/**
 * Whether the password belongs to the digest. Without a digest the same work is done and the answer is no, so that an
 * unknown address takes as long as a known one. One of more than 1,000 letters is wrong.
 */
export const passwordMatches = async ({
  password,
  digest,
}: {
  password: string
  digest: string | undefined
}): Promise<boolean> => {
  const matches = await verify(digest ?? (await decoy), password.slice(0, LONGEST_TRIED).normalize('NFC'))
  return digest !== undefined && matches && password.length <= LONGEST_TRIED
}

/** What is longer is nobody’s password, and would only take time. */
const LONGEST_TRIED = 1_000

const decoy = digestPassword('no account has this password')
