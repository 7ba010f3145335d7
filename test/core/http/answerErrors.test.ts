import { describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { badInputError, forbiddenError, notFoundError, refusalError } from '../../../src/core/errors/problems.ts'
import { refused } from '../../../src/core/errors/refusal.ts'
import { afterPayloadError } from '../../../src/core/http/afterPayloadError.ts'
import { httpProblem } from '../../../src/core/http/httpProblem.ts'
import { servedApp } from './servedApp.ts'

const canary = 'Zebedee Canary, 14 Nowhere Lane'

const coded = (code: string, message = canary): Error =>
  Object.assign(new Error(message), { code, detail: `Key (name)=(${canary}) already exists.` })

const faults: Record<string, () => unknown> = {
  refusal: () =>
    refusalError(refused({ rule: 'MTG-3', reason: 'A cinema needs a second volunteer.', nextStep: 'Ask one.' })),
  'bad-input': () => badInputError({ reason: 'The date is in the past.', nextStep: 'Choose another.' }),
  absent: () => notFoundError(),
  forbidden: () => forbiddenError(),
  wait: () =>
    httpProblem({ status: 429, retryAfterSeconds: 12, rule: 'LIMIT', reason: 'Too often.', nextStep: 'Wait.' }),
  unknown: () => new Error(canary),
  'no-error': () => canary,
  query: () => new Error(`Failed query: insert into children params: ${canary}`, { cause: coded('42703') }),
  refused: () => coded('ECONNREFUSED'),
  'both-addresses-refused': () =>
    Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), { code: 'ECONNREFUSED' }),
  shutdown: () => new Error('Failed query', { cause: coded('57P01') }),
  starting: () => coded('57P03'),
  'connection-failure': () => coded('08006'),
  'too-many-connections': () => coded('53300'),
  'pool-is-busy': () => new Error('timeout exceeded when trying to connect'),
  'connection-lost': () => new Error('Failed query', { cause: new Error('Connection terminated unexpectedly') }),
  'disk-full': () => new Error('Failed query', { cause: coded('53100') }),
  deadlock: () => coded('40P01'),
  'lock-timeout': () => coded('55P03'),
  'statement-timeout': () => coded('57014'),
  'second-of-two': () => coded('23505'),
  overlap: () => coded('23P01'),
  'bad-uuid': () => coded('22P02'),
  nul: () => coded('22021'),
}

const { app, logged } = servedApp({
  routes: (routes) => {
    routes.get(['/fault/:name', '/api/fault/:name'], async (asked) => {
      await Promise.resolve()
      throw faults[String(asked.params.name)]?.()
    })
    routes.get('/half', (_request, response) => {
      response.write('the first half')
      throw new Error(canary)
    })
  },
})

const ours = ['unknown', 'no-error', 'query']

test.each([
  ['refusal', 409],
  ['bad-input', 400],
  ['absent', 404],
  ['forbidden', 403],
  ['wait', 429],
  ['unknown', 500],
  ['no-error', 500],
  ['query', 500],
  ['refused', 503],
  ['both-addresses-refused', 503],
  ['shutdown', 503],
  ['starting', 503],
  ['connection-failure', 503],
  ['too-many-connections', 503],
  ['pool-is-busy', 503],
  ['connection-lost', 503],
  ['disk-full', 503],
  ['deadlock', 503],
  ['lock-timeout', 503],
  ['statement-timeout', 503],
  ['second-of-two', 409],
  ['overlap', 409],
  ['bad-uuid', 400],
  ['nul', 400],
])(
  '%s is answered %i, as JSON to the API and as a page elsewhere, and tells nothing of the inside',
  async (name, status) => {
    const page = await request(app).get(`/fault/${name}`)
    const json = await request(app).get(`/api/fault/${name}`)
    expect([page.status, json.status]).toEqual([status, status])
    expect(page.type).toBe('text/html')
    expect(json.type).toBe('application/json')
    expect(json.body.errors[0].message).toMatch(/^[A-Z].*\.$/)
    expect(page.headers['retry-after']).toBe(json.headers['retry-after'])
    if (status === 503) expect(Number(page.headers['retry-after'])).toBeGreaterThan(0)
    if (!ours.includes(name)) expect(page.text).toContain(json.body.errors[0].reason)
    for (const told of [page.text, json.text])
      expect(told).not.toMatch(/Zebedee|insert into|\.ts|node_modules|\bat (async|\w+\.)|Failed query|42703/)
  },
)

