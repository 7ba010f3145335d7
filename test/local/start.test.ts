import { execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import { endPostmaster, findPostmaster } from '../../src/local/database/postmaster.ts'
import { startEmbeddedDatabase } from '../../src/local/database/startEmbeddedDatabase.ts'
import { rowsOf } from '../support/database.ts'
import { waitUntil } from '../support/waitUntil.ts'

// The starts as people type them, each as a process of its own, from a project that was never started before.
const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

const run = promisify(execFile)
const whenRoot = process.getuid?.() === 0 ? test : test.skip

let project: string
let children: Start[] = []

type End = { code: number | null; signal: NodeJS.Signals | null }
type Start = {
  said: () => string
  isOver: () => boolean
  over: Promise<End>
  signal: (signal: NodeJS.Signals) => Promise<End>
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'mentoring-start-'))
  for (const part of [
    'emails',
    'migrations',
    'next.config.mjs',
    'package.json',
    'payload.config.ts',
    'src',
    'tsconfig.json',
  ])
    await cp(join(repositoryRoot, part), join(project, part), { recursive: true })
  // No panel is built here: its build fails at once, for its program is not there.
  await linkPackages({ without: 'next' })
})
afterEach(async () => {
  for (const child of children) if (!child.isOver()) await child.signal('SIGTERM')
  children = []
})
afterAll(async () => {
  const left = await findPostmaster({ cluster: join(project, '.data', 'database', 'cluster') })
  if (left) await endPostmaster({ identity: left.identity, mode: 'immediate' })
  await rm(project, { recursive: true, force: true, maxRetries: 5 })
})

const linkPackages = async ({ without }: { without: string }): Promise<void> => {
  await mkdir(join(project, 'node_modules'))
  for (const name of await readdir(join(repositoryRoot, 'node_modules')))
    if (name !== without) await symlink(join(repositoryRoot, 'node_modules', name), join(project, 'node_modules', name))
}

const start = ({
  name = 'start',
  said: words = [],
  environment = {},
}: { name?: string; said?: readonly string[]; environment?: Record<string, string> } = {}): Start => {
  const child = spawn(process.execPath, ['--conditions=production', 'src/run.mjs', name, ...words], {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  let isOver = false
  const over = new Promise<End>((resolve) => {
    child.once('close', (code, signal) => {
      isOver = true
      resolve({ code, signal })
    })
  })
  const started: Start = {
    said: () => said,
    isOver: () => isOver,
    over,
    signal: async (signal) => {
      child.kill(signal)
      return await over
    },
  }
  children.push(started)
  return started
}

const anyPort = async (): Promise<{ port: number; release: () => Promise<unknown> }> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    release: () => new Promise((resolve) => server.close(resolve)),
  }
}

const freePort = async (): Promise<number> => {
  const { port, release } = await anyPort()
  await release()
  return port
}

const portalOf = async ({ started, port }: { started: Start; port: number }): Promise<string> => {
  await waitUntil({
    what: 'the portal to answer',
    holds: () => started.isOver() || started.said().includes('The portal answers'),
    timeoutMilliseconds: 120_000,
  })
  if (started.isOver()) throw new Error(`It ended before it answered:\n${started.said()}`)
  return (await fetch(`http://127.0.0.1:${port}/portal`)).text()
}

/** What a real deployment is told, as far as it starts without. */
const whole = {
  APP_MODE: 'production',
  PUBLIC_URL: 'https://mentoring.example.org',
  DATABASE_URL: 'postgres://mentoring_web:word@127.0.0.1:9/mentoring',
  PAYLOAD_SECRET: 'pB4vL8rQ2xZ7mN1cK5tY9wH3sD6fG0jA',
  LINK_SECRET: 'Xy7Lk2Wq9Zr4Tb6Nm1Vc8Hj3Fd5Gs0Pa',
  SMTP_URL: 'smtps://name:word@mail.kot.test:465',
  MAIL_FROM: 'Kids on Track <mentoring@example.org>',
  TRUST_PROXY_HOPS: '1',
}

const sentencesOf = (started: Start): string[] =>
  started
    .said()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('['))

