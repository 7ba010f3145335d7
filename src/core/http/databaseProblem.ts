import { ownWords } from '../errors/ownWords.ts'
import { isError } from './isError.ts'
import type { Problem } from './httpProblem.ts'

/**
 * What to answer when an error comes from PostgreSQL or the way to it: 503 when the database cannot take the work now,
 * 409 when a constraint stood in the way, 400 when a value cannot be stored. Undefined when it has another cause.
 */
export const databaseProblem = (error: unknown): Problem | undefined => {
  for (const cause of causesOf(error)) {
    const code = codeOf(cause)
    const found = answers.find(
      ({ codes, messages }) => (code !== undefined && codes.test(code)) || (messages?.test(cause.message) ?? false),
    )
    if (found) return found.problem
    const refusal = code === SAID_IN_WORDS ? saidIn(cause) : undefined
    if (refusal) return { status: 409, refusal }
  }
  return undefined
}

const unavailable: Problem = {
  status: 503,
  retryAfterSeconds: 30,
  refusal: {
    rule: 'UNAVAILABLE',
    reason: 'We could not reach our records just now, so nothing you sent has been stored.',
    get nextStep() {
      return `Wait a minute and try again. ${ownWords().inDanger}`.trim()
    },
  },
}

const full: Problem = {
  status: 503,
  retryAfterSeconds: 300,
  refusal: {
    rule: 'UNAVAILABLE',
    reason: 'We could not store this, because our records have no room left. Nothing you sent has been kept.',
    get nextStep() {
      return `Keep a note of it and tell ${ownWords().whoHelps}. ${ownWords().inDanger}`.trim()
    },
  },
}

const busy: Problem = {
  status: 503,
  retryAfterSeconds: 5,
  refusal: {
    rule: 'BUSY',
    reason: 'Too much was happening at once, so we could not store this. Nothing you sent has been kept.',
    nextStep: 'Wait a few seconds and try again.',
  },
}

const clash: Problem = {
  status: 409,
  refusal: {
    rule: 'CONFLICT',
    reason: 'This clashes with something that is already stored, perhaps because someone else did it a moment before.',
    nextStep: 'Load the page again to see how things stand.',
  },
}

const gone: Problem = {
  status: 409,
  refusal: {
    rule: 'CONFLICT',
    reason: 'Something that you chose is not there, or something else still refers to this.',
    nextStep: 'Load the page again and choose once more.',
  },
}

const unstorable: Problem = {
  status: 400,
  refusal: {
    rule: 'INPUT',
    reason: 'Something you entered cannot be stored as it is.',
    nextStep: 'Check dates, numbers and unusual characters, and try again.',
  },
}

/** PostgreSQL's SQLSTATE codes, and what Node and the pool say when there is no connection. The first match decides. */
const answers: ReadonlyArray<{ codes: RegExp; messages?: RegExp; problem: Problem }> = [
  { codes: /^(53100|ENOSPC)$/, problem: full },
  {
    codes:
      /^(08...|57P0[1-5]|53...|25006|28000|28P01|3D000|58...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/,
    messages:
      /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Client was closed|Query read timeout|after calling end on the pool/,
    problem: unavailable,
  },
  { codes: /^(40001|40P01|55P03|57014|25P0[34])$/, problem: busy },
  { codes: /^(23505|23P01|23001)$/, problem: clash },
  { codes: /^23503$/, problem: gone },
  { codes: /^(22...|23502|23514)$/, problem: unstorable },
]

/** With this code a trigger of ours refuses in words fit for a person: message, hint and (as its detail) the rule. */
const SAID_IN_WORDS = 'KT409'

const saidIn = (error: Error): Problem['refusal'] | undefined =>
  'detail' in error && typeof error.detail === 'string' && 'hint' in error && typeof error.hint === 'string'
    ? { rule: error.detail, reason: error.message, nextStep: error.hint }
    : undefined

/**
 * The error and everything under it: drizzle wraps PostgreSQL's errors, and Node gathers those of several addresses.
 */
const causesOf = (error: unknown): Error[] => {
  const found: Error[] = []
  const waiting: unknown[] = [error]
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift()
    if (!isError(next) || found.includes(next)) continue
    found.push(next)
    waiting.push(next.cause, ...('errors' in next && Array.isArray(next.errors) ? next.errors : []))
  }
  return found
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined
