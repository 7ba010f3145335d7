import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import request from 'supertest'
import { words } from '../../../src/core/fields/written.ts'
import { listOf, parseForm } from '../../../src/core/http/forms.ts'
import { defineNotices } from '../../../src/core/http/notices.ts'
import { safeRedirect } from '../../../src/core/http/safeRedirect.ts'
import {
  clearSessionCookie,
  readSessionCookie,
  sessionCookieName,
  setSessionCookie,
} from '../../../src/core/http/sessionCookie.ts'
import { servedApp } from './servedApp.ts'

const https = 'https://mentoring.example.org'
const http = 'http://localhost:4400'

describe('a form', () => {
  const { app } = servedApp({
    routes: (routes) => {
      routes.post(
        '/small',
        ...parseForm({ kilobytes: 1, fields: 5 }),
        (asked, response) => void response.json(asked.body),
      )
      routes.post('/raw', (asked, response) => void response.json({ body: asked.body ?? null }))
    },
  })
  const post = (body: string, path = '/small') => request(app).post(path).type('form').send(body)

  test('gives texts, and lists for fields that come several times', async () => {
    expect((await post('notes=We+made+%F0%9F%8D%9E&child=a&child=b&empty=')).body).toEqual({
      notes: 'We made 🍞',
      child: ['a', 'b'],
      empty: '',
    })
    expect([listOf(undefined), listOf('a'), listOf(['a', 'b'])]).toEqual([[], ['a'], ['a', 'b']])
  })

  test('counts a line break as one letter, as the box did in which it was typed', async () => {
    const typed = Array.from({ length: 25 }, () => 'a'.repeat(19)).join('\r\n')
    const { body } = await post(`notes=${encodeURIComponent(typed)}`)
    expect((body as { notes: string }).notes).toHaveLength(499)
    for (const text of [typed, typed.replaceAll('\n', '')])
      expect(words(499).asked('Say it.').parse(text)).toBe(typed.replaceAll('\r', ''))
    expect(words(499).ifAny().safeParse(`${typed}x`).success).toBe(false)
  })

  test('has no depth, so that no name in it can reach further', async () => {
    const { body } = await post('a[b]=1&__proto__[c]=2&constructor[prototype][c]=3')
    expect(body).toEqual({ 'a[b]': '1', '__proto__[c]': '2', 'constructor[prototype][c]': '3' })
    expect(({} as Record<string, unknown>).c).toBeUndefined()
  })

  test('gives a long list whole', async () => {
    const many = servedApp({
      routes: (routes) => void routes.post('/', ...parseForm(), (asked, response) => void response.json(asked.body)),
    })
    const children = Array.from({ length: 300 }, (_, number) => `child-${number}`)
    const { body } = await request(many.app)
      .post('/')
      .type('form')
      .send(children.map((child) => `child=${child}`).join('&'))
    expect(body).toEqual({ child: children })
  })

  test('without anything in it is empty', async () => {
    expect((await request(app).post('/small')).body).toEqual({})
  })

  test.each([
    ['too long', `notes=${'a'.repeat(1_100)}`, 413],
    ['too many fields', 'a=1&b=2&c=3&d=4&e=5&f=6', 413],
    ['a NUL in a text', 'notes=a%00b', 400],
    ['a NUL in a name', 'no%00tes=a', 400],
    ['a NUL in a list', 'child=a&child=b%00c', 400],
  ])('%s is refused', async (_what, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(/<p>[A-Z]/)
  })

  test('in a strange character set, or packed, is refused', async () => {
    expect(
      (
        await request(app)
          .post('/small')
          .set('Content-Type', 'application/x-www-form-urlencoded; charset=utf-7')
          .send('a=1')
      ).status,
    ).toBe(415)
    expect(
      (
        await request(app)
          .post('/small')
          .set({ 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Encoding': 'gzip' })
          .send('a=1')
      ).status,
    ).toBe(415)
  })

  test('is left alone where the router has not asked for it', async () => {
    expect((await post('a=1', '/raw')).body).toEqual({ body: null })
  })
})

describe('the session cookie', () => {
  const { app } = servedApp({
    routes: (routes) => {
      routes.get('/in/:how', (asked, response) => {
        setSessionCookie({
          response,
          publicUrl: asked.params.how === 'https' ? https : http,
          token: 'a.b-c_d',
          secondsToLive: 43_200,
        })
        response.append('Set-Cookie', 'other=1').send('')
      })
      routes.get('/out', (_request, response) => {
        clearSessionCookie({ response, publicUrl: https })
        response.send('')
      })
    },
  })
  const cookies = async (path: string) => (await request(app).get(path)).headers['set-cookie'] as unknown as string[]

  test('over https is bound to this host and hidden from scripts', async () => {
    expect(await cookies('/in/https')).toEqual([
      '__Host-session=a.b-c_d; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax',
      'other=1',
    ])
  })

  test('on a local start has the plain name, which http can keep', async () => {
    expect((await cookies('/in/http'))[0]).toBe('session=a.b-c_d; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax')
  })

  test('is taken back under the same conditions', async () => {
    expect(await cookies('/out')).toEqual(['__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax'])
  })

  test.each([
    ['a=1; __Host-session=token; b=2', 'token'],
    ['session=planted', undefined],
    ['__Host-session=', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('in %j is %j over https', (cookieHeader, token) => {
    expect(readSessionCookie({ cookieHeader, publicUrl: https })).toBe(token)
  })

  test('has the name that the panel and the portal share', () => {
    expect([sessionCookieName({ publicUrl: https }), sessionCookieName({ publicUrl: http })]).toEqual([
      '__Host-session',
      'session',
    ])
  })
})

describe('a notice', () => {
  const notices = defineNotices({ 'meeting-proposed': 'Your meeting has been sent for approval.' })
  const read = (done: unknown) => notices.read({ query: { done } } as Parameters<typeof notices.read>[0])

  test('goes with the redirect by its name', () => {
    expect(notices.addressWith({ path: '/portal', notice: 'meeting-proposed' })).toBe('/portal?done=meeting-proposed')
    expect(notices.addressWith({ path: '/portal?week=3#today', notice: 'meeting-proposed' })).toBe(
      '/portal?week=3&done=meeting-proposed#today',
    )
  })

  test('is a sentence of ours or none', () => {
    expect(read('meeting-proposed')).toBe('Your meeting has been sent for approval.')
    for (const done of [undefined, '', 'Pay here', 'toString', '__proto__', ['meeting-proposed'], { a: 1 }])
      expect(read(done)).toBeUndefined()
  })
})

describe('where ?next= may lead', () => {
  const led = (next: unknown) => safeRedirect({ next, fallback: '/portal' })

  test.each(['/portal/meetings', '/portal?week=3', '/admin/collections/meetings#top', '/a%2Fb', '/é'.normalize()])(
    '%s is followed',
    (next) => {
      expect(new URL(led(next), https).href).toBe(new URL(next, https).href)
    },
  )

  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/portal\r\nSet-Cookie: a=1',
    'javascript:alert(1)',
    'elsewhere.example',
    '',
    ' /portal',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/%2e%2e//elsewhere.example',
    '/portal\\..\\..',
    `/${'a'.repeat(3_000)}`,
    ['/portal/meetings'],
    undefined,
    null,
    7,
  ])('%j is not', (next) => {
    expect(led(next)).toBe('/portal')
  })

  test('never leaves our site, whatever is tried', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '@',
      ':',
      '//',
      'elsewhere.example',
      'https:',
      '\t',
      '\n',
      '\r',
      '\0',
      ' ',
      '?',
      '#',
      '\u2028',
      '\ufeff',
      '％2f',
      'a',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (chosen) => {
        const address = led(chosen.join(''))
        expect(new URL(address, https).origin).toBe(https)
        expect(address).toMatch(/^\/(?!\/)/)
      }),
      { numRuns: 5_000 },
    )
  })
})
