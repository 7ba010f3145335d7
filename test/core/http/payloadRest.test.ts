import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request as startRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { postgresAdapter } from '@payloadcms/db-postgres'
import type { Express } from 'express'
import { buildConfig, type Endpoint, type SanitizedConfig } from 'payload'
import request from 'supertest'
import { afterPayloadError } from '../../../src/core/http/afterPayloadError.ts'
import { httpProblem } from '../../../src/core/http/httpProblem.ts'
import { listen, type RunningServer } from '../../../src/core/http/listen.ts'
import { payloadRest } from '../../../src/core/http/payloadRest.ts'
import { databaseForFile } from '../../support/database.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { rawRequest } from './rawRequest.ts'
import { servedApp } from './servedApp.ts'

const publicUrl = 'https://mentoring.example.org'
const limits = { json: 10_000, multipart: 5_000_000 }

const seen = { aborted: false, waiting: false, streamEnded: false }

const endpoints: Endpoint[] = [
  {
    path: '/echo',
    method: 'get',
    handler: (asked) => Response.json({ url: asked.url, query: asked.query, host: asked.host }),
  },
  {
    path: '/echo',
    method: 'post',
    handler: async (asked) =>
      Response.json({ body: await asked.json?.(), agent: asked.headers.get('user-agent') }, { status: 201 }),
  },
  { path: '/things/:id', method: 'delete', handler: (asked) => Response.json({ id: asked.routeParams?.id }) },
  {
    path: '/cookies',
    method: 'get',
    handler: () => {
      const headers = new Headers({ 'X-Powered-By': 'Something', 'X-Ours': 'kept' })
      headers.append('Set-Cookie', 'one=1; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT')
      headers.append('Set-Cookie', 'two=2; Path=/')
      return new Response(null, { status: 204, headers })
    },
  },
  {
    path: '/digest',
    method: 'post',
    handler: async (asked) => {
      const file = (await asked.formData?.())?.get('file')
      const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
      return Response.json({ length: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') })
    },
  },
  {
    path: '/file',
    method: 'get',
    handler: () =>
      new Response(randomStream(40), {
        headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment' },
      }),
  },
  {
    path: '/endless',
    method: 'get',
    handler: () =>
      new Response(
        new ReadableStream({
          pull: async (controller) => {
            await new Promise((resolve) => setTimeout(resolve, 5))
            controller.enqueue(new Uint8Array(1_000))
          },
          cancel: () => void (seen.streamEnded = true),
        }),
      ),
  },
  {
    path: '/patient',
    method: 'get',
    handler: async (asked) => {
      seen.waiting = true
      await new Promise<void>((resolve) => asked.signal?.addEventListener('abort', () => resolve()))
      seen.aborted = true
      return Response.json({})
    },
  },
  {
    path: '/refuses',
    method: 'post',
    handler: () => {
      throw httpProblem({
        status: 409,
        rule: 'MTG-3',
        reason: 'A cinema needs a second volunteer.',
        nextStep: 'Ask one.',
      })
    },
  },
  {
    path: '/outage',
    method: 'get',
    handler: () => {
      throw Object.assign(new Error('secret-canary'), { code: '57P01' })
    },
  },
  {
    path: '/broken',
    method: 'get',
    handler: () => {
      throw new Error('secret-canary')
    },
  },
]

const randomStream = (kilobytes: number): ReadableStream => {
  let left = kilobytes
  return new ReadableStream({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(new Uint8Array(1_000).fill(7))
      else controller.close()
    },
  })
}

let app: Express
let server: RunningServer

beforeAll(async () => {
  const { applicationUrl } = await databaseForFile()
  const config: SanitizedConfig = await buildConfig({
    secret: 'only for this test',
    db: postgresAdapter({ pool: { connectionString: applicationUrl }, push: false, idType: 'uuid' }),
    endpoints,
    hooks: { afterError: [afterPayloadError] },
    graphQL: { disable: true },
    telemetry: false,
    typescript: { autoGenerate: false },
    logger: { options: { level: 'silent' } },
  })
  app = servedApp({
    publicUrl,
    routes: (routes) => void routes.use('/api', payloadRest({ config, publicUrl, limits })),
  }).app
  server = await listen({ app, port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await server.stop({ graceMilliseconds: 100 })
})

describe('the request', () => {
  test('reaches Payload with path and query under our own address, whatever Host says', async () => {
    const { body } = await request(app)
      .get('/api/echo?where[name][equals]=a%20b&sort=-date')
      .set('Host', 'elsewhere.example')
    expect(body).toEqual({
      url: `${publicUrl}/api/echo?where[name][equals]=a%20b&sort=-date`,
      query: { where: { name: { equals: 'a b' } }, sort: '-date' },
      host: 'mentoring.example.org',
    })
  })

  test('with a whole address of another host in it is refused', async () => {
    const answer = await rawRequest({
      port: server.port,
      text: 'GET http://elsewhere.example/api/echo?a=1 HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n',
    })
    expect(answer).toContain('HTTP/1.1 400')
  })

  test('brings its headers and its JSON', async () => {
    const { body, status } = await request(app)
      .post('/api/echo')
      .set('User-Agent', 'test')
      .send({ name: 'Zebedee Ünicode 🙂' })
    expect({ body, status }).toEqual({ body: { body: { name: 'Zebedee Ünicode 🙂' }, agent: 'test' }, status: 201 })
  })

  test('in pieces of unknown length arrives whole', async () => {
    const json = JSON.stringify({ text: 'a'.repeat(5_000) })
    const pieces = json
      .match(/.{1,700}/gs)
      ?.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`)
      .join('')
    const answer = await rawRequest({
      port: server.port,
      text: `POST /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}0\r\n\r\n`,
    })
    expect(answer).toMatch(/^HTTP\/1.1 201 /)
    expect(answer).toContain('a'.repeat(5_000))
  })

  test('without a body is no trouble', async () => {
    expect((await request(app).delete('/api/things/7')).body).toEqual({ id: '7' })
  })

  test('with a file of megabytes streams through unchanged', async () => {
    const file = randomBytes(4_000_000)
    const { body } = await request(app).post('/api/digest').attach('file', file, 'picture.bin')
    expect(body).toEqual({ length: file.length, digest: createHash('sha256').update(file).digest('hex') })
  })

  test.each(['TRACE', 'PROPFIND'])('by %s is refused', async (method) => {
    expect(
      await rawRequest({
        port: server.port,
        text: `${method} /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      }),
    ).toMatch(/^HTTP\/1.1 405 /)
  })

  test.each(['/api/%ff', '/api/things/%', '/api/things/%00'])('for %s is refused rather than broken', async (path) => {
    expect((await request(app).delete(path)).status).toBe(400)
  })
})

