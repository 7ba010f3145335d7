import { beforeAll, describe, expect, test } from '@jest/globals'
import express from 'express'
import pg from 'pg'
import request from 'supertest'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { clientAddress, trustProxies } from '../../../src/core/http/clientAddress.ts'
import { createRateLimits, pruneRateLimits, type RateLimits } from '../../../src/core/http/rateLimits.ts'
import type { Query } from '../../../src/core/database/query.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { httpDatabase } from './httpDatabase.ts'
import { servedApp } from './servedApp.ts'

const secret = 'a secret of this test only'

let pool: pg.Pool
let query: Query
let limits: RateLimits

beforeAll(async () => {
  ;({ pool, query } = await httpDatabase())
  limits = createRateLimits({ pool, secret })
})

const fresh = (() => {
  let number = 0
  return (): string => `limit-${(number += 1)}`
})()

describe('the function form', () => {
  test('allows so many tries, then says how long to wait', async () => {
    const limiter = limits.limiter({ name: fresh(), points: 2, seconds: 60 })
    expect(await limiter.take({ key: 'one' })).toEqual({ allowed: true, remaining: 1 })
    expect(await limiter.take({ key: 'one' })).toEqual({ allowed: true, remaining: 0 })
    const third = await limiter.take({ key: 'one' })
    expect(third).toEqual({ allowed: false, secondsToWait: expect.any(Number) })
    expect(!third.allowed && third.secondsToWait > 50 && third.secondsToWait <= 60).toBe(true)
    expect(await limiter.take({ key: 'another' })).toEqual({ allowed: true, remaining: 1 })
  })

  test('looking counts nothing, and forgetting starts again', async () => {
    const limiter = limits.limiter({ name: fresh(), points: 1, seconds: 60 })
    expect(await limiter.look({ key: 'one' })).toEqual({ allowed: true, remaining: 1 })
    expect(await limiter.look({ key: 'one' })).toEqual({ allowed: true, remaining: 1 })
    await limiter.take({ key: 'one' })
    expect(await limiter.look({ key: 'one' })).toMatchObject({ allowed: false })
    await limiter.forget({ key: 'one' })
    expect(await limiter.take({ key: 'one' })).toMatchObject({ allowed: true })
  })

  test('the count ends with its time', async () => {
    const limiter = limits.limiter({ name: fresh(), points: 1, seconds: 1 })
    await limiter.take({ key: 'one' })
    expect(await limiter.take({ key: 'one' })).toMatchObject({ allowed: false })
    await waitUntil({ what: 'the limit to end', holds: async () => (await limiter.look({ key: 'one' })).allowed })
  })

  test('fifty tries at the same moment, from two processes, let exactly five through', async () => {
    const name = fresh()
    const other = new pg.Pool(pool.options)
    const both = [limits, createRateLimits({ pool: other, secret })].map((each) =>
      each.limiter({ name, points: 5, seconds: 60 }),
    )
    const outcomes = await Promise.all(
      both.flatMap((limiter) => Array.from({ length: 25 }, () => limiter.take({ key: 'one' }))),
    )
    expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(5)
    await other.end()
  })

  test('no key stands readable in the database, and what has ended is removed', async () => {
    const name = fresh()
    await limits.limiter({ name, points: 1, seconds: 60 }).take({ key: 'zebedee@example.org' })
    const keys = async () =>
      (await query<{ key: string }>('select key from rate_limits where key like $1', [`${name}:%`])).map(
        ({ key }) => key,
      )
    expect(await keys()).toEqual([expect.stringMatching(new RegExp(`^${name}:[\\w-]{43}$`))])
    const now = systemClock.now()
    const inOneHour = new Date(now.getTime() + 3_600_000)
    await pruneRateLimits({ query, endedBefore: now })
    expect(await keys()).toHaveLength(1)
    await pruneRateLimits({ query, endedBefore: inOneHour })
    expect(await keys()).toHaveLength(0)
  })
})

describe('the middleware form', () => {
  test('answers 429 with a sentence and Retry-After', async () => {
    const { app } = servedApp({
      routes: (routes) =>
        void routes.post(
          '/sign-in',
          limits.limit({ name: fresh(), points: 1, seconds: 600, key: () => 'one' }),
          (_request, response) => void response.send('in'),
        ),
    })
    expect((await request(app).post('/sign-in')).status).toBe(200)
    const refused = await request(app).post('/sign-in')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(590)
    expect(refused.text).toContain('That was tried too often')
  })

  test.each([
    ['the database refuses connections', async () => new pg.Pool({ host: '127.0.0.1', port: 4499, user: 'nobody' })],
    [
      'the pool has ended',
      async () => {
        const ended = new pg.Pool(pool.options)
        await ended.end()
        return ended
      },
    ],
    [
      'the table is gone',
      async () => ({ query: async () => pool.query('select from no_such_table') }) as unknown as pg.Pool,
    ],
  ])('lets nobody through when %s', async (_what, broken) => {
    const unable = createRateLimits({ pool: await broken(), secret })
    const { app } = servedApp({
      routes: (routes) =>
        void routes.post(
          '/sign-in',
          unable.limit({ name: 'sign-in', points: 100, seconds: 60, key: () => 'one' }),
          (_request, response) => void response.send('in'),
        ),
    })
    const refused = await request(app).post('/sign-in')
    expect(refused.status).toBe(503)
    expect(refused.headers['retry-after']).toBe('30')
    expect(refused.text).toContain('nothing was done')
  })
})

describe("the client's address", () => {
  const told = async ({ hops, forwarded }: { hops: number; forwarded?: string }): Promise<string> => {
    const app = express()
    trustProxies({ app, hops })
    app.get('/', (asked, response) => void response.send(clientAddress(asked)))
    return (
      await request(app)
        .get('/')
        .set(forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded })
    ).text
  }

  test("is the socket's when no proxy stands in front, whatever a header says", async () => {
    expect(await told({ hops: 0, forwarded: '203.0.113.9' })).toBe('127.0.0.1')
  })

  test('is what our one proxy saw, whatever the client wrote before it', async () => {
    expect(await told({ hops: 1, forwarded: '198.51.100.7' })).toBe('198.51.100.7')
    expect(await told({ hops: 1, forwarded: '203.0.113.1, 203.0.113.2, 198.51.100.7' })).toBe('198.51.100.7')
  })

  test('is read two steps back behind two proxies', async () => {
    expect(await told({ hops: 2, forwarded: '203.0.113.1, 198.51.100.7, 10.0.0.2' })).toBe('198.51.100.7')
  })

  test("is the socket's when the header holds no address", async () => {
    expect(await told({ hops: 1, forwarded: 'unknown' })).toBe('127.0.0.1')
  })

  test.each([
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8:0:1::9', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001::9', '2001:db8:0:1'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (ip, expected) => {
    expect(clientAddress({ ip, socket: { remoteAddress: '127.0.0.1' } } as Parameters<typeof clientAddress>[0])).toBe(
      expected,
    )
  })
})
