import { describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { keepAddressPrivate, nonceOf, panelHeaders } from '../../../src/core/http/securityHeaders.ts'
import { servedApp } from './servedApp.ts'

const publicUrl = 'https://mentoring.example.org'

const { app } = servedApp({
  publicUrl,
  routes: (routes) => {
    routes.get(
      '/portal',
      (_request, response) =>
        void response.send(`<script src="/assets/portal.js" nonce="${nonceOf(response)}"></script>`),
    )
    routes.get('/consent/:token', keepAddressPrivate, (_request, response) => void response.send('form'))
    routes.get(['/assets/portal.css', '/_next/static/a.js'], (_request, response) => void response.send('file'))
    routes.use(
      '/admin',
      panelHeaders({ publicUrl, development: false }),
      (request, response) => void response.json(request.headers),
    )
    routes.get('/broken', () => {
      throw new Error('broken')
    })
  },
})

const directives = (policy = ''): Map<string, string> =>
  new Map(
    policy.split('; ').map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  )

test.each(['/portal', '/nowhere', '/broken', '/api/nowhere', '/consent/abc', '/admin', '/%'])(
  '%s has every protective header',
  async (path) => {
    const { headers } = await request(app).get(path)
    const policy = directives(headers['content-security-policy'])
    expect(policy.get('script-src')).toMatch(/^'nonce-[A-Za-z0-9+/]{22}=='/)
    expect([
      policy.get('default-src'),
      policy.get('object-src'),
      policy.get('base-uri'),
      policy.get('frame-ancestors'),
      policy.get('form-action'),
    ]).toEqual(["'none'", "'none'", "'none'", "'none'", "'self'"])
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe(path.startsWith('/consent') ? 'strict-origin' : 'same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('x-powered-by')
  },
)

test('our pages run no script but those with the nonce, and no style but our files', async () => {
  const { headers, text } = await request(app).get('/portal')
  const policy = directives(headers['content-security-policy'])
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1]
  expect(policy.get('script-src')).toBe(`'nonce-${nonce}'`)
  expect(policy.get('style-src')).toBe("'self'")
  expect(policy.get('require-trusted-types-for')).toBe("'script'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
})

test('each answer has a nonce of its own', async () => {
  const nonces = await Promise.all(Array.from({ length: 20 }, async () => (await request(app).get('/portal')).text))
  expect(new Set(nonces).size).toBe(20)
})

test.each(['/assets/portal.css', '/_next/static/a.js'])('%s may be kept by the browser', async (path) => {
  expect((await request(app).get(path)).headers).not.toHaveProperty('cache-control')
})

test('without https there is neither a promise of https nor an upgrade to it', async () => {
  const plain = servedApp({
    publicUrl: 'http://localhost:4400',
    routes: (routes) => void routes.get('/', (_request, response) => void response.send('')),
  })
  const { headers } = await request(plain.app).get('/')
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
})

describe('the panel', () => {
  test('has the same nonce in the answer as in what Next reads, whatever the client sent', async () => {
    const { headers, body } = await request(app).get('/admin').set({
      'Content-Security-Policy': "script-src 'nonce-chosen'",
      'Content-Security-Policy-Report-Only': "script-src 'nonce-chosen'",
    })
    // The second says that a script comes from here alone, also one that a trusted script brings.
    expect(headers['content-security-policy']).toBe(
      `${body['content-security-policy']}, script-src 'self' 'unsafe-inline'`,
    )
    expect(body).not.toHaveProperty('content-security-policy-report-only')
    expect(headers['content-security-policy']).not.toContain('chosen')
  })

  test('alone may have styles in the page, and scripts that its own scripts load', async () => {
    const policy = directives((await request(app).get('/admin')).headers['content-security-policy'])
    expect(policy.get('style-src')).toBe("'self' 'unsafe-inline'")
    expect(policy.get('script-src')).toMatch(/^'nonce-[^']+' 'strict-dynamic'$/)
  })
})