describe('a body that is too large', () => {
  test('is refused by its length before it is read', async () => {
    const { status, body } = await request(app)
      .post('/api/echo')
      .send({ text: 'a'.repeat(limits.json) })
    expect([status, body.errors[0].rule]).toEqual([413, 'INPUT'])
  })

  const growing = async ({
    path,
    type,
    begin,
    largest,
  }: {
    path: string
    type: string
    begin: string
    largest: number
  }) => {
    const sending = startRequest({
      port: server.port,
      method: 'POST',
      path,
      headers: { 'Content-Type': type, 'Transfer-Encoding': 'chunked' },
    })
    sending.on('error', () => undefined)
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>
    sending.write(begin)
    for (let sent = 0; sent <= largest; sent += 1_000) sending.write('a'.repeat(1_000))
    const [answer] = await answered
    sending.destroy()
    return answer.statusCode
  }

  test('is refused once it has grown too large when it tells no length, without waiting for its end', async () => {
    expect(
      await growing({ path: '/api/echo', type: 'application/json', begin: '{"text":"', largest: limits.json }),
    ).toBe(413)
  })

  test('is refused in the same way as a file, whatever the reader of files makes of it', async () => {
    const begin = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    expect(
      await growing({
        path: '/api/digest',
        type: 'multipart/form-data; boundary=edge',
        begin,
        largest: limits.multipart,
      }),
    ).toBe(413)
  })

  test('as a file is refused too', async () => {
    expect(
      (await request(app).post('/api/digest').attach('file', randomBytes(limits.multipart), 'picture.bin')).status,
    ).toBe(413)
  })
})

