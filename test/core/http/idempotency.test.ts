import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type pg from 'pg'
import type { Query } from '../../../src/core/database/query.ts'
import { problemWithin } from '../../../src/core/http/problemWithin.ts'
import {
  fingerprintOf,
  IDEMPOTENCY_FIELD,
  idempotencyKeyOf,
  newIdempotencyKey,
  pruneIdempotencyKeys,
  withIdempotency,
  type StoredOutcome,
  type Submission,
} from '../../../src/core/http/idempotency.ts'
import { rowsOf, type TestDatabase } from '../../support/database.ts'
import { httpDatabase, queryOn } from './httpDatabase.ts'

let database: TestDatabase
let pool: pg.Pool
let query: Query

beforeAll(async () => {
  ;({ database, pool, query } = await httpDatabase())
  await rowsOf({
    url: database.ownerUrl,
    statement:
      'create table things_done (submission text, number serial); grant all on things_done to public; grant all on sequence things_done_number_seq to public',
  })
})

const submission = (change: Partial<Submission> = {}): Submission => ({
  key: newIdempotencyKey(),
  actor: 'user:6f0e',
  purpose: 'log-meeting',
  fingerprint: fingerprintOf({ notes: 'We made bread.' }),
  ...change,
})

/** A transaction as the caller would have it, with the work of writing one row. */
const submit = async (given: Submission, afterwards: () => Promise<void> = async () => undefined) => {
  const client = await pool.connect()
  const inside = queryOn(client)
  try {
    await client.query('begin')
    const result = await withIdempotency({ query: inside, ...given }, async () => {
      const [row] = await inside<{ number: number }>(
        'insert into things_done (submission) values ($1) returning number',
        [given.key],
      )
      return { number: row?.number ?? 0, next: '/portal' }
    })
    await afterwards()
    await client.query('commit')
    return result
  } catch (problem) {
    await client.query('rollback')
    throw problem
  } finally {
    client.release()
  }
}

const timesDone = async ({ key }: Submission): Promise<number> =>
  (await query('select from things_done where submission = $1', [key])).length

test('twenty of the same at the same moment are done once and all get the same answer', async () => {
  const same = submission()
  const results = await Promise.all(Array.from({ length: 20 }, () => submit(same)))
  expect(await timesDone(same)).toBe(1)
  expect(new Set(results.map(({ outcome }) => JSON.stringify(outcome))).size).toBe(1)
  expect(results.filter(({ repeated }) => !repeated)).toHaveLength(1)
  expect(results[0]?.outcome).toMatchObject({ next: '/portal' })
})

test('a repeat much later gets the first answer', async () => {
  const same = submission()
  const first = await submit(same)
  expect(await submit(same)).toEqual({ ...first, repeated: true })
})

test('when the first fails, the waiting second does the work', async () => {
  const same = submission()
  let failNow: (problem: Error) => void = () => undefined
  const first = submit(same, () => new Promise((_resolve, reject) => (failNow = reject)))
  const failed = expect(first).rejects.toThrow('the first fails')
  const second = new Promise((resolve) => setTimeout(resolve, 200)).then(() => submit(same))
  setTimeout(() => failNow(new Error('the first fails')), 500)
  await failed
  expect(await second).toMatchObject({ repeated: false })
  expect(await timesDone(same)).toBe(1)
})

test('the same key with something else in it is refused with 409 and words', async () => {
  const first = submission()
  await submit(first)
  const problem = await submit({ ...first, fingerprint: fingerprintOf({ notes: 'We made soup.' }) }).catch(
    problemWithin,
  )
  expect(problem).toMatchObject({
    status: 409,
    refusal: { rule: 'REPEAT', nextStep: expect.stringMatching(/Load the page again/) },
  })
  expect(await timesDone(first)).toBe(1)
})

test('a key of somebody else, or for something else, is another key', async () => {
  const first = submission()
  await submit(first)
  for (const change of [{ actor: 'user:7a1b' }, { purpose: 'propose-meeting' }]) {
    const other = await submit({ ...first, ...change })
    expect(other.repeated).toBe(false)
    expect(await submit({ ...first, ...change })).toEqual({ ...other, repeated: true })
  }
})

test.each(['', 'short', 'a'.repeat(65), 'has spaces in the midst', "'; drop table things_done; --"])(
  'the key %j is none of ours',
  async (key) => {
    expect(await submit(submission({ key })).catch(problemWithin)).toMatchObject({
      status: 400,
      refusal: { rule: 'REPEAT' },
    })
  },
)

test('old keys are removed, fresh ones stay', async () => {
  const old = submission()
  const recent = submission()
  await submit(old)
  await submit(recent)
  await rowsOf({
    url: database.ownerUrl,
    statement: `update idempotency_keys set created_at = now() - interval '40 days' where key = $1`,
    values: [old.key],
  })
  const [limit] = await query<{ before: Date }>(`select now() - interval '30 days' as before`)
  await pruneIdempotencyKeys({ query, createdBefore: limit?.before as Date })
  expect(await submit(old)).toMatchObject({ repeated: false })
  expect(await submit(recent)).toMatchObject({ repeated: true })
})

describe('the key that came with a form', () => {
  const key = randomUUID()
  test('is the hidden field, else the header', () => {
    expect(idempotencyKeyOf({ body: { [IDEMPOTENCY_FIELD]: key } })).toBe(key)
    expect(idempotencyKeyOf({ body: {}, header: key })).toBe(key)
    expect(idempotencyKeyOf({ header: key })).toBe(key)
  })
  test.each([
    [{}],
    [{ body: { [IDEMPOTENCY_FIELD]: [key, key] } }],
    [{ body: { [IDEMPOTENCY_FIELD]: '' } }],
    [{ body: null }],
    [{ body: key }],
  ])('%j has none', (given) => {
    expect(() => idempotencyKeyOf(given)).toThrow(/Load the page again/)
  })
})

describe('a fingerprint', () => {
  test('does not depend on the order of fields nor on the key', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((name) => name !== '__proto__'),
          fc.oneof(
            fc.string(),
            fc.array(fc.string()),
            fc.dictionary(
              fc.string().filter((name) => name !== '__proto__'),
              fc.string(),
            ),
          ),
        ),
        (content) => {
          const reversed = Object.fromEntries(Object.entries(content).reverse())
          expect(fingerprintOf({ ...reversed, [IDEMPOTENCY_FIELD]: randomUUID() })).toBe(fingerprintOf(content))
        },
      ),
    )
  })
  test.each([
    [{ a: '1' }, { a: '2' }],
    [{ a: ['1', '2'] }, { a: ['2', '1'] }],
    [{ a: { b: '1' } }, { a: { b: '2' } }],
    [{ a: '1' }, { a: '1', b: '' }],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
  })
})

test('an outcome may hold lists, numbers and nothing', async () => {
  const outcome: StoredOutcome = { ids: ['a', 'b'], count: 2, done: true, note: null }
  const same = submission()
  const done = async () => withIdempotency({ query, ...same }, async () => outcome)
  expect(await done()).toEqual({ outcome, repeated: false })
  expect(await done()).toEqual({ outcome, repeated: true })
})
