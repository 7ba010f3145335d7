import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/core/env/environment.ts'

const local = {
  APP_MODE: 'local',
  PUBLIC_URL: 'http://localhost:4400',
  DATABASE_URL: 'postgres://web:words@127.0.0.1:5432/mentoring',
  PAYLOAD_SECRET: 'short',
  LINK_SECRET: 'short too',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  MAIL_FROM: 'Kids on Track <hello@example.org>',
}

const production = {
  ...local,
  APP_MODE: 'production',
  PUBLIC_URL: 'https://mentoring.example.org/',
  DATABASE_OWNER_URL: 'postgres://owner:words@127.0.0.1:5432/mentoring',
  PAYLOAD_SECRET: 'm3Qv9XkT0aYwZ5nB8cRfL2hJ7sDgU4pE6iOoWqKx',
  LINK_SECRET: 'Zt7Yp1QnB5vWxC9kMd3RfGh8JsLa2UeT6iOoPqXw',
  TRUST_PROXY_HOPS: '1',
}

const complaint = (source: Record<string, string | undefined>): string => {
  try {
    readEnvironment({ source })
  } catch (problem) {
    return (problem as Error).message
  }
  return ''
}

describe('a local start', () => {
  test('reads what it is given and fills in what holds no secret', () => {
    expect(readEnvironment({ source: local })).toEqual({
      appMode: 'local',
      publicUrl: 'http://localhost:4400',
      port: 3000,
      host: undefined,
      databaseUrl: local.DATABASE_URL,
      databaseOwnerUrl: undefined,
      payloadSecret: 'short',
      linkSecret: 'short too',
      smtpUrl: local.SMTP_URL,
      mailFrom: local.MAIL_FROM,
      trustedProxyHops: 0,
      worker: 'inline',
      metricsPort: undefined,
      logLevel: 'info',
      dataDirectory: '.data',
    })
  })

  test.each(['APP_MODE', 'PUBLIC_URL', 'DATABASE_URL', 'PAYLOAD_SECRET', 'LINK_SECRET', 'SMTP_URL', 'MAIL_FROM'])(
    'never makes up %s',
    (name) => {
      expect(complaint({ ...local, [name]: undefined })).toMatch(
        new RegExp(
          `^The settings need correcting.*\n- ${name} is not set\\. Set it|^The settings need correcting.*\n- ${name} is not set\\. Make`,
        ),
      )
    },
  )

  test('takes an empty value, as .env files have them, as not set', () => {
    expect(complaint({ ...local, SMTP_URL: ' ' })).toContain('SMTP_URL is not set.')
    expect(readEnvironment({ source: { ...local, METRICS_PORT: '' } }).metricsPort).toBeUndefined()
  })
})

test('production reads a complete environment and the address without its last slash', () => {
  expect(readEnvironment({ source: production })).toMatchObject({
    appMode: 'production',
    publicUrl: 'https://mentoring.example.org',
    trustedProxyHops: 1,
  })
})

test('everything wrong is told at once, one sentence a variable', () => {
  const lines = complaint({ APP_MODE: 'production', PORT: 'eighty', WORKER: 'sometimes' }).split('\n').slice(1)
  expect(lines.map((line) => /^- ([A-Z_]+) /.exec(line)?.[1])).toEqual([
    'PUBLIC_URL',
    'PORT',
    'DATABASE_URL',
    'PAYLOAD_SECRET',
    'LINK_SECRET',
    'SMTP_URL',
    'MAIL_FROM',
    'TRUST_PROXY_HOPS',
    'WORKER',
  ])
})

test.each([
  [
    'a short secret',
    { PAYLOAD_SECRET: 'm3Qv9XkT0aYwZ5nB8cRfL2hJ7sDgU4p' },
    'PAYLOAD_SECRET is shorter than 32 characters.',
  ],
  ['a short link secret', { LINK_SECRET: 'short' }, 'LINK_SECRET is shorter than 32 characters.'],
  [
    'a sample from a manual',
    { PAYLOAD_SECRET: 'change-me-change-me-change-me-0123456789' },
    'PAYLOAD_SECRET is a sample or too simple',
  ],
  ['one letter many times', { LINK_SECRET: 'a'.repeat(64) }, 'LINK_SECRET is a sample or too simple'],
  [
    'one secret for two uses',
    { LINK_SECRET: production.PAYLOAD_SECRET },
    'PAYLOAD_SECRET and LINK_SECRET are the same',
  ],
  ['no mail server', { SMTP_URL: undefined }, 'SMTP_URL is not set.'],
  ['no database', { DATABASE_URL: undefined }, 'DATABASE_URL is not set.'],
  ['an address without https', { PUBLIC_URL: 'http://mentoring.example.org' }, 'PUBLIC_URL must begin with https://'],
  [
    'one role for two uses',
    { DATABASE_OWNER_URL: production.DATABASE_URL },
    'DATABASE_URL and DATABASE_OWNER_URL sign in as the same role',
  ],
  ['no proxy in front', { TRUST_PROXY_HOPS: '0' }, 'TRUST_PROXY_HOPS must be a whole number from 1 to 10.'],
])('production refuses %s', (_what, change, sentence) => {
  const message = complaint({ ...production, ...change })
  expect(message).toContain(sentence)
  expect(message.split('\n')).toHaveLength(2)
})

