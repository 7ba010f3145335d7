// npm run bench: the figures of the portal against its floor, in one run on one machine, and how they grow with the data.
// Words: `--small` leaves the growth out; `--seconds N` how long each load lasts.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import pg from 'pg'
import { systemClock } from '../../src/core/clock/clock.ts'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import { createCluster } from '../../src/local/database/cluster.ts'
import { prepareDatabase } from '../../src/local/database/roles.ts'
import { designAssets } from '../../src/web/design/assets.ts'
import { openSession } from '../../src/programme/people/signIn/sessions.ts'
import { fillEmptyDatabase } from '../../src/sample/fillEmptyDatabase.ts'
import type { SampleSize } from '../../src/sample/sampleProgramme.ts'
import { load, paced } from './load.ts'

const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 6
const rounds = 3
const now = systemClock.now()
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const folder = await mkdtemp(join(tmpdir(), 'mentoring-bench-'))
const cluster = await createCluster({ home: folder, durable: true })
await cluster.start()
const passwords = { ownerPassword: randomUUID(), webPassword: randomUUID() }
const children: ChildProcess[] = []

const started = async ({ script, words = [], environment }: { script: string; words?: string[]; environment: Record<string, string> }): Promise<{ origin: string; stop: () => void }> => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', join(import.meta.dirname, script), ...words], { env: { ...process.env, NODE_ENV: 'production', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`${script} ended before it was ready (${code ?? signal}).`)))
    child.stdout?.on('data', (part: Buffer) => {
      const found = /ready (\d+)/.exec(String(part))?.[1]
      if (found) resolve(found)
    })
  })
  child.removeAllListeners('exit')
  return { origin: `http://127.0.0.1:${port}`, stop: () => void child.kill('SIGKILL') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A database of one size, the product and its floor on it, and a signed-in volunteer with two children. */
const stage = async ({ size, name }: { size: SampleSize; name: string }) => {
  const { ownerUrl, applicationUrl } = await prepareDatabase({ superuserUrl: cluster.superuserUrl, port: cluster.port(), database: name, ...passwords })
  await migrateDatabase({ ownerUrl })
  await fillEmptyDatabase({ applicationUrl, now, size })
  const pool = new pg.Pool({ connectionString: applicationUrl, max: 2 })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  await owner.query('analyze')
  await owner.end()
  const query = async <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> => (await pool.query<Row>(text, [...values])).rows
  const [volunteer] = await query<{ user_id: string; id: string }>("select v.user_id, v.id from volunteers v join matches m on m.volunteer_id = v.id and m.status = 'active' group by v.id order by count(*) desc, v.id limit 1")
  const [match] = await query<{ id: string; child_id: string }>("select id, child_id from matches where volunteer_id = $1 and status = 'active' limit 1", [volunteer?.id])
  const token = await openSession({ query, userId: String(volunteer?.user_id), now, device: 'bench' })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const product = await started({
    script: 'product.ts',
    environment: { APP_MODE: 'local', PORT: String(port), PUBLIC_URL: origin, DATABASE_URL: applicationUrl, PAYLOAD_SECRET: 'only for measuring, long enough to be taken', LINK_SECRET: 'another one for measuring, long enough as well', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'bench@sample.invalid', WORKER: 'off', LOG_LEVEL: 'error' },
  })
  const cookie = `session=${token}`
  const page = await (await fetch(`${origin}/portal`, { headers: { cookie } })).text()
  const htmlFile = join(folder, `${name}.html`)
  await writeFile(htmlFile, page)
  const floor = await started({ script: 'floor.ts', words: [applicationUrl, htmlFile], environment: { BENCH_NOW: now.toISOString() } })
  const home = () => ({ method: 'GET' as const, path: '/portal', headers: { cookie } })
  const today = now.toISOString().slice(0, 10)
  const log = (site: string) => () => ({
    method: 'POST' as const,
    path: '/portal/logs/new',
    headers: { cookie, origin: site, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ match: String(match?.id), childId: String(match?.child_id), volunteerId: String(volunteer?.id), heldOn: today, location: 'Library café', runBy: 'A volunteer', attendees: 'Both', activities: 'A game', outcomes: '', comment: '', submissionKey: randomUUID() }).toString(),
  })
  return { product, floor, home, log, page, stop: async () => (product.stop(), floor.stop(), pool.end()) }
}

