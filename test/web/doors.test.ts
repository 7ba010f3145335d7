import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { servedApp } from '../support/app.ts'
import { aPerson } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { rawRequest } from '../core/http/rawRequest.ts'

let programme: TestProgramme
let site: Awaited<ReturnType<typeof servedApp>>
let committee: string

beforeAll(async () => {
  programme = await testProgramme()
  programme.payload.logger.level = 'silent'
  site = await servedApp({ programme })
  committee = (await programme.signIn(await aPerson({ query: programme.query, roles: ['committee'] }))).cookie
})
afterAll(() => site.server.stop({ graceMilliseconds: 100 }))

const ask = async ({
  path,
  method = 'GET',
  body,
  type = 'application/json',
  headers = {},
}: {
  path: string
  method?: string
  body?: string | FormData
  type?: string
  headers?: Record<string, string>
}) => {
  const answer = await fetch(`${site.publicUrl}${path}`, {
    method,
    body,
    redirect: 'manual',
    headers: {
      cookie: committee,
      origin: site.publicUrl,
      ...(typeof body === 'string' ? { 'content-type': type } : {}),
      ...headers,
    },
  })
  return { status: answer.status, text: await answer.text() }
}

/** Names that every plain object in JavaScript answers to. */
const INHERITED = ['constructor', '__proto__', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

test('a name that every object answers to is nobody’s: not found, or plain words, and never a failure of ours', async () => {
  for (const name of INHERITED) {
    for (const path of [`/api/${name}`, `/api/${name}/x`, `/api/globals/${name}`])
      for (const method of ['GET', 'POST'])
        expect({
          path,
          method,
          status: (await ask({ path, method, body: method === 'POST' ? '{}' : undefined })).status,
        }).toEqual({ path, method, status: 404 })
    for (const path of [
      `/working-list/print?sort=${name}&phase=${name}`,
      `/api/children?sort=${name}`,
      `/api/children?where[${name}][equals]=x`,
      `/api/children?select[${name}]=true`,
      `/api/children?populate[${name}][x]=true`,
      `/portal/policies/${name}`,
      `/paper-form/consent?language=${name}`,
    ])
      expect({ path, status: (await ask({ path })).status < 500 }).toEqual({ path, status: true })
    expect((await ask({ path: '/api/globals/programme-settings', method: 'POST', body: `{"${name}":1}` })).status).toBe(
      400,
    )
  }
})

test.each([201, 15_000, 100_000])(
  'a body nested %i deep is refused in words before anybody walks through it, whichever way it comes',
  async (depth) => {
    const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    const form = (): FormData => {
      const made = new FormData()
      made.append('_payload', deep)
      return made
    }
    // Brackets within texts neither count nor hide those without.
    const hidden = `{"x":"]]]]\\"}}}","y":${'['.repeat(depth)}${']'.repeat(depth)}}`
    for (const [path, body] of [
      ['/api/families', deep],
      ['/api/families', form()],
      ['/api/families', hidden],
      ['/api/globals/programme-settings', deep],
      ['/api/payload-preferences/x', `{"value":${deep}}`],
      ['/api/children/access/x', deep],
      [`/api/meetings/${randomUUID()}/actions/confirm`, `{"input":${deep}}`],
    ] as const) {
      const { status, text } = await ask({ path, method: 'POST', body })
      expect({ path, status, text }).toEqual({
        path,
        status: 400,
        text: expect.stringContaining('What was sent is nested too deep to be read.'),
      })
    }
    const filter = await ask({
      path: '/api/children',
      method: 'POST',
      type: 'application/x-www-form-urlencoded',
      headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
      body: `where${'[and][0]'.repeat(depth)}[name][equals]=x`,
    })
    expect(filter.status).toBe(400)
    expect((await ask({ path: `/api/children?where${'[and][0]'.repeat(800)}[name][equals]=x` })).status).toBe(400)
  },
)

test('brackets in a text are text, and what no form is made of is refused in words', async () => {
  expect(
    (
      await ask({
        path: '/api/families',
        method: 'POST',
        body: JSON.stringify({ name: `The Testertons ${'[{"'.repeat(30)}`, homeAddress: '1 Invented Road' }),
      })
    ).status,
  ).toBe(201)
  expect(
    (
      await ask({
        path: '/api/families',
        method: 'POST',
        body: '--x\r\nno form',
        type: 'multipart/form-data; boundary=x',
      })
    ).status,
  ).toBe(400)
})

test.each(['null', '1', '"x"', 'true', '[]', '{"nothingKnown":1}'])('settings are not changed by %s', async (body) => {
  const { status, text } = await ask({ path: '/api/globals/programme-settings', method: 'POST', body })
  expect({ status, isTold: text.includes('"rule":"INPUT"') }).toEqual({ status: 400, isTold: true })
})

/** Each is wrapped around “Robin” and “Tester”; what is kept says how it reads afterwards. */
const UNSEEN: ReadonlyArray<readonly [string, string]> = [
  ['\r\n', 'Robin Tester'],
  ['\n', 'Robin Tester'],
  ['\t', 'Robin Tester'],
  ['\u0007', 'RobinTester'],
  ['\u0000', 'RobinTester'],
  ['\u007f', 'RobinTester'],
  ['\u009b', 'RobinTester'],
  ['\u202e', 'RobinTester'],
  ['\u202a', 'RobinTester'],
  ['\u2066', 'RobinTester'],
  ['\u2069', 'RobinTester'],
  ['\u200b', 'RobinTester'],
  ['\u200f', 'RobinTester'],
  ['\u2060', 'RobinTester'],
  ['\ufeff', 'RobinTester'],
  ['\u00ad', 'RobinTester'],
  ['\u2028', 'Robin Tester'],
  ['\u{e0041}', 'RobinTester'],
  ['\ud800', 'RobinTester'],
]

test.each(UNSEEN)('%j in a name goes, through the API as JSON and as the panel’s form', async (sign, kept) => {
  for (const body of [
    JSON.stringify({ name: `Robin${sign}Tester`, homeAddress: `1 Invented Road${sign}Nowhere` }),
    (() => {
      const form = new FormData()
      form.append(
        '_payload',
        JSON.stringify({ name: ` Robin${sign}Tester${sign}`, homeAddress: `1 Invented Road${sign}Nowhere` }),
      )
      return form
    })(),
  ]) {
    const { status, text } = await ask({ path: '/api/families', method: 'POST', body })
    expect([status, (JSON.parse(text) as { doc?: { name: string } }).doc?.name]).toEqual([201, kept])
  }
})

test('a name of nothing that can be seen is no name', async () => {
  for (const name of ['\u202e\u200b', '\r\n', '\u0007', '   '])
    expect(
      (await ask({ path: '/api/families', method: 'POST', body: JSON.stringify({ name, homeAddress: 'x' }) })).status,
    ).toBe(400)
})

test('a setting of one line keeps no second one', async () => {
  const saved = await ask({
    path: '/api/globals/programme-settings',
    method: 'POST',
    body: JSON.stringify({
      charityName: 'Kids\r\nBcc: evil@evil.invalid\u202e',
      officePhone: '01632 960 001',
      officeEmail: 'office@example.invalid',
    }),
  })
  expect(saved.status).toBe(200)
  expect(await programme.query('select charity_name from programme_settings')).toEqual([
    { charity_name: 'Kids Bcc: evil@evil.invalid' },
  ])
})

test('no way up the path, and no other protocol, is open at any door of the product', async () => {
  for (const path of [
    '/portal/../admin',
    '/api/%2e%2e/admin',
    '/_next/%2e%2e/admin',
    '/consent/..;/admin',
    '/refer/%252e%252e/admin',
    '/admin/..%5cx',
    '//admin',
    `${site.publicUrl}/admin`,
  ]) {
    const answer = await rawRequest({
      port: site.server.port,
      text: `GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${committee}\r\nConnection: close\r\n\r\n`,
    })
    expect({ path, line: answer.split('\r\n')[0], told: answer.includes('We cannot read that address.') }).toEqual({
      path,
      line: 'HTTP/1.1 400 Bad Request',
      told: true,
    })
  }
  for (const path of ['/', '/portal', '/api/children', '/_next/webpack-hmr', '/nowhere'])
    expect(
      await rawRequest({
        port: site.server.port,
        text: `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
      }),
    ).toMatch(/^HTTP\/1\.1 \d{3} [^]*\r\nConnection: close\r\n/)
})
