import { describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { refuseForeignRequests, type AcceptedBodies } from '../../../src/core/http/foreignRequests.ts'
import { listen } from '../../../src/core/http/listen.ts'
import { rawRequest } from './rawRequest.ts'
import { servedApp } from './servedApp.ts'

const publicUrl = 'https://mentoring.example.org'
const ours = { Origin: publicUrl }

const doors: Record<string, AcceptedBodies> = { '/portal': 'forms', '/api/meetings': 'api', '/admin': 'panel' }

const { app } = servedApp({
  publicUrl,
  routes: (routes) => {
    for (const [path, bodies] of Object.entries(doors)) {
      routes.use(path, refuseForeignRequests({ publicUrl, bodies }), (_request, response) => void response.send('done'))
    }
  },
})

const sent = async ({
  path = '/portal',
  method = 'post',
  headers,
  type = 'application/x-www-form-urlencoded',
  body = 'a=1',
}: {
  path?: string
  method?: 'post' | 'put' | 'patch' | 'delete'
  headers: Record<string, string>
  type?: string
  body?: string
}) =>
  (
    await request(app)
      [method](path)
      .set({ ...headers, 'Content-Type': type })
      .send(body)
  ).status

test.each([
  ['our origin', { Origin: publicUrl }],
  ['our origin and the same site', { Origin: publicUrl, 'Sec-Fetch-Site': 'same-origin' }],
  ['a browser that says same-origin', { 'Sec-Fetch-Site': 'same-origin' }],
])('%s passes', async (_what, headers) => {
  expect(await sent({ headers: headers as Record<string, string> })).toBe(200)
})

test.each([
  ['nothing to tell where it comes from', {}],
  ['a foreign origin', { Origin: 'https://elsewhere.example' }],
  [
    'a foreign origin that the browser calls same-origin',
    { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'same-origin' },
  ],
  ['our origin from across sites', { Origin: publicUrl, 'Sec-Fetch-Site': 'cross-site' }],
  ['a sibling address', { Origin: 'https://shop.example.org', 'Sec-Fetch-Site': 'same-site' }],
  ['our origin with same-site', { Origin: publicUrl, 'Sec-Fetch-Site': 'same-site' }],
  ['no page at all', { 'Sec-Fetch-Site': 'none' }],
  ['an opaque origin', { Origin: 'null' }],
  ['our name over http', { Origin: 'http://mentoring.example.org' }],
  ['our name on another port', { Origin: 'https://mentoring.example.org:8443' }],
  ['our name as a beginning', { Origin: 'https://mentoring.example.org.elsewhere.example' }],
  ['a Referer only', { Referer: `${publicUrl}/portal` }],
  [
    'a Host header that agrees with a foreign origin',
    { Host: 'elsewhere.example', Origin: 'https://elsewhere.example' },
  ],
])('%s is refused at every door, by every method that may change something', async (_what, headers) => {
  for (const path of Object.keys(doors)) {
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      expect(
        await sent({
          path,
          method,
          headers: headers as Record<string, string>,
          type: 'multipart/form-data; boundary=x',
        }),
      ).toBe(403)
    }
  }
})

test('reading is free to come from anywhere', async () => {
  expect(
    (await request(app).get('/portal').set({ Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }))
      .status,
  ).toBe(200)
  expect((await request(app).head('/portal')).status).toBe(200)
})

test('the refusal names the address to use, so that 127.0.0.1 for localhost explains itself', async () => {
  const { text } = await request(app).post('/api/meetings').set({ Origin: 'http://127.0.0.1:3000' })
  expect(JSON.parse(text).errors[0]).toMatchObject({
    rule: 'ORIGIN',
    nextStep: `Open ${publicUrl} in your browser and do it there.`,
  })
})

describe('kinds of body', () => {
  test.each([
    ['/portal', 'application/x-www-form-urlencoded', 200],
    ['/portal', 'application/x-www-form-urlencoded; charset=utf-8', 200],
    ['/portal', 'multipart/form-data; boundary=x', 200],
    ['/portal', 'application/json', 403],
    ['/portal', 'text/plain', 403],
    ['/api/meetings', 'application/json', 200],
    ['/api/meetings', 'APPLICATION/JSON;charset=utf-8', 200],
    ['/api/meetings', 'multipart/form-data; boundary=x', 200],
    ['/api/meetings', 'application/x-www-form-urlencoded', 403],
    ['/api/meetings', 'text/plain', 403],
    ['/api/meetings', 'text/plain; application/json', 403],
    ['/admin', 'text/plain;charset=UTF-8', 403],
    ['/admin', 'multipart/form-data; boundary=x', 200],
  ])('%s and %s: %i', async (path, type, status) => {
    expect(await sent({ path, headers: ours, type })).toBe(status)
  })

  test("the panel's long questions and Next's actions are known by a header that no foreign page can add", async () => {
    expect(await sent({ path: '/api/meetings', headers: { ...ours, 'X-Payload-HTTP-Method-Override': 'GET' } })).toBe(
      200,
    )
    expect(
      await sent({ path: '/admin', headers: { ...ours, 'Next-Action': 'abc' }, type: 'text/plain;charset=UTF-8' }),
    ).toBe(200)
  })

  test('no body needs no kind', async () => {
    expect((await request(app).delete('/api/meetings').set(ours)).status).toBe(200)
    expect((await request(app).post('/portal').set(ours)).status).toBe(200)
  })

  test('a body without a kind is refused', async () => {
    const server = await listen({ app, port: 0, host: '127.0.0.1' })
    const text = `POST /portal HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: ${publicUrl}\r\n`
    expect(await rawRequest({ port: server.port, text: `${text}Content-Length: 3\r\n\r\na=1` })).toMatch(
      /^HTTP\/1.1 403 /,
    )
    expect(
      await rawRequest({ port: server.port, text: `${text}Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n` }),
    ).toMatch(/^HTTP\/1.1 403 /)
    await server.stop({ graceMilliseconds: 0 })
  })
})