const ratio = (ours: number[], floors: number[]): string => {
  const pairs = ours.map((value, index) => value / (floors[index] ?? Infinity)).sort((one, other) => one - other)
  return `${(pairs[Math.floor(pairs.length / 2)] ?? 0).toFixed(2)} (${pairs.map((value) => value.toFixed(2)).join(', ')})`
}

try {
  const small = await stage({ size: { children: 100, volunteers: 70, weeks: 10 }, name: 'small' })
  await load({ origin: small.product.origin, shot: small.home, seconds: 3, connections: 8, right: [200] })
  await load({ origin: small.floor.origin, shot: small.home, seconds: 2, connections: 8, right: [200] })
  const homes = { ours: [] as number[], floor: [] as number[] }
  const logs = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    homes.floor.push((await load({ origin: small.floor.origin, shot: small.home, seconds, connections: 8, right: [200] })).perSecond)
    const ours = await load({ origin: small.product.origin, shot: small.home, seconds, connections: 8, right: [200] })
    homes.ours.push(ours.perSecond)
    if (ours.wrong > 0) say(`${ours.wrong} answers of the home page were wrong`)
    logs.floor.push((await load({ origin: small.floor.origin, shot: small.log(small.floor.origin), seconds, connections: 8, right: [303] })).perSecond)
    const sent = await load({ origin: small.product.origin, shot: small.log(small.product.origin), seconds, connections: 8, right: [303] })
    logs.ours.push(sent.perSecond)
    if (sent.wrong > 0) say(`${sent.wrong} logs were not taken`)
  }
  const steady = await paced({ origin: small.product.origin, shot: small.home, seconds, perSecond: 20 })
  say(`portal home, signed in: ${Math.round(homes.ours.at(-1) ?? 0)} a second, floor ${Math.round(homes.floor.at(-1) ?? 0)}; ratio ${ratio(homes.ours, homes.floor)}; goal 0.50`)
  say(`portal home at 20 a second: median ${steady.median.toFixed(1)} ms, p95 ${steady.p95.toFixed(1)} ms; goal 50 ms`)
  say(`sending a log: ${Math.round(logs.ours.at(-1) ?? 0)} a second, floor's insert ${Math.round(logs.floor.at(-1) ?? 0)}; ratio ${ratio(logs.ours, logs.floor)}; goal 0.30`)
  const { assets } = designAssets({})
  const size = (body: string | Buffer): number => brotliCompressSync(body).byteLength / 1000
  const parts = assets.filter(({ contentType }) => !contentType.includes('javascript')).map(({ body, contentType }) => (contentType.includes('font') ? body.byteLength / 1000 : size(body)))
  say(`first visit: ${(size(small.page) + parts.reduce((sum, part) => sum + part, 0)).toFixed(1)} KB in ${parts.length + 1} requests, page alone ${size(small.page).toFixed(1)} KB compressed; goals 45 KB, 5 requests`)
  await small.stop()

  if (!process.argv.includes('--small')) {
    const median = async (at: Awaited<ReturnType<typeof stage>>): Promise<number> => (await load({ origin: at.product.origin, shot: at.home, seconds, connections: 1, right: [200] })).median
    const little = await stage({ size: { children: 100, volunteers: 70, weeks: 15 }, name: 'little' })
    await median(little)
    const before = await median(little)
    await little.stop()
    say('Filling a database with 10,000 children and 1,000,000 logs …')
    const much = await stage({ size: { children: 10_000, volunteers: 6_700, weeks: 150 }, name: 'much' })
    await median(much)
    const after = await median(much)
    await much.stop()
    say(`portal home alone: median ${before.toFixed(1)} ms with 100 children, ${after.toFixed(1)} ms with 10,000 and 1,000,000 logs; grows ×${(after / before).toFixed(2)}; goal ×1.50`)
  }
} finally {
  for (const child of children) child.kill('SIGKILL')
  await cluster.stop('immediate')
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)
