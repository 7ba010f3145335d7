import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv, promisify } from 'node:util'
import { beforeAll, expect, test } from '@jest/globals'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import { checkDatabaseIsSafe } from '../../src/core/env/databaseChecks.ts'
import { readEnvironment } from '../../src/core/env/environment.ts'
import { createCluster } from '../../src/local/database/cluster.ts'
import { composeWith, type Compose } from '../support/compose.ts'
import { makeContainerRoles } from '../support/containerRoles.ts'
import { rowsOf } from '../support/database.ts'

// What a deployment is made of, as far as it can be known without a Docker engine: nothing is built or started here.
const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (path: string): Promise<string> => readFile(join(repositoryRoot, path), 'utf8')
let composeText: string
let trying: Compose
let exampleValues: Record<string, string | undefined>
let production: Compose

beforeAll(async () => {
  composeText = await textOf('docker-compose.yml')
  trying = composeWith({ text: composeText, values: parseEnv(await textOf('docker/trying.env')) }).compose
  exampleValues = parseEnv(await textOf('.env.example'))
  const filledIn = {
    ...exampleValues,
    PAYLOAD_SECRET: 'pB4vL8rQ2xZ7mN1cK5tY9wH3sD6fG0jA',
    LINK_SECRET: 'Xy7Lk2Wq9Zr4Tb6Nm1Vc8Hj3Fd5Gs0Pa',
    SMTP_URL: 'smtps://name:word@mail.kot.test:465',
    POSTGRES_PASSWORD: '0a1b2c3d4e5f',
    DATABASE_OWNER_PASSWORD: '1a1b2c3d4e5f',
    DATABASE_WEB_PASSWORD: '2a1b2c3d4e5f',
  }
  production = composeWith({ text: composeText, values: filledIn }).compose
})

test('the settings of every process are such as it starts with, in production and for trying', () => {
  for (const name of ['web', 'worker']) {
    expect(readEnvironment({ source: production.services[name]?.environment ?? {} })).toMatchObject({
      appMode: 'production',
      trustedProxyHops: 1,
      publicUrl: 'https://mentoring.example.org',
    })
    expect(readEnvironment({ source: trying.services[name]?.environment ?? {} })).toMatchObject({
      appMode: 'local',
      smtpUrl: 'smtp://mailpit:1025',
      publicUrl: 'http://localhost:3000',
    })
  }
  expect(production.services.web?.environment?.WORKER).toBe('off')
  expect(production.services.worker?.environment?.WORKER).toBe('only')
})

test('nothing starts while the example is not filled in', () => {
  const { missing } = composeWith({ text: composeText, values: exampleValues })
  expect([...missing].sort()).toEqual([
    'DATABASE_OWNER_PASSWORD',
    'DATABASE_WEB_PASSWORD',
    'LINK_SECRET',
    'PAYLOAD_SECRET',
    'POSTGRES_PASSWORD',
    'SMTP_URL',
  ])
  expect(() => readEnvironment({ source: exampleValues })).toThrow(/PAYLOAD_SECRET[\s\S]*LINK_SECRET|DATABASE_URL/)
})

test('what serves never holds the owner or the superuser', () => {
  for (const name of ['web', 'worker']) {
    const environment = production.services[name]?.environment ?? {}
    expect(Object.keys(environment)).not.toContain('DATABASE_OWNER_URL')
    expect(JSON.stringify(environment)).not.toMatch(/0a1b2c3d4e5f|1a1b2c3d4e5f/)
    expect(environment.DATABASE_URL).toBe('postgres://mentoring_web:2a1b2c3d4e5f@database:5432/mentoring')
  }
  expect(production.services.migrate?.environment).toEqual({
    DATABASE_OWNER_URL: 'postgres://mentoring_owner:1a1b2c3d4e5f@database:5432/mentoring',
  })
})

test('the parts fit together, and none is open to the network', () => {
  const { services, volumes } = production
  expect(Object.keys(services).sort()).toEqual(['database', 'mailpit', 'migrate', 'web', 'worker'])
  expect(services.mailpit?.profiles).toEqual(['trying'])
  for (const [name, service] of Object.entries(services)) {
    expect({ name, image: service.image }).toEqual({ name, image: expect.not.stringMatching(/:latest$/) })
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/)
    for (const needed of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(needed)
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':')
      expect(
        source.startsWith('./') ? existsSync(join(repositoryRoot, source)) : Object.keys(volumes).includes(source),
      ).toBe(true)
    }
  }
  expect(services.database?.ports).toBeUndefined()
  for (const name of ['migrate', 'web', 'worker'])
    expect(services[name]).toMatchObject({ build: '.', read_only: true, cap_drop: ['ALL'] })
  for (const name of ['web', 'worker'])
    expect(services[name]?.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } })
})