test('a refusal keeps its rule, its reason and its next step', async () => {
  const { body } = await request(app).get('/api/fault/refusal')
  expect(body).toEqual({
    errors: [
      {
        message: 'A cinema needs a second volunteer. Ask one.',
        rule: 'MTG-3',
        reason: 'A cinema needs a second volunteer.',
        nextStep: 'Ask one.',
      },
    ],
  })
})

test('an outage says that nothing was stored, and a full disk says that it is full', async () => {
  expect((await request(app).get('/fault/refused')).text).toContain('nothing you sent has been stored')
  expect((await request(app).get('/fault/disk-full')).text).toContain('no room left')
})

test('a wait is told in Retry-After', async () => {
  expect((await request(app).get('/fault/wait')).headers['retry-after']).toBe('12')
})

test('only a fault of ours shows the number of the request, so that a refusal is the same for every id', async () => {
  const [fault, absent, other] = [
    await request(app).get('/fault/unknown'),
    await request(app).get('/fault/absent'),
    await request(app).get('/nowhere'),
  ]
  expect(fault.text).toContain(fault.headers['x-request-id'])
  expect([absent.text, other.text].join()).not.toMatch(/[0-9a-f]{8}-/)
})

test('an address where nothing is, is a 404 for pages and API', async () => {
  expect((await request(app).get('/nowhere')).status).toBe(404)
  expect((await request(app).get('/api/nowhere')).body.errors[0]).toMatchObject({ rule: 'NOT-FOUND' })
})

test.each(['/%', '/%ff', '/a%00b', '/a?x=%00', '/a?x=%', `/${'a'.repeat(9_000)}`])(
  'an address that cannot be read is refused: %s',
  async (path) => {
    expect([400, 414]).toContain((await request(app).get(path)).status)
  },
)

test('an answer that has begun is broken off rather than ended as if it were whole', async () => {
  await expect(request(app).get('/half')).rejects.toThrow(/aborted|socket hang up/)
})

test('a page that cannot be drawn still says what it was to say', async () => {
  const broken = servedApp({
    renderProblem: () => {
      throw new Error(canary)
    },
    routes: (routes) =>
      void routes.get('/', () => {
        throw faults.refusal?.()
      }),
  })
  const { status, text, type } = await request(broken.app).get('/')
  expect([status, text, type]).toEqual([409, 'A cinema needs a second volunteer. Ask one.', 'text/plain'])
})

test('the log has the fault and where it was, without what people typed', async () => {
  await request(app).get('/fault/query')
  const line = logged().findLast(({ route }) => route === '/fault/query')
  expect(line).toMatchObject({
    level: 'error',
    status: 500,
    method: 'GET',
    err: { name: 'Error', cause: { code: '42703' } },
  })
  expect(JSON.stringify(line?.err)).toContain('answerErrors.test.ts')
  expect(JSON.stringify(logged())).not.toMatch(/Zebedee|Nowhere Lane/)
})

describe("errors of Payload's REST", () => {
  const answered = (error: unknown) => afterPayloadError({ error } as Parameters<typeof afterPayloadError>[0])

  test('get our words and statuses', () => {
    expect(answered(faults.refusal?.())).toMatchObject({
      status: 409,
      response: { errors: [{ rule: 'MTG-3', nextStep: 'Ask one.' }] },
    })
    expect(answered(faults.shutdown?.())).toMatchObject({
      status: 503,
      response: { errors: [{ rule: 'UNAVAILABLE' }] },
    })
    expect(answered(faults['bad-uuid']?.())).toMatchObject({ status: 400 })
    expect(answered(new SyntaxError('Unexpected token Z in JSON at position 1'))).toMatchObject({ status: 400 })
    expect(answered(new URIError('URI malformed'))).toMatchObject({ status: 400 })
    expect(answered(Object.assign(new Error('Unexpected end of form'), { status: 500 }))).toMatchObject({ status: 400 })
    expect(answered(new Error(canary))).toMatchObject({
      status: 500,
      response: { errors: [{ message: expect.not.stringContaining('Zebedee') }] },
    })
  })

  test('stay as they are where the panel shows them beside the fields', () => {
    expect(
      answered(
        Object.assign(new Error('The following field is invalid: Name'), {
          name: 'ValidationError',
          status: 400,
          data: { errors: [] },
        }),
      ),
    ).toBeUndefined()
  })
})
