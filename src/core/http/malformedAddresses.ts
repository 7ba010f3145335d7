import type { RequestHandler } from 'express'
import { httpProblem } from './httpProblem.ts'

const LONGEST_ADDRESS = 8_000

/**
 * Refuses, before anything else reads it, an address that no page of ours makes: one that cannot be decoded, that holds
 * a NUL (which PostgreSQL cannot store), that is far too long, or whose path two readers could take for two different
 * places (`..` in any guise, a backslash, a doubled or encoded slash, a whole web address). 400, or 414 for the length.
 */
export const refuseMalformedAddresses: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > LONGEST_ADDRESS) throw refusedAddress(414)
  if (!isReadable(request.originalUrl)) throw refusedAddress(400)
  next()
}

const isReadable = (address: string): boolean => {
  const [path = '', ...query] = address.split('?')
  const typed = decoded(query.join('?').replaceAll('+', ' '))
  return typed !== undefined && !typed.includes('\0') && leadsToOnePlace(path)
}

/**
 * Express, Next and the reader of web addresses each fold `.` and `..` at a moment of their own, and some decode before
 * it or once more: whoever stands at a door must see the path that is gone to behind it. So the path may not change by
 * being read again.
 */
const leadsToOnePlace = (path: string): boolean => {
  if (!path.startsWith('/') || path.includes('#')) return false
  let reading = path
  for (let times = 0; times < MOST_READINGS; times += 1) {
    if (reading.split('/').slice(1).some(isOddSegment)) return false
    const further = decoded(reading)
    // The first reading is everybody's, so it must succeed; a percent sign that was itself encoded ends the later ones.
    if (further === undefined) return times > 0
    if (further === reading) return true
    if (further.split('/').length !== reading.split('/').length) return false
    reading = further
  }
  return false
}

/**
 * How often a path is decoded to see whether a dot or a slash comes out; nobody means a path that is encoded more
 * often.
 */
const MOST_READINGS = 5

/**
 * Nothing but dots, whatever stands behind a semicolon; a backslash, which browsers take for a slash; what cannot be
 * seen.
 */
const isOddSegment = (segment: string, place: number, all: readonly string[]): boolean =>
  /^[\s.]*\.[\s.]*(;.*)?$/.test(segment) || /[\\\p{Cc}]/u.test(segment) || (segment === '' && place < all.length - 1)

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const refusedAddress = (status: number): Error =>
  httpProblem({
    status,
    rule: 'INPUT',
    reason: 'We cannot read that address.',
    nextStep: 'Check it, or start again from the first page.',
  })