describe('npm start', () => {
  test('brings up everything from nothing; goes on after a kill -9 where it was; takes no second start; stops in order', async () => {
    const port = await freePort()
    const first = start({ environment: { PORT: String(port) } })
    expect(await portalOf({ started: first, port })).toContain('<html')
    expect(first.said()).toContain('The sample programme is in')
    expect((await fetch(`http://127.0.0.1:${port}/mailbox`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/emails`)).status).toBe(200)
    // Another address that leads to this machine: who listens on all of them answers there too.
    const elsewhere = `http://127.0.0.2:${port}/mailbox`
    await expect(fetch(elsewhere)).rejects.toThrow()

    const second = start({ environment: { PORT: String(await freePort()) } })
    expect(await second.over).toEqual({ code: 1, signal: null })
    expect(sentencesOf(second)).toEqual([
      expect.stringMatching(/^The program is already running from this folder \(process \d+\): [^.]+\.$/),
    ])

    expect(await first.signal('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
    const third = start({ environment: { PORT: String(port), HOST: '0.0.0.0' } })
    expect(await portalOf({ started: third, port })).toContain('<html')
    if (process.platform === 'linux') expect((await fetch(elsewhere)).status).toBe(200)
    expect(third.said()).toContain('HOST is 0.0.0.0: whoever reaches this machine can sign in')
    expect(third.said()).not.toContain('The sample programme is in')
    expect(await third.signal('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(await findPostmaster({ cluster: join(project, '.data', 'database', 'cluster') })).toBeUndefined()

    const { port: taken, release } = await anyPort()
    const fourth = start({ environment: { PORT: String(taken) } })
    expect(await fourth.over).toEqual({ code: 1, signal: null })
    expect(sentencesOf(fourth)).toEqual([
      expect.stringMatching(new RegExp(`^Port ${taken} is already taken by another programme: [^.]+\\.$`)),
    ])
    await release()
  }, 300_000)

  test('--empty begins without the sample, in a folder of its own, with a link for the first administrator', async () => {
    const port = await freePort()
    const started = start({ said: ['--empty'], environment: { PORT: String(port) } })
    await portalOf({ started, port })
    await waitUntil({
      what: 'the way in to be said',
      holds: () => started.isOver() || started.said().includes('/admin/set-up'),
      timeoutMilliseconds: 60_000,
    })
    expect(started.said()).not.toContain('The sample programme is in')
    expect(started.said()).toMatch(/You are the first administrator \(first@trial\.invalid\)/)
    const link = /http:\/\/localhost:\d+(\/choose-password\/[\w-]{43})/.exec(started.said())?.[1]
    const arrived = await fetch(`http://127.0.0.1:${port}${link}`, { redirect: 'manual' })
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/choose-password'])
    expect(await readdir(join(project, '.data-empty'))).toContain('secrets.json')
    expect(await started.signal('SIGTERM')).toEqual({ code: 0, signal: null })
  }, 300_000)

  whenRoot(
    'a disk that is full before the sample is in gets one sentence, and nothing is left running',
    async () => {
      const small = await mkdtemp(join(tmpdir(), 'mentoring-small-'))
      await run('mount', ['-t', 'tmpfs', '-o', 'size=60m,mode=755', 'tmpfs', small])
      try {
        await chmod(small, 0o755)
        const started = start({ environment: { PORT: String(await freePort()), DATA_DIRECTORY: small } })
        expect(await started.over).toEqual({ code: 1, signal: null })
        expect(sentencesOf(started)).toEqual([expect.stringMatching(/^The disk is full: [^.]+\.$/)])
        expect(await findPostmaster({ cluster: join(small, 'database', 'cluster') })).toBeUndefined()
      } finally {
        await run('umount', [small])
        await rm(small, { recursive: true })
      }
    },
    120_000,
  )

  test('is not how a real deployment starts', async () => {
    const started = start({ environment: { APP_MODE: 'production' } })
    expect(await started.over).toMatchObject({ code: 1 })
    expect(sentencesOf(started)).toEqual([
      'npm start is for trying the programme out. A real deployment starts with: npm run serve',
    ])
  })
})

describe('a database that an earlier version made', () => {
  test('gets one sentence that says what to do, from npm start, npm run migrate and npm run serve alike', async () => {
    const dataDirectory = join(await mkdtemp(join(tmpdir(), 'mentoring-older-')), '.data')
    await chmod(join(dataDirectory, '..'), 0o755)
    try {
      const { ownerUrl, applicationUrl, stop } = await startEmbeddedDatabase({ dataDirectory })
      try {
        await migrateDatabase({ ownerUrl })
        await rowsOf({
          url: ownerUrl,
          statement: "update payload_migrations set name = '20261123_191548_initial' where name like '%_tables'",
        })
        const told =
          'The database was made by an earlier version of the programme, from which nothing leads to this one: move or delete the .data folder if npm start made it there, or set up an empty database, and run npm run migrate.'
        const migrating = start({ name: 'migrate', environment: { DATABASE_OWNER_URL: ownerUrl } })
        expect(await migrating.over).toEqual({ code: 1, signal: null })
        expect(sentencesOf(migrating)).toEqual([told])
        const serving = start({ name: 'server', environment: { ...whole, DATABASE_URL: applicationUrl } })
        expect(await serving.over).toEqual({ code: 1, signal: null })
        expect(sentencesOf(serving)).toEqual([told])
      } finally {
        await stop()
      }
      const started = start({ environment: { PORT: String(await freePort()), DATA_DIRECTORY: dataDirectory } })
      expect(await started.over).toEqual({ code: 1, signal: null })
      expect(sentencesOf(started)).toEqual([
        `The database was made by an earlier version of the programme, from which nothing leads to this one: move or delete ${dataDirectory}, and start again.`,
      ])
      expect(await findPostmaster({ cluster: join(dataDirectory, 'database', 'cluster') })).toBeUndefined()
    } finally {
      await rm(join(dataDirectory, '..'), { recursive: true, force: true, maxRetries: 5 })
    }
  }, 180_000)
})

describe('npm run serve', () => {
  test.each([
    'PUBLIC_URL',
    'DATABASE_URL',
    'PAYLOAD_SECRET',
    'LINK_SECRET',
    'SMTP_URL',
    'MAIL_FROM',
    'TRUST_PROXY_HOPS',
  ])('without %s one sentence says so', async (missing) => {
    const started = start({
      name: 'server',
      environment: Object.fromEntries(Object.entries(whole).filter(([name]) => name !== missing)),
    })
    expect(await started.over).toEqual({ code: 1, signal: null })
    expect(sentencesOf(started).slice(1)).toEqual([expect.stringMatching(new RegExp(`^- ${missing} is not set`))])
  })
})

describe('the compiled programme', () => {
  const folders = async (): Promise<string[]> => readdir(join(project, '.compiled'))
  const run = async (...given: [name?: string]): Promise<string> => {
    const started = start({ name: given[0] ?? '' })
    await started.over
    return started.said()
  }

  test('is made anew when a source changes and not otherwise, and does not pile up', async () => {
    const path = join(project, 'src', 'migrate.ts')
    const source = await readFile(path, 'utf8')
    expect(await run('migrate')).toContain('DATABASE_OWNER_URL is not set')
    const before = await folders()
    await run()
    expect(await folders()).toEqual(before)
    await writeFile(path, source.replace('is not set', 'is not set, as is said elsewhere'))
    expect(await run('migrate')).toContain('is not set, as is said elsewhere')
    for (const number of [1, 2, 3]) {
      await writeFile(path, `${source}\n// ${number}\n`)
      expect(await run()).toBe('')
    }
    expect((await folders()).length).toBe(3)
    await writeFile(path, 'export const broken = (')
    expect(await run()).toMatch(/^The programme's own source does not compile\. [\s\S]*src\/migrate\.ts:1/)
    expect((await folders()).length).toBe(3)
    await writeFile(path, source)
  }, 180_000)

  test('a fault names the line of the source', async () => {
    const path = join(project, 'src', 'migrate.ts')
    const source = await readFile(path, 'utf8')
    await writeFile(path, source.replace('process.exit(1)', "throw new Error('on purpose')"))
    expect(await run('migrate')).toMatch(/src\/migrate\.ts:\d+/)
    await writeFile(path, source)
  }, 180_000)
})