/** What the Compose Specification knows of a service, as far as ours could want it. */
const SERVICE_SHAPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  build: isText,
  image: isText,
  command: isTexts,
  environment: isTextByName,
  restart: (value) => ['no', 'always', 'on-failure', 'unless-stopped'].includes(String(value)),
  init: isFlag,
  read_only: isFlag,
  user: isText,
  tmpfs: isTexts,
  volumes: isTexts,
  ports: isTexts,
  profiles: isTexts,
  cap_drop: isTexts,
  security_opt: isTexts,
  stop_grace_period: isDuration,
  shm_size: (value) => /^\d+[kmg]b?$/.test(String(value)),
  healthcheck: (value) =>
    Object.entries(value as object).every(([key, part]) => HEALTH_CHECK_SHAPE[key]?.(part) ?? false),
  depends_on: (value) =>
    Object.values(value as object).every((part) =>
      ['service_started', 'service_healthy', 'service_completed_successfully'].includes(
        (part as { condition?: string }).condition ?? '',
      ),
    ),
}
const HEALTH_CHECK_SHAPE: Readonly<Record<string, (value: unknown) => boolean>> = {
  test: (value) => isTexts(value) && ['CMD', 'CMD-SHELL', 'NONE'].includes((value as string[])[0] ?? ''),
  interval: isDuration,
  timeout: isDuration,
  start_period: isDuration,
  retries: (value) => Number.isInteger(value),
  disable: isFlag,
}

test('compose understands every word of the file, and each has the shape that it asks for', () => {
  for (const compose of [production, trying]) {
    expect(
      Object.keys(compose)
        .filter((key) => !key.startsWith('x-'))
        .sort(),
    ).toEqual(['name', 'services', 'volumes'])
    const wrong = Object.entries(compose.services).flatMap(([name, service]) =>
      Object.entries(service)
        .filter(([key, value]) => !(SERVICE_SHAPE[key]?.(value) ?? false))
        .map(([key]) => `${name}: ${key}`),
    )
    expect(wrong).toEqual([])
    for (const { image, build } of Object.values(compose.services)) expect(image ?? build).toBeDefined()
  }
})

test('every setting stands in the example, and the example names no other', async () => {
  const schema = await textOf('src/core/env/environment.ts')
  const ours = [...schema.matchAll(/^ {4}([A-Z_]{4,}): /gm)].map(([, name]) => name ?? '')
  expect(ours.length).toBeGreaterThan(10)
  const ofCompose = [...composeText.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name ?? '')
  expect(Object.keys(exampleValues).sort()).toEqual(
    [...new Set([...ours, ...ofCompose, 'DATABASE_CONNECTIONS'])].sort(),
  )
})

test('the image takes what exists, runs as an ordinary user and says when it is not ready', async () => {
  const dockerfile = (await textOf('Dockerfile')).replaceAll('\\\n', ' ')
  const lines = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line))
  const ignored = (await textOf('.dockerignore'))
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  for (const line of lines.filter((text) => text.startsWith('COPY ') && !text.includes('--from='))) {
    for (const source of line.split(/\s+/).slice(1, -1)) {
      expect({ source, exists: existsSync(join(repositoryRoot, source)) }).toEqual({ source, exists: true })
      expect(ignored).toContain(source)
    }
  }
  expect(lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1])).toEqual([
    'node:24-slim',
    'base',
    'base',
    'base',
  ])
  expect(lines.findLast((line) => line.startsWith('USER '))).toBe('USER node')
  expect(lines.find((line) => line.startsWith('HEALTHCHECK '))).toContain('/health/ready')
  expect(lines.at(-1)).toBe('CMD ["node", "--conditions=production", "src/run.mjs", "server"]')
})

test('the roles made in the container hold a database that the programme starts on', async () => {
  const home = await mkdtemp(join(tmpdir(), 'mentoring-roles-'))
  const cluster = await createCluster({ home })
  try {
    await cluster.start()
    const { ownerUrl, webUrl: url } = await makeContainerRoles({
      cluster,
      ownerPassword: 'owner-word',
      webPassword: 'web-word',
    })
    expect((await migrateDatabase({ ownerUrl })).length).toBeGreaterThan(0)
    await checkDatabaseIsSafe({ query: (statement, values) => rowsOf({ url, statement, values: [...(values ?? [])] }) })
    await expect(rowsOf({ url, statement: 'delete from audit_events' })).rejects.toThrow('permission denied')
    expect(await rowsOf({ url, statement: 'select count(*)::int as children from children' })).toEqual([
      { children: 0 },
    ])
  } finally {
    await cluster.stop('immediate')
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

test.each(['docker/createRoles.sh', '.ci/run'])('%s is a program that bash understands', async (path) => {
  await promisify(execFile)('bash', ['-n', join(repositoryRoot, path)])
  expect(await textOf(path)).toMatch(/^#!\/usr\/bin\/env bash\n[\s\S]*set -euo pipefail/)
})

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}
/** Compose refuses a true, a false and an empty value here: they have to be written as text. */
function isTextByName(value: unknown): boolean {
  return Object.values(value as object).every(isText)
}
function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}
function isDuration(value: unknown): boolean {
  return /^(\d+(ms|s|m|h))+$/.test(String(value))
}
