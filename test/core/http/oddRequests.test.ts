import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen, type RunningServer } from '../../../src/core/http/listen.ts'
import { rawRequest } from './rawRequest.ts'
import { servedApp } from './servedApp.ts'

let server: RunningServer
let arrived: Array<{ method: string; headers: object }> = []

beforeAll(async () => {
  const { app } = servedApp({
    publicUrl: 'http://localhost:4400',
    routes: (routes) =>
      void routes.use((request, response) => {
        arrived.push({ method: request.method, headers: { ...request.headers } })
        response.send('arrived')
      }),
  })
  server = await listen({ app, port: 0, host: '127.0.0.1' })
})
afterAll(() => server.stop({ graceMilliseconds: 100 }))

const sent = async ({
  method = 'GET',
  target,
  headers = [],
}: {
  method?: string
  target: string
  headers?: readonly string[]
}): Promise<{ status: number; text: string }> => {
  arrived = []
  const text = await rawRequest({
    port: server.port,
    text: `${[`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`,
  })
  return { status: Number(text.split(' ')[1]), text }
}

/** One step up, as it can be written for one of several readers of an address. */
const STEPS_UP = [
  '..',
  '.',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '%25252e.',
  '..;',
  '..;x=1',
  '%2e%2e;x',
  '..%3b',
  '..%3bx',
  '..\\',
  '..%5c',
  '%5c..',
  '%255c',
  '.. ',
  '..%20',
  '%20..',
  '...',
  '..%00',
  '..%09',
  '%0d%0a..',
]

test.each(STEPS_UP)('an address with the step “%s” in it leads nowhere, at every door', async (step) => {
  for (const door of ['', '/_next', '/_next/static', '/api', '/admin', '/portal', '/assets', '/nowhere'])
    for (const target of [`${door}/${step}/admin`, `${door}/a/${step}`, `${door}/${step}`]) {
      const { status, text } = await sent({ target: target.replaceAll(' ', '%20') })
      expect({ target, status, arrived }).toEqual({ target, status: 400, arrived: [] })
      expect(text).toContain('We cannot read that address.')
    }
})

test.each([
  '//admin',
  '/api//children',
  '/%2fadmin',
  '/_next%2f%2e%2e%2fadmin',
  '/_next/x%2f..%2fadmin',
  '/a%252fb',
  'http://localhost/admin',
  'http://elsewhere.example/admin',
  '/admin#/../x',
  '/a\\b',
  '/%',
  '/%c0%ae%c0%ae/admin',
  '/%u002e%u002e/admin',
  '/x%0d%0aSet-Cookie:a=b',
  '*',
])('the address %s is not read', async (target) => {
  expect({ ...(await sent({ target })), text: '', arrived }).toEqual({ status: 400, text: '', arrived: [] })
})

test.each([
  '/',
  '/admin/',
  '/api/children?where[name][equals]=../%2e%2e/a',
  '/portal/policies/terms.html',
  '/files/.hidden',
  '/a..b/c',
  '/100%25',
  '/sign-in?next=/admin/../x',
  '/_next/static/chunks/%5B%5B...segments%5D%5D.js',
])('the address %s is read', async (target) => {
  expect((await sent({ target })).status).toBe(200)
})

test.each(['TRACE', 'PROPFIND', 'LINK', 'PURGE', 'SEARCH', 'M-SEARCH'])(
  '%s is no way to ask for anything, and is told what is',
  async (method) => {
    const { status, text } = await sent({ method, target: '/admin' })
    expect({ status, arrived }).toEqual({ status: 405, arrived: [] })
    expect(text).toContain('Allow: GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS')
  },
)

test('CONNECT is not answered, and the connection ends', async () => {
  expect(
    await rawRequest({
      port: server.port,
      text: 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n',
    }),
  ).toBe('')
})

test.each([
  'X-HTTP-Method-Override: DELETE',
  'X-HTTP-Method-Override: GET',
  'X-HTTP-Method: PUT',
  'X-Method-Override: PATCH',
  'X-Payload-HTTP-Method-Override: DELETE',
  'X-Payload-HTTP-Method-Override: get',
])('a request that says “%s” is not taken', async (header) => {
  for (const target of ['/api/children', '/admin', '/portal'])
    expect(
      (
        await sent({
          method: 'POST',
          target,
          headers: [header, 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 0'],
        })
      ).status,
    ).toBe(400)
  expect(arrived).toEqual([])
})

test('the panel’s long GET passes at the API, sent as a form, and nowhere else', async () => {
  const asGet = {
    method: 'POST',
    headers: [
      'X-Payload-HTTP-Method-Override: GET',
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 3',
      '',
      'a=b',
    ],
  }
  expect((await sent({ ...asGet, target: '/api/children' })).status).toBe(200)
  expect((await sent({ ...asGet, target: '/admin' })).status).toBe(400)
  expect((await sent({ ...asGet, target: '/api/children', method: 'PATCH' })).status).toBe(400)
  expect(
    (
      await sent({
        ...asGet,
        target: '/api/children',
        headers: [...asGet.headers.slice(0, 1), 'Content-Type: application/json', 'Content-Length: 2', '', '{}'],
      })
    ).status,
  ).toBe(400)
})

test('what a proxy would tell Next is dropped', async () => {
  const told = [
    'x-middleware-subrequest: middleware',
    'x-middleware-rewrite: /admin',
    'x-matched-path: /admin',
    'x-now-route-matches: 1',
    'x-invoke-path: /admin',
    'x-nextjs-data: 1',
    'x-original-url: /admin',
    'x-rewrite-url: /admin',
    'x-prerender-revalidate: 1',
  ]
  await sent({ target: '/', headers: [...told, 'rsc: 1', 'next-action: abc'] })
  expect(arrived).toEqual([
    { method: 'GET', headers: { host: 'localhost', connection: 'close', rsc: '1', 'next-action': 'abc' } },
  ])
})

test.each(['websocket', 'h2c', 'nothing-known'])(
  'who asks to go over to %s is answered and let go',
  async (protocol) => {
    const answer = await rawRequest({
      port: server.port,
      text: `GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    })
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer).toContain('Connection: close')
  },
)
