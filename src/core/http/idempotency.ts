import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Query } from '../database/query.ts'
import { httpProblem } from './httpProblem.ts'

/** What a repeated form is answered from: ids and addresses within our site, never what a person wrote. */
export type StoredOutcome = { readonly [name: string]: string | number | boolean | null | readonly string[] }

/** Which submission this is: the form's key, who sent it, for what, and a digest of what was in it. */
export type Submission = { key: string; actor: string; purpose: string; fingerprint: string }

/**
 * Does `work` once for each submission, inside the caller's transaction, whose connection `query` must use. A second
 * one with the same key waits for the first, and is given the first's outcome without doing the work again; if the
 * first failed and rolled back, the second does the work. Throws a 409 when the same key comes with something else in
 * it, a 400 for a key that is none of ours. What keeps the outcome is said by `saidLast`, a whole text of SQL: at once
 * unless told, and never after COMMIT.
 */
export const withIdempotency = async <Outcome extends StoredOutcome>(
  {
    query,
    key,
    actor,
    purpose,
    fingerprint,
    saidLast = query,
  }: Submission & { query: Query; saidLast?: (statement: string) => Promise<unknown> },
  work: () => Promise<Outcome>,
): Promise<{ outcome: Outcome; repeated: boolean }> => {
  if (!isIdempotencyKey(key)) throw keyMissing()
  const claimed = await query(
    'insert into idempotency_keys (actor, purpose, key, fingerprint) values ($1, $2, $3, $4) on conflict do nothing returning key',
    [actor, purpose, key, fingerprint],
  )
  if (claimed.length > 0) {
    const outcome = await work()
    const text = (value: string): string => pg.escapeLiteral(value)
    await saidLast(
      `update idempotency_keys set outcome = ${text(JSON.stringify(outcome))}::json where actor = ${text(actor)} and purpose = ${text(purpose)} and key = ${text(key)}`,
    )
    return { outcome, repeated: false }
  }
  const [earlier] = await query<{ fingerprint: string; outcome: Outcome | null }>(
    'select fingerprint, outcome from idempotency_keys where actor = $1 and purpose = $2 and key = $3',
    [actor, purpose, key],
  )
  if (!earlier?.outcome)
    throw new Error('The earlier submission left no outcome: the transaction must be at READ COMMITTED.')
  if (earlier.fingerprint !== fingerprint) throw keyReused()
  return { outcome: earlier.outcome, repeated: true }
}

/** A fresh key for the hidden field of a form. */
export const newIdempotencyKey = (): string => randomUUID()

/** The name of that hidden field. */
export const IDEMPOTENCY_FIELD = 'submissionKey'

/**
 * The key that came with a submission: the form's hidden field, else the Idempotency-Key header. Throws a 400 without
 * one.
 */
export const idempotencyKeyOf = ({ body, header }: { body?: unknown; header?: string }): string => {
  const field: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, IDEMPOTENCY_FIELD) : undefined
  const key = field ?? header
  if (typeof key !== 'string' || !isIdempotencyKey(key)) throw keyMissing()
  return key
}

/** A digest of what a submission holds; the order in which fields come makes no difference, nor does the key itself. */
export const fingerprintOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content, sortedFields)).digest('base64url')

/** Removes keys from before the given moment; for a scheduled task. A form sent again after that is done again. */
export const pruneIdempotencyKeys = async ({
  query,
  createdBefore,
}: {
  query: Query
  createdBefore: Date
}): Promise<void> => {
  await query('delete from idempotency_keys where created_at < $1', [createdBefore])
}

const isIdempotencyKey = (key: string): boolean => /^[A-Za-z0-9_-]{16,64}$/.test(key)

const sortedFields = (name: string, value: unknown): unknown => {
  if (name === IDEMPOTENCY_FIELD) return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

const keyMissing = (): Error =>
  httpProblem({
    status: 400,
    rule: 'REPEAT',
    reason: 'The form came without its number, so we cannot tell whether it is a repeat.',
    nextStep: 'Load the page again and fill it in once more.',
  })

const keyReused = (): Error =>
  httpProblem({
    status: 409,
    rule: 'REPEAT',
    reason: 'This form was already sent with other answers, and those have been stored.',
    nextStep: 'Load the page again to see what was stored, and change it there if you need to.',
  })
