import { execFile, spawn } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { packagedBinaries } from '../../src/local/database/binaries.ts'
import { createCluster } from '../../src/local/database/cluster.ts'
import { databaseUrl } from '../../src/local/database/connection.ts'
import { readCredentials } from '../../src/local/database/credentials.ts'
import { endPostmaster, findPostmaster } from '../../src/local/database/postmaster.ts'
import { startEmbeddedDatabase } from '../../src/local/database/startEmbeddedDatabase.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { keepDatabase, type Program } from './support/programs.ts'
import { query } from './support/queries.ts'

const run = promisify(execFile)
const asRoot = process.getuid?.() === 0
const whenRoot = asRoot ? test : test.skip
const nobody = 65_534

let prepared: string
let folder: string
let dataDirectory: string
let endings: (() => Promise<unknown>)[]

const makeFolder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'embedded-'))
  // Another account has to pass through, as through most people's project folders.
  await chmod(made, 0o755)
  return made
}

/** Copies as `cp` does: with owners and permissions. */
const copyWhole = ({ from, to }: { from: string; to: string }): Promise<unknown> => run('cp', ['-a', from, to])

beforeAll(async () => {
  prepared = join(await makeFolder(), '.data')
  await (await startEmbeddedDatabase({ dataDirectory: prepared })).stop()
})

afterAll(() => rm(join(prepared, '..'), { recursive: true, force: true }))

beforeEach(async () => {
  folder = await makeFolder()
  dataDirectory = join(folder, '.data')
  endings = []
})

afterEach(async () => {
  for (const end of endings.reverse()) await end()
  const left = await findPostmaster({ cluster: join(dataDirectory, 'database', 'cluster') })
  if (left) await endPostmaster({ identity: left.identity, mode: 'immediate' })
  await rm(folder, { recursive: true, force: true })
})

/** For what happens after the first start: a data folder that was started and stopped once. */
const afterFirstStart = (): void => {
  beforeEach(() => copyWhole({ from: prepared, to: dataDirectory }))
}

const started = async (options: { report?: (line: string) => void } = {}): ReturnType<typeof startEmbeddedDatabase> => {
  const database = await startEmbeddedDatabase({ dataDirectory, ...options })
  endings.push(() => database.stop().catch(() => undefined))
  return database
}

const program = (options: Partial<Parameters<typeof keepDatabase>[0]> = {}): Program => {
  const kept = keepDatabase({ dataDirectory, ...options })
  endings.push(() => kept.end('SIGTERM'))
  return kept
}

const readyOf = async (kept: Program): Promise<NonNullable<Awaited<Program['answer']>['ready']>> => {
  const { ready, refused } = await kept.answer
  if (!ready) throw new Error(refused?.message ?? 'The program ended without an answer')
  return ready
}

const noteIn = (url: string): Promise<unknown> => query({ url, sql: "create table note as select 'kept' as text" })
const noteFrom = async (url: string): Promise<string | undefined> =>
  (await query<{ text: string }>({ url, sql: 'select text from note' }))[0]?.text

const clusterPid = async (cluster = join(dataDirectory, 'database', 'cluster')): Promise<number> =>
  (await findPostmaster({ cluster }))?.identity.pid ?? 0

