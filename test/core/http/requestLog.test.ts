import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { keepConsoleClean } from '../../../src/core/http/cleanConsole.ts'
import { createLogger } from '../../../src/core/http/logger.ts'
import { noteBeingMadeReady } from '../../../src/core/http/requestLog.ts'
import { routeShape, shapeOfAddress } from '../../../src/core/http/routeShape.ts'
import { servedApp } from './servedApp.ts'

const id = '0b0e7a52-6f0e-4b39-9d1e-5a6d3f1c2b4a'

test.each([
  ['/', '/'],
  ['/portal/meetings', '/portal/meetings'],
  [`/portal/meetings/${id}/log?child=Zebedee`, '/portal/meetings/:id/log'],
  [`/api/session-logs/${id.toUpperCase()}/actions/markAsAttended`, '/api/session-logs/:id/actions/markAsAttended'],
  ['/consent/h6T0xW-abcDEF_123', '/consent/:token'],
  [`/calendar/${randomBytes(32).toString('base64url')}.ics`, '/calendar/:token'],
  [`/consent/${'zebedee-'.repeat(6)}a`, '/consent/:token'],
  ['/years/2026', '/years/:number'],
  ['/portal/zebedee@example.org', '/portal/:token'],
  ['/portal/Zebedee', '/portal/:token'],
  ['/_next/static/chunks/4f2a.js', '/_next/static/chunks/:token'],
  ['http://elsewhere.example/api/children?where=Zebedee', '/api/children'],
  [`/${'a/'.repeat(40)}`, '/a/a/a/a/a/a/a/a'],
  ['/portal#zebedee', '/portal'],
])('%s is kept as %s', (address, shape) => {
  expect(shapeOfAddress(address)).toBe(shape)
})

test('a thousand tokens leave no trace', () => {
  const shapes = Array.from({ length: 1_000 }, (_, index) =>
    shapeOfAddress(`/consent/${randomBytes(16 + (index % 24)).toString('base64url')}`),
  )
  expect(new Set(shapes)).toEqual(new Set(['/consent/:token']))
})

test('an address where nothing is leaves only its door', () => {
  expect(routeShape({ request: { originalUrl: '/zebedee-canary', route: undefined }, status: 404 })).toBe(
    '(nothing there)',
  )
  expect(routeShape({ request: { originalUrl: '/api/zebedee-canary', route: undefined }, status: 404 })).toBe(
    '/api/(nothing there)',
  )
})

describe('the line of a request', () => {
  const { app, logged } = servedApp({
    routes: (routes) => {
      routes.post('/portal/meetings/:id', (_request, response) => void response.status(303).location('/portal').end())
      routes.get('/assets/portal.css', (_request, response) => void response.send('file'))
      routes.get('/waiting', (_request, response) => {
        noteBeingMadeReady(response)
        response.status(503).send('')
      })
      routes.get('/broken', (_request, response) => void response.status(503).send(''))
      routes.get('/mentioned', (asked, response) => {
        asked.log.info('something worth a line')
        response.send('')
      })
    },
  })

  test('is an ordinary one where something is being made ready, and an error where something is broken', async () => {
    await request(app).get('/waiting')
    expect(logged().at(-1)).toMatchObject({ level: 'info', status: 503, msg: 'being made ready' })
    await request(app).get('/broken')
    expect(logged().at(-1)).toMatchObject({ level: 'error', status: 503, msg: 'failed' })
  })

  test('holds method, route, status, time and number, and nothing of the person', async () => {
    const { headers } = await request(app)
      .post(`/portal/meetings/${id}?name=Zebedee`)
      .set({
        Cookie: '__Host-session=secret-canary',
        'User-Agent': 'Canary',
        'X-Forwarded-For': '203.0.113.9',
        'X-Request-Id': 'chosen-by-client',
        Referer: 'https://mentoring.example.org/consent/canary',
      })
      .type('form')
      .send({ notes: 'Zebedee was sad' })
    const line = logged().at(-1)
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      process: process.pid,
      msg: 'answered',
      method: 'POST',
      route: '/portal/meetings/:id',
      status: 303,
      milliseconds: expect.any(Number),
      requestId: headers['x-request-id'],
    })
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is spared for files', async () => {
    const before = logged().length
    await request(app).get('/assets/portal.css')
    expect(logged()).toHaveLength(before)
  })

  test('shares its number with the lines in between', async () => {
    const { headers } = await request(app).get('/mentioned')
    expect(
      logged()
        .slice(-2)
        .map(({ requestId }) => requestId),
    ).toEqual([headers['x-request-id'], headers['x-request-id']])
  })
})

describe('an error in the log', () => {
  const logOf = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
    const lines: string[] = []
    write(createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }))
    return lines.join('')
  }
  const canary = Object.assign(
    new Error('duplicate for zebedee@example.org\n    at the house of Zebedee', { cause: new Error('Zebedee again') }),
    { code: '23505', constraint: 'users_email_key', detail: 'Key (email)=(zebedee@example.org)' },
  )

  test.each<[string, (logger: ReturnType<typeof createLogger>) => void]>([
    ['alone', (logger) => logger.error(canary)],
    ['as err', (logger) => logger.error({ err: canary })],
    ['as error', (logger) => logger.warn({ error: canary })],
    ['with words', (logger) => logger.error({ err: canary }, 'The database said no.')],
    ['with words inside', (logger) => logger.error({ err: canary, msg: 'The database said no.' })],
    ['from a child', (logger) => logger.child({ part: 'worker' }).error(canary)],
  ])('%s keeps kind, code and place, and no word of what was typed', (_how, write) => {
    const text = logOf(write)
    expect(text).not.toMatch(/zebedee/i)
    expect(JSON.parse(text)).toMatchObject({
      msg: expect.stringMatching(/^(An error was caught|The database said no)\.$/),
    })
    expect(text).toContain('"code":"23505","constraint":"users_email_key"')
    expect(text).toContain('requestLog.test.ts')
  })

  test('keeps the message of a plain programming fault', () => {
    expect(
      logOf((logger) => logger.error(new TypeError("Cannot read properties of undefined (reading 'id')"))),
    ).toContain("reading 'id'")
  })

  test('drops fields that are private by name', () => {
    expect(
      logOf((logger) =>
        logger.info({ email: 'zebedee@example.org', found: { token: 'zebedee', user: { id: 'zebedee' } } }, 'found'),
      ),
    ).not.toMatch(/zebedee/)
  })
})

test('what a library writes to the console comes under the same rules', () => {
  const lines: string[] = []
  const written = { error: () => undefined, warn: () => undefined } as Pick<Console, 'error' | 'warn'>
  keepConsoleClean({
    logger: createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } }),
    written,
  })
  written.error(
    Object.assign(new Error('Failed query: insert into children params: Zebedee'), {
      params: ['Zebedee'],
      code: '42501',
    }),
  )
  written.error('⨯', new Error('Zebedee'))
  written.error('Failed query: insert into children\nparams: Zebedee')
  written.error({ name: 'Zebedee' })
  written.warn('This setting is deprecated and will go.')
  expect(lines.join('')).not.toContain('Zebedee')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', err: { code: '42501' } },
    { level: 'error', err: { name: 'Error' } },
    { level: 'error', msg: 'A library wrote something to the console.' },
    { level: 'error', msg: 'A library wrote something to the console.' },
    { level: 'warn', msg: 'This setting is deprecated and will go.' },
  ])
})
