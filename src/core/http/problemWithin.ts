import { ownWords } from '../errors/ownWords.ts'
import { databaseProblem } from './databaseProblem.ts'
import { isError } from './isError.ts'
import { wordsWithin, type Problem, type ProblemWords } from './httpProblem.ts'

/**
 * How to answer an error, whatever it is: our own refusals keep their words, the database's troubles and the common
 * refusals of Express and Payload get plain ones, and anything else is a 500 that tells nothing of the inside.
 */
export const problemWithin = (error: unknown): Problem => {
  const status = statusOf(error)
  const words = wordsWithin(error)
  if (words && status !== undefined) return { status, refusal: words, retryAfterSeconds: retryAfterOf(error) }
  const fromDatabase = databaseProblem(error)
  if (fromDatabase) return fromDatabase
  if (status !== undefined && status >= 400 && status < 500) return problemOf(status)
  if (isUnreadableInput(error)) return problemOf(400)
  return { status: 500 }
}

/** The problem with the plain words that we have for a status that came without any. */
const problemOf = (status: number): Problem => {
  const refusal = wordsByStatus[status] ?? (status >= 400 && status < 500 ? wordsByStatus[400] : undefined)
  return refusal ? { status, refusal } : { status }
}

const wordsByStatus: Readonly<Record<number, ProblemWords>> = {
  400: {
    rule: 'INPUT',
    reason: 'We could not understand what was sent.',
    nextStep: 'Go back, check what you entered and try again.',
  },
  401: { rule: 'ACCESS', reason: 'You are not signed in.', nextStep: 'Sign in and try again.' },
  403: {
    rule: 'ACCESS',
    reason: 'You are not allowed to do that.',
    get nextStep() {
      return `Ask ${ownWords().whoHelps} if you think you should be.`
    },
  },
  404: {
    rule: 'NOT-FOUND',
    reason: 'We cannot find that page.',
    nextStep: 'Check the address, or go back and choose it from a list.',
  },
  405: {
    rule: 'INPUT',
    reason: 'That cannot be done at this address.',
    nextStep: 'Go back and use the buttons on the page.',
  },
  413: { rule: 'INPUT', reason: 'What you sent is too large.', nextStep: 'Send less text or a smaller file.' },
  415: {
    rule: 'INPUT',
    reason: 'We cannot take that kind of file or form.',
    nextStep: 'Go back and use the form on the page.',
  },
  429: { rule: 'LIMIT', reason: 'That was tried too often.', nextStep: 'Wait a few minutes and try again.' },
}

const statusOf = (error: unknown): number | undefined =>
  isError(error) && 'status' in error && typeof error.status === 'number' ? error.status : undefined

const retryAfterOf = (error: unknown): number | undefined =>
  isError(error) && 'retryAfterSeconds' in error && typeof error.retryAfterSeconds === 'number'
    ? error.retryAfterSeconds
    : undefined

/**
 * What the parsers of addresses, JSON and multipart bodies throw, without a status, at input that is not well formed.
 */
const isUnreadableInput = (error: unknown): boolean =>
  isError(error) &&
  (error.name === 'URIError' ||
    (error.name === 'SyntaxError' && /JSON|Unexpected/.test(error.message)) ||
    /^(Unexpected end of (form|file)|Malformed |Multipart: |Unsupported content type|Missing Content-Type|Request is not eligible)/.test(
      error.message,
    ))