describe('the first start', () => {
  test('makes an owner, an application login that owns nothing, and a UTF-8 database with checksums', async () => {
    const { ownerUrl, applicationUrl, superuserUrl } = await started()
    await noteIn(ownerUrl)
    await query({ url: ownerUrl, sql: 'create role mentoring_report; grant mentoring_application to mentoring_report' })
    await query({ url: ownerUrl, sql: 'create extension citext' })
    await expect(noteFrom(applicationUrl)).rejects.toThrow(/permission denied/)
    await expect(query({ url: applicationUrl, sql: 'create table mine ()' })).rejects.toThrow(/permission denied/)
    await expect(query({ url: applicationUrl, sql: 'set role mentoring_application' })).rejects.toThrow(
      /permission denied/,
    )
    await query({ url: ownerUrl, sql: 'grant select on note to mentoring_application' })
    expect(await noteFrom(applicationUrl)).toBe('kept')

    const sql = `select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums, lower('ÉŁÑ') as lower,
      current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
      (select string_agg(rolname, ' ' order by rolname) from pg_roles where rolsuper) as superusers,
      (select string_agg(rolname, ' ' order by rolname) from pg_roles where rolcreaterole and not rolsuper) as creators`
    const [facts] = await query({ url: superuserUrl, sql })
    expect(facts).toEqual({
      encoding: 'UTF8',
      checksums: 'on',
      lower: 'éłñ',
      fsync: 'on',
      addresses: '127.0.0.1',
      superusers: 'postgres',
      creators: 'mentoring_owner',
    })
  })

  test('keeps three different passwords where only the owner reads them, and lets nobody in without', async () => {
    const { port } = await started()
    const credentials = await readCredentials({ dataDirectory })
    expect(new Set([credentials?.superuserPassword, credentials?.ownerPassword, credentials?.webPassword]).size).toBe(3)
    expect((await stat(join(dataDirectory, 'database.json'))).mode & 0o777).toBe(0o600)
    const guess = databaseUrl({ port, user: 'postgres', password: 'postgres', database: 'mentoring' })
    await expect(query({ url: guess, sql: 'select 1' })).rejects.toThrow(/password authentication failed/)
    const outer = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4')
    if (outer)
      await expect(query({ url: guess.replace('127.0.0.1', outer.address), sql: 'select 1' })).rejects.toThrow(
        /ECONNREFUSED/,
      )
  })

  test('is taken up again after a kill in its midst', async () => {
    for (const patience of [400, 800, 1200]) {
      const kept = program()
      await new Promise((resolve) => setTimeout(resolve, patience))
      await kept.end('SIGKILL')
    }
    const { ownerUrl } = await started()
    expect(await query({ url: ownerUrl, sql: 'select 1 as one' })).toEqual([{ one: 1 }])
  })
})