test('a body that is refused does not block the connection', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const send = async (method: string, path: string, body?: Buffer) => {
    const sending = startRequest({
      port: server.port,
      agent,
      method,
      path,
      headers: body ? { 'Content-Type': 'multipart/form-data; boundary=edge', 'Content-Length': body.length } : {},
    })
    const whole = body ? once(sending, 'finish') : undefined
    sending.end(body)
    const [answer] = (await once(sending, 'response')) as [IncomingMessage]
    const connection = answer.socket.localPort
    answer.resume()
    await Promise.all([once(answer, 'end'), whole])
    return { status: answer.statusCode, connection }
  }
  const first = await send('POST', '/api/nowhere', randomBytes(4_000_000))
  const second = await send('GET', '/api/echo')
  expect([first.status, second.status]).toEqual([400, 200])
  expect(second.connection).toBe(first.connection)
  agent.destroy()
})

describe('the answer', () => {
  test('keeps each cookie apart, and tells not what made it', async () => {
    const { headers, status } = await request(app).get('/api/cookies')
    expect(status).toBe(204)
    expect(headers['set-cookie']).toEqual(['one=1; Path=/; Expires=Wed, 01 Jan 2031 00:00:00 GMT', 'two=2; Path=/'])
    expect(headers['x-ours']).toBe('kept')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('to HEAD is that of GET without its body', async () => {
    const answer = await rawRequest({
      port: server.port,
      text: 'HEAD /api/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    })
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(answer).toContain('application/json')
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  })

  test('of a file comes whole, with our headers around it', async () => {
    const { body, headers } = await request(app).get('/api/file').responseType('blob')
    expect((body as Buffer).length).toBe(40_000)
    expect(headers).toMatchObject({
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  test('of a refusal keeps its words', async () => {
    const { status, body } = await request(app).post('/api/refuses').send({})
    expect(status).toBe(409)
    expect(body.errors).toEqual([
      {
        message: 'A cinema needs a second volunteer. Ask one.',
        rule: 'MTG-3',
        reason: 'A cinema needs a second volunteer.',
        nextStep: 'Ask one.',
      },
    ])
  })

  test('of an outage is 503 with Retry-After, of a fault 500, and neither tells of the inside', async () => {
    const outage = await request(app).get('/api/outage')
    const fault = await request(app).get('/api/broken')
    expect([outage.status, outage.headers['retry-after'], fault.status]).toEqual([503, '30', 500])
    expect(outage.text + fault.text).not.toContain('canary')
  })

  test('to JSON that is none is 400', async () => {
    expect((await request(app).post('/api/echo').type('json').send('{"a":')).status).toBe(400)
  })

  test('where nothing is, is 404', async () => {
    expect((await request(app).get('/api/nowhere')).status).toBe(404)
  })
})

describe('when the client leaves', () => {
  const leaveDuring = async (path: string, isUnderWay: () => boolean) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`))
    const received = { bytes: 0 }
    socket.on('data', (part) => (received.bytes += part.length))
    await waitUntil({ what: 'the request to be under way', holds: () => isUnderWay() || received.bytes > 5_000 })
    socket.destroy()
  }

  test("Payload's request is aborted", async () => {
    await leaveDuring('/api/patient', () => seen.waiting)
    await waitUntil({ what: 'the abort', holds: () => seen.aborted })
  })

  test('the stream that nobody reads any more ends', async () => {
    await leaveDuring('/api/endless', () => false)
    await waitUntil({ what: 'the end of the stream', holds: () => seen.streamEnded })
  })

  test('in the midst of sending, nothing breaks for the others', async () => {
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(
        'POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"text":"aaa',
      ),
    )
    await waitUntil({ what: 'the body to be on its way', holds: () => socket.bytesWritten > 100 })
    socket.destroy()
    expect((await request(app).get('/api/echo')).status).toBe(200)
  })
})
