import { beforeAll, describe, expect, test } from '@jest/globals'
import express, { type Express } from 'express'
import pg from 'pg'
import request from 'supertest'
import type { Query } from '../../../src/core/database/query.ts'
import { healthRoutes } from '../../../src/core/http/health.ts'
import { createMetrics } from '../../../src/core/http/metrics.ts'
import { httpDatabase, queryOn } from './httpDatabase.ts'

let query: Query
beforeAll(async () => {
  ;({ query } = await httpDatabase())
})

const yes = async () => true
const no = async () => false
const never = () => new Promise<boolean>(() => undefined)
const fails = () => Promise.reject(new Error('secret-canary'))

const appWith = (checks: Partial<Parameters<typeof healthRoutes>[0]>): Express =>
  express().use(healthRoutes({ query, areMigrationsApplied: yes, timeoutMilliseconds: 300, ...checks }))

describe('readiness', () => {
  test('is given when the database answers, its tables are up to date and a worker lives', async () => {
    const { status, body } = await request(appWith({ isWorkerAlive: yes })).get('/health/ready')
    expect([status, body]).toEqual([
      200,
      { status: 'ready', checks: { database: true, migrations: true, worker: true } },
    ])
  })

  test.each([
    ['the migrations are behind', { areMigrationsApplied: no }, { database: true, migrations: false }],
    ['the migrations cannot be told', { areMigrationsApplied: fails }, { database: true, migrations: false }],
    ['the migrations take too long to tell', { areMigrationsApplied: never }, { database: true, migrations: false }],
    ['no worker has reported', { isWorkerAlive: no }, { database: true, migrations: true, worker: false }],
    ['the database hangs', { query: never as unknown as Query }, { database: false, migrations: true }],
  ])('is withheld when %s, and tells no more than which check failed', async (_what, checks, expected) => {
    const { status, body } = await request(appWith(checks)).get('/health/ready')
    expect([status, body]).toEqual([503, { status: 'not ready', checks: expected }])
  })

  test('is withheld when the database is down, while the process lives', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 4499, user: 'nobody' })
    const app = appWith({ query: queryOn(pool) })
    expect((await request(app).get('/health/ready')).body.checks.database).toBe(false)
    expect((await request(app).get('/health/live')).status).toBe(200)
  })

  test('is withheld when the database is too slow', async () => {
    const slow: Query = async () => query('select pg_sleep(1)')
    expect((await request(appWith({ query: slow })).get('/health/ready')).status).toBe(503)
  })
})

describe('the figures', () => {
  const metrics = createMetrics()
  const app = express().use(metrics.measureRequests)
  app.get('/portal/meetings/:id', (_request, response) => void response.send('here'))
  app.post('/portal/meetings/:id', (_request, response) => void response.redirect(303, '/portal'))
  app.use('/admin', (_request, response) => void response.redirect(302, '/sign-in'))

  const figures = async (): Promise<string> => (await request(metrics.metricsApp).get('/metrics')).text

  test('tell of the process and of requests, by shape and never by what is in them', async () => {
    await request(app).get('/portal/meetings/0b0e7a52-6f0e-4b39-9d1e-5a6d3f1c2b4a?name=Zebedee')
    const text = await figures()
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/portal/meetings/:id",status="200"} 1',
    )
    expect(text).not.toMatch(/Zebedee|0b0e7a52/)
  })

  test('cannot be filled up with made-up addresses and methods', async () => {
    const before = (await figures()).split('\n').length
    for (let number = 0; number < 60; number += 1) {
      const word = 'abcdefgh'
        .split('')
        .map((letter) => letter.repeat(number % 7))
        .join('')
      await request(app).get(`/${word}x`)
      await request(app).get(`/admin/${word}x`)
    }
    const text = await figures()
    expect(text).toContain('route="other",status="404"')
    expect(text.split('\n').length - before).toBeLessThan(40)
  })

  test('have an app of their own with nothing else in it', async () => {
    expect((await request(metrics.metricsApp).get('/portal')).status).toBe(404)
    expect((await request(app).get('/metrics')).status).toBe(404)
  })
})