describe('a later start', () => {
  afterFirstStart()

  test('finds what was written, on the same port', async () => {
    const first = await started()
    await noteIn(first.ownerUrl)
    await first.stop()
    const second = await started()
    expect({ port: second.port, url: second.ownerUrl, adopted: second.adopted }).toEqual({
      port: first.port,
      url: first.ownerUrl,
      adopted: false,
    })
    expect(await noteFrom(second.ownerUrl)).toBe('kept')
  })

  test('takes another port when the chosen one is in use, and remembers it', async () => {
    const { port } = (await readCredentials({ dataDirectory })) ?? {}
    const squatter = createServer().listen(port, '127.0.0.1')
    const second = await started()
    expect(second.port).not.toBe(port)
    await second.stop()
    squatter.close()
    expect((await started()).port).toBe(second.port)
  })

  test('adopts the PostgreSQL that outlived a kill -9 of the program', async () => {
    const kept = program()
    await noteIn((await readyOf(kept)).ownerUrl)
    const pid = await clusterPid()
    await kept.end('SIGKILL')
    const second = await started()
    expect(second.adopted).toBe(true)
    expect(await clusterPid()).toBe(pid)
    expect(await noteFrom(second.ownerUrl)).toBe('kept')
    await second.stop()
    expect(await clusterPid()).toBe(0)
  })

  test('replaces an outliving PostgreSQL that runs with other settings', async () => {
    const kept = program({ settings: { max_connections: '40' } })
    const { ownerUrl } = await readyOf(kept)
    await noteIn(ownerUrl)
    await kept.end('SIGKILL')
    const second = await started()
    expect(second.adopted).toBe(false)
    expect(await query({ url: second.ownerUrl, sql: 'show max_connections' })).toEqual([{ max_connections: '100' }])
    expect(await noteFrom(second.ownerUrl)).toBe('kept')
  })

  test('recovers when program and PostgreSQL were both killed', async () => {
    const kept = program()
    await noteIn((await readyOf(kept)).ownerUrl)
    const pid = await clusterPid()
    await kept.end('SIGKILL')
    process.kill(pid, 'SIGKILL')
    const second = await started()
    expect(second.adopted).toBe(false)
    expect(await noteFrom(second.ownerUrl)).toBe('kept')
  })

  test('is not misled by a note of a dead server whose number another process has now', async () => {
    const cluster = join(dataDirectory, 'database', 'cluster')
    const { port = 0 } = (await readCredentials({ dataDirectory })) ?? {}
    const { uid, gid } = await stat(cluster)
    // Of PostgreSQL's own account, since it disregards the processes of others by itself.
    const bystander = spawn('sleep', ['60'], asRoot ? { uid, gid } : {})
    endings.push(async () => bystander.kill('SIGKILL'))
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${bystander.pid}\n${cluster}\n1\n${port}\n\n127.0.0.1\n1 1\nready\n`,
    )
    await chown(join(cluster, 'postmaster.pid'), uid, gid)
    const second = await started()
    expect(second.adopted).toBe(false)
    expect(await clusterPid()).not.toBe(bystander.pid)
    expect(bystander.signalCode).toBeNull()
  })

  test('while the first still runs is refused in one sentence that names the process, and disturbs nothing', async () => {
    const kept = program()
    const { ownerUrl } = await readyOf(kept)
    const { refused } = await program().answer
    expect(refused).toEqual({
      name: 'StartProblem',
      message: expect.stringMatching(
        `^The program is already running from this folder \\(process ${kept.child.pid}\\): [^.]+\\.$`,
      ),
    })
    expect(await query({ url: ownerUrl, sql: 'select 1 as one' })).toEqual([{ one: 1 }])
  })

  test('is not held up by the lock of a process that has gone, even when its number is in use again', async () => {
    await writeFile(
      join(dataDirectory, 'running.json'),
      JSON.stringify({ pid: process.pid, startedAt: 'before the machine last started' }),
    )
    await started()
  })

  test('of ten at once, exactly one gets through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => startEmbeddedDatabase({ dataDirectory }).catch((error: Error) => error.name)),
    )
    const winners = answers.filter((answer) => typeof answer !== 'string')
    for (const winner of winners) endings.push(() => winner.stop())
    expect(winners).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'StartProblem')).toHaveLength(9)
  })

  test('refuses to share one database between a project and its copy', async () => {
    const credentials = await readCredentials({ dataDirectory })
    const away = join(folder, 'away')
    await copyWhole({ from: join(dataDirectory, 'database'), to: away })
    await writeFile(join(dataDirectory, 'database.json'), JSON.stringify({ ...credentials, home: away }))
    await started().then((database) => database.stop())
    const copy = join(folder, 'copy')
    await copyWhole({ from: dataDirectory, to: copy })
    await expect(startEmbeddedDatabase({ dataDirectory: copy })).rejects.toThrow(
      /is a copy of .+ would share its database/,
    )
  })

  test('says what is missing when the passwords are gone, and touches nothing', async () => {
    await rm(join(dataDirectory, 'database.json'))
    await expect(startEmbeddedDatabase({ dataDirectory })).rejects.toMatchObject({
      name: 'StartProblem',
      message: expect.stringContaining('put that file back'),
    })
    expect((await stat(join(dataDirectory, 'database', 'cluster'))).isDirectory()).toBe(true)
  })
})

describe('while it runs', () => {
  afterFirstStart()

  test('is started again when it is killed', async () => {
    const lines: string[] = []
    const { ownerUrl, kill } = await started({ report: (line) => lines.push(line) })
    await noteIn(ownerUrl)
    await kill('SIGKILL')
    await waitUntil({
      what: 'the database to answer again',
      holds: async () => (await noteFrom(ownerUrl).catch(() => undefined)) === 'kept',
      timeoutMilliseconds: 20_000,
    })
    expect(lines).toContain('PostgreSQL has ended unexpectedly; starting it again')
  })
})

describe('on any machine', () => {
  whenRoot('root in a folder that nobody else may enter: the cluster goes where its account can reach it', async () => {
    await chmod(folder, 0o700)
    const first = await started()
    const { home = '' } = (await readCredentials({ dataDirectory })) ?? {}
    endings.unshift(() => rm(home, { recursive: true, force: true }))
    expect(home).toMatch(/^\/var\/lib\/kids-on-track-mentoring\/[0-9a-f]{12}-[0-9a-f]{6}$/)
    await noteIn(first.ownerUrl)
    expect((await stat(join(home, 'cluster'))).uid).not.toBe(0)
    await first.stop()
    expect(await noteFrom((await started()).ownerUrl)).toBe('kept')
  })

  test('without npm install scripts, in an archive that lost links and permissions', async () => {
    const packaged = join(folder, 'package', 'native')
    await cp(packagedBinaries(), packaged, { recursive: true, verbatimSymlinks: true })
    await cp(join(packagedBinaries(), '..', 'package.json'), join(folder, 'package', 'package.json'))
    const links = JSON.parse(await readFile(join(packaged, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of links) await rm(join(folder, 'package', target))
    for (const name of ['initdb', 'postgres']) await chmod(join(packaged, 'bin', name), 0o600)
    await chmod(join(folder, 'package'), 0o700)
    const home = join(folder, 'home')
    const cluster = await createCluster({ home, packaged, durable: false })
    await cluster.start()
    endings.push(() => cluster.stop('immediate'))
    expect(await query({ url: cluster.superuserUrl(), sql: 'select 1 as one' })).toEqual([{ one: 1 }])
    expect(links.length).toBeGreaterThan(0)
    for (const { target } of links)
      expect(await readlink(join(home, 'binaries', target.replace('native/', '')))).toBeTruthy()
  })

  whenRoot(
    'an ordinary user, in a folder with spaces, quotes and accents, deeper than a socket path may be',
    async () => {
      const deep = join(folder, `It's a "café" folder ${'x'.repeat(120)}`)
      await mkdir(deep)
      await chown(deep, nobody, nobody)
      dataDirectory = join(deep, '.data')
      const kept = program({ uid: nobody, env: { HOME: deep } })
      await noteIn((await readyOf(kept)).ownerUrl)
      expect((await stat(join(dataDirectory, 'database', 'cluster'))).uid).toBe(nobody)
      await kept.end('SIGKILL')
      const again = program({ uid: nobody, env: { HOME: deep } })
      const { adopted, ownerUrl } = await readyOf(again)
      expect({ adopted, note: await noteFrom(ownerUrl) }).toEqual({ adopted: true, note: 'kept' })
      await again.end('SIGTERM')
      // Root may start the same folder, and the user after it.
      const asAdministrator = await started()
      expect(await noteFrom(asAdministrator.ownerUrl)).toBe('kept')
      await asAdministrator.stop()
      expect(await noteFrom((await readyOf(program({ uid: nobody, env: { HOME: deep } }))).ownerUrl)).toBe('kept')
    },
  )

  whenRoot('a folder that this account may not write gets one sentence', async () => {
    const { refused } = await program({ uid: nobody, env: { HOME: folder } }).answer
    expect(refused).toEqual({
      name: 'StartProblem',
      message: expect.stringMatching(/^This account may not write .+\.data: [^.]+\.$/),
    })
  })

  whenRoot('a full disk gets one sentence, at the first start and at a later one, and loses nothing', async () => {
    const small = join(folder, 'small')
    await mkdir(small)
    await run('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', small])
    endings.unshift(() => run('umount', [small]))
    dataDirectory = join(small, '.data')
    const full = { name: 'StartProblem', message: expect.stringMatching(/^The disk is full: [^.]+\.$/) }
    const fill = (blocks: number): Promise<unknown> =>
      run('dd', ['if=/dev/zero', `of=${join(small, 'filler')}`, 'bs=1M', `count=${blocks}`]).catch(() => undefined)

    await fill(100)
    await expect(startEmbeddedDatabase({ dataDirectory })).rejects.toEqual(expect.objectContaining(full))
    await rm(join(small, 'filler'))
    const first = await started()
    await noteIn(first.ownerUrl)
    await first.stop()
    await fill(200)
    await expect(startEmbeddedDatabase({ dataDirectory })).rejects.toEqual(expect.objectContaining(full))
    await rm(join(small, 'filler'))
    const last = await started()
    expect(await noteFrom(last.ownerUrl)).toBe('kept')
    await last.stop()
  })
})

describe('a throw-away cluster', () => {
  test('is dropped like a failing machine and comes back on its port with what was committed', async () => {
    const cluster = await createCluster({
      home: join(folder, 'throw-away'),
      port: 4110,
      extraSettings: { max_connections: '30' },
    })
    endings.push(() => cluster.stop('immediate'))
    await cluster.start()
    await noteIn(cluster.superuserUrl())
    await cluster.stop('immediate')
    expect(await cluster.isRunning()).toBe(false)
    expect(await cluster.start()).toEqual({ adopted: false })
    expect({ port: cluster.port(), note: await noteFrom(cluster.superuserUrl()) }).toEqual({ port: 4110, note: 'kept' })
  })

  test('that need not be durable forces nothing to disk', async () => {
    const cluster = await createCluster({ home: join(folder, 'hasty'), durable: false })
    endings.push(() => cluster.stop('immediate'))
    await cluster.start()
    expect(await query({ url: cluster.superuserUrl(), sql: 'show fsync' })).toEqual([{ fsync: 'off' }])
  })
})
