import type { Request } from 'express'
import { clientAddress, clientSite } from '../../core/http/clientAddress.ts'
import type { Limiter, RateLimits, Try } from '../../core/http/rateLimits.ts'
import { normalAddress } from '../../programme/people/signIn/addresses.ts'

/** One try at signing in: at which address, from where, and on which device of the account's owner, where it is one. */
type SignInTry = { request: Request; email: string; device: string | undefined }

/** How often a password may be guessed when signing in. */
export type SignInLimits = {
  /** Counts one try, and says whether it may be made. */
  take: (given: SignInTry) => Promise<Try>
  /** Starts again from nothing where the try was counted, after a success. */
  forget: (given: Omit<SignInTry, 'request'>) => Promise<void>
}

/**
 * A device on which the owner has signed in before is counted on its own, so that nobody shuts the owner out by
 * guessing elsewhere [LIMIT]. All other devices are counted together: by account, so that many addresses guess no more
 * than one; by client, so that one address does not try one password at many accounts; and by site, since whoever holds
 * a site holds thousands of IPv6 clients.
 */
export const signInLimits = (rateLimits: RateLimits): SignInLimits => {
  const limiter = (name: string, points: number): Limiter =>
    rateLimits.limiter({ name, points, seconds: QUARTER_OF_AN_HOUR })
  const [perDevice, perAccount, perClient, perSite] = [
    limiter('sign-in-device', 10),
    limiter('sign-in-account', 10),
    limiter('sign-in-client', 60),
    limiter('sign-in-site', 240),
  ]
  return {
    take: async ({ request, email, device }) => {
      if (device !== undefined) return perDevice.take({ key: deviceKey({ email, device }) })
      let tried: Try = await perSite.take({ key: clientSite(request) })
      if (tried.allowed) tried = await perClient.take({ key: clientAddress(request) })
      return tried.allowed ? perAccount.take({ key: normalAddress(email) }) : tried
    },
    forget: ({ email, device }) =>
      device === undefined
        ? perAccount.forget({ key: normalAddress(email) })
        : perDevice.forget({ key: deviceKey({ email, device }) }),
  }
}

/**
 * How often somebody who is signed in may guess their own password, wherever it is asked for again. Counted by sign-in:
 * no stranger, and no other device, can use it up.
 */
export const ownPasswordLimit = (rateLimits: RateLimits): Limiter =>
  rateLimits.limiter({ name: 'own-password', points: 10, seconds: QUARTER_OF_AN_HOUR })

const QUARTER_OF_AN_HOUR = 15 * 60

const deviceKey = ({ email, device }: { email: string; device: string }): string => `${device} ${normalAddress(email)}`
