import type { RequestHandler } from 'express'
import { httpProblem } from './httpProblem.ts'

const LONGEST_ADDRESS = 8_000

/**
 * Refuses, before anything else reads it, an address that no page of ours makes: one that cannot be decoded, that holds a
 * NUL (which PostgreSQL cannot store), or that is far too long. 400, or 414 for the length.
 */
export const refuseMalformedAddresses: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > LONGEST_ADDRESS) throw refusedAddress(414)
  if (!isReadable(request.originalUrl)) throw refusedAddress(400)
  next()
}

const isReadable = (address: string): boolean => {
  try {
    const [path = '', ...query] = address.split('?')
    return !`${decodeURIComponent(path)}${decodeURIComponent(query.join('?').replaceAll('+', ' '))}`.includes('\0')
  } catch {
    return false
  }
}

const refusedAddress = (status: number): Error =>
  httpProblem({ status, rule: 'INPUT', reason: 'We cannot read that address.', nextStep: 'Check it, or start again from the first page.' })
