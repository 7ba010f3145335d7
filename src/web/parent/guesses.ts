import type { Request } from 'express'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import type { WebServices } from '../services.ts'
import { readLinkCookies } from './linkCookies.ts'
import type { OpenedLink } from './openedLink.ts'

/** So many links that lead nowhere may come from one address within so many seconds. */
export const GUESSES = { points: 100, seconds: 15 * 60 } as const

/**
 * Counts, by the client's address, links that cannot be used, and answers 429 beyond the limit [CON-1]. From then on a
 * link that works is answered alike, so that nobody there learns which one it was; whoever has passed the check already
 * goes on. Nothing is counted, nor written, for a link that can be used.
 */
export const countGuess = async ({
  guesses,
  services,
  request,
  link,
}: {
  guesses: Limiter
  services: WebServices
  request: Request
  link: OpenedLink | undefined
}): Promise<void> => {
  if (link?.checkedBy) return
  const { token } = readLinkCookies({ request, publicUrl: services.environment.publicUrl })
  if (token === undefined) return
  const key = clientAddress(request)
  const tried = link ? await guesses.look({ key }) : await guesses.take({ key })
  if (!tried.allowed) throw tooManyTries(tried)
}
