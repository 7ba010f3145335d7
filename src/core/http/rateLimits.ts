import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Query } from '../database/query.ts'
import { httpProblem } from './httpProblem.ts'
import { ownWords } from '../errors/ownWords.ts'

/** How often something may be tried: `points` times within `seconds`, counted from the first try. */
type LimitSize = { name: string; points: number; seconds: number }

/** Whether one more try was allowed, and otherwise how long to wait. */
export type Try = { allowed: true; remaining: number } | { allowed: false; secondsToWait: number }

/** One limit, counted apart for each key (an account, a client's address, a link). */
export type Limiter = {
  /** Counts one try. */
  take: (given: { key: string }) => Promise<Try>
  /** Tells how things stand without counting. */
  look: (given: { key: string }) => Promise<Try>
  /** Starts again from nothing, after a success. */
  forget: (given: { key: string }) => Promise<void>
}

export type RateLimits = {
  /** The function form, for counting inside a use case. */
  limiter: (size: LimitSize) => Limiter
  /** The middleware form: 429 with Retry-After when the key has used up its tries. */
  limit: (given: LimitSize & { key: (request: Request) => string }) => RequestHandler
}

/**
 * Limits kept in PostgreSQL, so that they hold for all processes together and over a restart. Keys are kept only as
 * digests made with `secret`, because an e-mail or network address is personal. When the database cannot be asked, the
 * try is refused with a 503: a limit that cannot be counted never lets anybody through.
 */
export const createRateLimits = ({ pool, secret }: { pool: Pick<Pool, 'query'>; secret: string }): RateLimits => {
  const limiter = (size: LimitSize): Limiter => {
    const store = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: size.name,
      points: size.points,
      duration: size.seconds,
    })
    const digest = (key: string): string =>
      createHmac('sha256', secret).update(`${size.name}\0${key}`).digest('base64url')
    return {
      take: async ({ key }) =>
        counted(async () => ({ allowed: true, remaining: (await store.consume(digest(key))).remainingPoints })),
      look: async ({ key }) =>
        counted(async () => standing({ result: await store.get(digest(key)), points: size.points })),
      forget: async ({ key }) => {
        await store.delete(digest(key))
      },
    }
  }
  return {
    limiter,
    limit: ({ key, ...size }) => {
      const { take } = limiter(size)
      return async (request, _response, next) => {
        const outcome = await take({ key: key(request) })
        if (!outcome.allowed) throw tooManyTries(outcome)
        next()
      }
    },
  }
}

/** The refusal of one try too many: 429, with how long to wait in words and in Retry-After. */
export const tooManyTries = ({ secondsToWait }: { secondsToWait: number }): Error =>
  httpProblem({
    status: 429,
    retryAfterSeconds: secondsToWait,
    rule: 'LIMIT',
    reason: 'That was tried too often, so for safety we are waiting a while.',
    nextStep: `Try again in ${inWords(secondsToWait)}.`,
  })

/** Removes the counts that ended before the given moment; for a scheduled task. */
export const pruneRateLimits = async ({ query, endedBefore }: { query: Query; endedBefore: Date }): Promise<void> => {
  await query('delete from rate_limits where expire < $1', [endedBefore.getTime()])
}

const counted = async (ask: () => Promise<Try>): Promise<Try> => {
  try {
    return await ask()
  } catch (problem) {
    if (problem instanceof RateLimiterRes) return { allowed: false, secondsToWait: secondsOf(problem) }
    throw uncountable(problem)
  }
}

const standing = ({ result, points }: { result: RateLimiterRes | null; points: number }): Try =>
  result && result.remainingPoints === 0
    ? { allowed: false, secondsToWait: secondsOf(result) }
    : { allowed: true, remaining: result?.remainingPoints ?? points }

const secondsOf = (result: RateLimiterRes): number => Math.max(1, Math.ceil(result.msBeforeNext / 1000))

const uncountable = (cause: unknown): Error =>
  Object.assign(
    httpProblem({
      status: 503,
      retryAfterSeconds: 30,
      rule: 'UNAVAILABLE',
      reason: 'We cannot check this safely just now, so nothing was done.',
      nextStep: `Wait a minute and try again. ${ownWords().inDanger}`.trim(),
    }),
    { cause },
  )

const inWords = (seconds: number): string => {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