test.each([
  ['PUBLIC_URL', 'http://localhost:4400/portal'],
  ['PUBLIC_URL', 'http://name:word@localhost:4400'],
  ['PUBLIC_URL', 'localhost:4400'],
  ['DATABASE_URL', 'mysql://web@127.0.0.1/mentoring'],
  ['DATABASE_URL', 'postgres://web@127.0.0.1'],
  ['SMTP_URL', 'mail.example.org'],
  ['PORT', '65536'],
  ['PORT', '0'],
  ['PORT', '80.5'],
  ['TRUST_PROXY_HOPS', '-1'],
  ['LOG_LEVEL', 'loud'],
  ['APP_MODE', 'staging'],
])('%s=%s is refused', (name, value) => {
  expect(complaint({ ...local, [name]: value }).split('\n')[1]).toMatch(new RegExp(`^- ${name} `))
})

test('the figures need a port of their own', () => {
  expect(complaint({ ...local, PORT: '4401', METRICS_PORT: '4401' })).toContain('METRICS_PORT is the same as PORT')
})

test('no sentence repeats a secret', () => {
  expect(
    complaint({ ...production, PAYLOAD_SECRET: 'aaaa-secret-canary', DATABASE_URL: 'canary-of-the-database' }),
  ).not.toContain('canary')
})

describe('a switch that undoes a promise from outside', () => {
  const sentences = (changes: Record<string, string | undefined>): string => complaint({ ...production, ...changes })

  test.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0', 'NODE_TLS_REJECT_UNAUTHORIZED is 0'],
    ['NODE_OPTIONS', '--insecure-http-parser', '--insecure-http-parser'],
    ['NODE_OPTIONS', '--max-old-space-size=900 --insecure_http_parser', '--insecure-http-parser'],
    ['NODE_OPTIONS', '--inspect', '--inspect'],
    ['NODE_OPTIONS', '--inspect-brk=0.0.0.0:9229', '--inspect'],
    ['NODE_OPTIONS', '"--inspect-wait"', '--inspect'],
    ['NODE_OPTIONS', '--inspect-port=0', '--inspect'],
    ['NODE_OPTIONS', '--tls-min-v1.0', 'encryption that is broken'],
    ['NODE_OPTIONS', '--security-revert=CVE-2023-46809', '--security-revert'],
    ['NODE_OPTIONS', '--tls-keylog=/tmp/keys', '--tls-keylog'],
    ['PGSSLMODE', 'no-verify', 'PGSSLMODE'],
    ['PGSSLMODE', 'disable', 'PGSSLMODE'],
    [
      'DATABASE_URL',
      'postgres://web:words@db.example.org/mentoring?sslmode=no-verify',
      'DATABASE_URL asks not to check',
    ],
    ['DATABASE_URL', 'postgres://web:words@db.example.org/mentoring?sslmode=disable', 'DATABASE_URL asks not to check'],
    ['DATABASE_URL', 'postgres://web:words@127.0.0.1/mentoring?sslmode=prefer', 'DATABASE_URL asks not to check'],
    [
      'DATABASE_OWNER_URL',
      'postgres://owner:words@db.example.org/mentoring?ssl=no-verify',
      'DATABASE_OWNER_URL asks not to check',
    ],
    ['SMTP_URL', 'smtps://a:b@mail.example.org?tls.rejectUnauthorized=false', 'SMTP_URL asks not to check'],
    ['SMTP_URL', 'smtp://a:b@mail.example.org?ignoreTLS=true', 'SMTP_URL asks not to check'],
    ['SMTP_URL', 'smtp://a:b@mail.example.org?requireTLS=false', 'SMTP_URL asks not to check'],
    ['SMTP_URL', 'smtps://a:b@mail.example.org?secure=false', 'SMTP_URL asks not to check'],
  ])('%s=%s ends a production start with a sentence', (name, value, says) => {
    expect(
      sentences({ [name]: value })
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .join('\n'),
    ).toMatch(new RegExp(`^- [^\n]*${says}[^\n]*: [^\n]+\\.$`))
    expect(complaint({ ...local, [name]: value })).toBe('')
  })

  test.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '1'],
    ['NODE_OPTIONS', '--max-old-space-size=900 --enable-source-maps'],
    ['NODE_EXTRA_CA_CERTS', '/etc/ssl/own.pem'],
    ['PGSSLMODE', 'verify-full'],
    ['DATABASE_URL', 'postgres://web:words@db.example.org/mentoring?sslmode=verify-full'],
    ['DATABASE_URL', 'postgres://web:words@database:5432/mentoring?sslmode=disable'],
    ['SMTP_URL', 'smtp://mailpit:1025?requireTLS=false'],
    ['SMTP_URL', 'smtp://192.168.1.4?requireTLS=false'],
    ['HOST', '127.0.0.1'],
    ['HOST', '::'],
  ])('%s=%s is none', (name, value) => {
    expect(sentences({ [name]: value })).toBe('')
  })

  test.each(['everywhere', 'http://localhost', '127.0.0.1:3000'])('HOST=%s is no address', (host) => {
    expect(sentences({ HOST: host })).toContain('HOST is not an address of a machine.')
  })
})
