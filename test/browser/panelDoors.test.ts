import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Role } from '../../src/programme/people/roles.ts'
import { rawRequest } from '../core/http/rawRequest.ts'
import { startPanelServer, type PanelServer } from '../support/panelServer.ts'
import { aPerson } from '../support/people.ts'

const build = fileURLToPath(new URL('../../.next', import.meta.url))

let server: PanelServer
/** The cookies of a member of the committee, of somebody without a role in the panel, and of nobody. */
let cookies: Record<'committee' | 'trustee without a panel' | 'stranger', string>
/** By what name the browser calls the panel's one server action. */
let action: string

beforeAll(async () => {
  server = await startPanelServer()
  const cookieOf = async (name: string, roles: Role[]): Promise<string> => {
    const { name: cookie, value } = await server.cookieOf(await aPerson({ query: server.query, name, roles }))
    return `${cookie}=${value}`
  }
  cookies = {
    committee: await cookieOf('Connie Panel', ['committee']),
    'trustee without a panel': await cookieOf('Robin Nowhere', []),
    stranger: '',
  }
  const { node } = JSON.parse(readFileSync(join(build, 'server', 'server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { filename: string }>
  }
  action = Object.entries(node).find(([, { filename }]) => filename.endsWith('(payload)/layout.tsx'))?.[0] ?? ''
}, 180_000)
afterAll(() => server.stop())

const ask = async ({
  path,
  method = 'GET',
  who = 'stranger',
  headers = {},
  body,
}: {
  path: string
  method?: string
  who?: keyof typeof cookies
  headers?: Record<string, string>
  body?: string | FormData
}): Promise<{ status: number; text: string; headers: Headers }> => {
  const answer = await fetch(`${server.publicUrl}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(cookies[who] === '' ? {} : { cookie: cookies[who] }), ...headers },
    body,
  })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

/** Calls a server function as the panel's pages do. */
const call = (
  name: string,
  given: { path?: string; who?: keyof typeof cookies; headers?: Record<string, string> } = {},
) =>
  ask({
    path: '/admin',
    method: 'POST',
    body: JSON.stringify([{ name, args: {} }]),
    ...given,
    headers: {
      'Next-Action': action,
      'Content-Type': 'text/plain;charset=UTF-8',
      Origin: server.publicUrl,
      ...given.headers,
    },
  })

test('the files of the panel’s build are given out to anybody, for good, and nothing else is found below /_next', async () => {
  const [script = ''] = readdirSync(join(build, 'static', 'chunks')).filter((name) => name.endsWith('.js'))
  const file = await ask({ path: `/_next/static/chunks/${script}` })
  expect([file.status, file.headers.get('cache-control'), file.text]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    readFileSync(join(build, 'static', 'chunks', script), 'utf8'),
  ])
  for (const who of ['stranger', 'committee'] as const)
    // Each path of Next's own, and of what once let people past a door.
    for (const [method, path] of [
      ['GET', '/_next'],
      ['GET', '/_next/x'],
      ['POST', '/_next/x'],
      ['GET', '/_next/static'],
      ['GET', '/_next/static/'],
      ['GET', '/_next/static/chunks'],
      ['GET', '/_next/static/nothing.js'],
      ['POST', `/_next/static/chunks/${script}`],
      ['GET', '/_next/image?url=%2Fadmin&w=64&q=75'],
      ['GET', '/_next/data/x/admin.json'],
      ['GET', '/_next/webpack-hmr'],
      ['GET', '/_next/server/pages-manifest.json'],
      ['GET', '/_NEXT/x'],
      ['GET', '/__nextjs_original-stack-frame'],
      ['GET', '/favicon.ico'],
      ['GET', '/admin.rsc'],
      ['GET', '/admin;x'],
    ] as const)
      for (const headers of [
        {},
        { RSC: '1', 'Next-Router-State-Tree': '%5B%22%22%5D' },
        { 'x-middleware-subrequest': 'middleware', 'x-matched-path': '/admin' },
        { 'Next-Action': action, Origin: server.publicUrl },
      ] as Array<Record<string, string>>) {
        const { status, text } = await ask({ path, method, who, headers })
        expect({ path, method, who, headers, status, isOurPage: text.includes('We cannot find that page') }).toEqual({
          path,
          method,
          who,
          headers,
          status: 404,
          isOurPage: true,
        })
      }
})

test('no step up, however written, leads from outside into the panel', async () => {
  const { port } = new URL(server.publicUrl)
  for (const target of [
    '/_next/../admin',
    '/_next/%2e%2e/admin',
    '/_next/static/%2e%2e/%2e%2e/admin',
    '/_next/%252e%252e/admin',
    '/_next/..%2fadmin',
    '/_next/..;/admin',
    '/_next/..%5cadmin',
    '/portal/../admin',
    '/api/../admin',
    `${server.publicUrl}/admin`,
    '//admin',
  ])
    for (const method of ['GET', 'POST'])
      for (const cookie of ['', cookies.committee]) {
        const answer = await rawRequest({
          port: Number(port),
          text: `${method} ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\nNext-Action: ${action}\r\nCookie: ${cookie}\r\nContent-Length: 0\r\n\r\n`,
        })
        expect({
          target,
          line: answer.split('\r\n')[0],
          body: answer.includes('We cannot read that address.'),
        }).toEqual({ target, line: 'HTTP/1.1 400 Bad Request', body: true })
      }
})

test('a server action is taken at the panel alone, from staff, sent by our own pages', async () => {
  const forms = (): FormData => {
    const form = new FormData()
    form.append(`1_$ACTION_ID_${action}`, '')
    form.append('0', '[{"name":"constructor","args":{}}]')
    return form
  }
  for (const path of ['/', '/portal', '/_next/x', '/sign-in', '/nowhere', '/consent/x']) {
    for (const who of ['stranger', 'committee'] as const)
      expect((await call('render-list', { path, who })).text).not.toMatch(/\$ACTION|"clientConfig"|^0:/)
    expect((await ask({ path, method: 'POST', body: forms() })).text).not.toMatch(/\$ACTION|"clientConfig"|^0:/)
  }
  expect((await call('render-list')).headers.get('location')).toContain('/sign-in')
  expect(
    (await ask({ path: '/admin', method: 'POST', body: forms(), headers: { Origin: server.publicUrl } })).headers.get(
      'location',
    ),
  ).toContain('/sign-in')
  expect((await call('render-list', { who: 'trustee without a panel' })).status).toBe(403)
  for (const headers of [
    { Origin: 'https://elsewhere.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null' },
  ] as Array<Record<string, string>>)
    expect((await call('render-list', { who: 'committee', headers })).status).toBe(403)
  const form = await ask({ path: '/admin', method: 'POST', body: forms(), who: 'committee' })
  expect(form.status).toBe(403)
})

test('only the functions that the panel asks for are looked up; any other name is told so and given nothing back', async () => {
  for (const name of [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'copy-data-from-locale',
    'schedule-publish',
    'render-widget',
    'slugify',
    '',
  ])
    for (const answer of [await call(name, { who: 'committee' })]) {
      expect({
        name,
        status: answer.status,
        says: answer.text.includes('The panel has nothing of that name.'),
      }).toEqual({ name, status: 200, says: true })
      expect(answer.text).not.toContain(cookies.committee.split('=')[1])
    }
  const shown = await call('form-state', { who: 'committee' })
  expect(shown.text).not.toContain('The panel has nothing of that name.')
})

test('who asks to go over to a web socket, in the panel too, is answered and let go at once', async () => {
  expect((await ask({ path: '/admin', who: 'committee' })).status).toBe(200)
  const { port } = new URL(server.publicUrl)
  for (const path of ['/nowhere', '/admin', '/_next/webpack-hmr', '/portal', '/api/children', '/'])
    for (const protocol of ['websocket', 'h2c']) {
      const began = performance.now()
      const answer = await rawRequest({
        port: Number(port),
        text: `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookies.committee}\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      })
      expect({ path, line: answer.slice(0, 9), slow: performance.now() - began > 10_000 }).toEqual({
        path,
        line: 'HTTP/1.1 ',
        slow: false,
      })
    }
})
