// npm run bench: the figures of the portal and of Today against their goals, in one run on one machine: beside a floor,
// and how they grow with the data. Words: `--small` leaves the growth out, `--growth` leaves the floor out, `--queues` asks
// nothing but Today's queues; `--seconds N` how long each load lasts; `--rounds N` how often both sides are measured in
// turn.
import { Agent } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { systemClock } from '../../src/core/clock/clock.ts'
import { designAssets } from '../../src/web/design/assets.ts'
import { withLongHistory } from './enlarge.ts'
import { figureLine, median, pairwise, statementName } from './figures.ts'
import { ask, load, paced, type Shot } from './load.ts'
import { openSite, type Site } from './site.ts'
import { logShots, openStage, pageShots, type Stage, type Visitor } from './stage.ts'

const given = (word: string): number | undefined =>
  process.argv.includes(word) ? Number(process.argv[process.argv.indexOf(word) + 1]) : undefined
const seconds = given('--seconds') ?? 4
const rounds = given('--rounds') ?? 3
const now = systemClock.now()
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const isAsked = (word: string): boolean => process.argv.includes(word)

const home = (): string => '/portal'

/** The portal beside its floor: how much of the floor's work it gets done, and how quick it is at a steady pace. */
const besideTheFloor = async (site: Site): Promise<void> => {
  const stage = await openStage({ site, name: 'small', size: { children: 100, volunteers: 70, weeks: 10 }, now })
  const { product, floor, visitors, page } = stage
  const asked = async (origin: string, shot: Parameters<typeof load>[0]['shot'], right: number): Promise<number> => {
    const { perSecond, wrong } = await load({ origin, shot, seconds, connections: 8, right: [right] })
    if (wrong > 0) throw new Error(`${wrong} answers of ${origin} were wrong.`)
    return perSecond
  }
  const homes = { ours: [] as number[], floor: [] as number[] }
  const logs = { ours: [] as number[], floor: [] as number[] }
  await sayStatements(stage)
  for (let round = 0; round <= rounds; round += 1) {
    homes.floor.push(await asked(floor.origin, pageShots({ visitors, path: home }), 200))
    homes.ours.push(await asked(product.origin, pageShots({ visitors, path: home }), 200))
    logs.floor.push(await asked(floor.origin, logShots({ visitors, origin: floor.origin, now }), 303))
    logs.ours.push(await asked(product.origin, logShots({ visitors, origin: product.origin, now }), 303))
    // The first round is for warming up.
    if (round === 0) for (const counts of [homes, logs]) counts.ours.length = counts.floor.length = 0
  }
  const steady = await paced({
    origin: product.origin,
    shot: pageShots({ visitors, path: home }),
    seconds,
    perSecond: 20,
  })
  const atLeast = (what: string, { ours, floor: floors }: typeof homes, least: number): void => {
    const figure = pairwise(ours, floors)
    const ratios = ours.map((rate, index) => rate / (floors[index] ?? Number.NaN)).map((ratio) => ratio.toFixed(2))
    say(
      figureLine({
        what: `${what}, part of the floor's rate (${median(ours).toFixed(0)} of ${median(floors).toFixed(0)} a second; by round ${ratios.join(', ')})`,
        figure,
        goal: `at least ${least.toFixed(2)}`,
        isReached: figure >= least,
      }),
    )
  }
  atLeast('portal home, signed in', homes, 0.6)
  atLeast('sending a log, with audit row and outbox', logs, 0.5)
  say(
    figureLine({
      what: `portal home at 20 a second, p95 (median ${steady.median.toFixed(1)} ms)`,
      figure: steady.p95,
      goal: 'at most 25',
      unit: ' ms',
      isReached: steady.p95 <= 25,
    }),
  )
  sayFirstVisit(page)
  stage.stop()
}

/** What each side says to PostgreSQL for one page and one log. */
const sayStatements = async ({ product, floor, visitors }: Stage): Promise<void> => {
  const saidByProduct = async (shot: () => Shot): Promise<string[]> => {
    await fetch(`${product.origin}/bench/listen`)
    await ask({ origin: product.origin, shot: shot(), agent: new Agent() })
    return ((await (await fetch(`${product.origin}/bench/heard`)).json()) as string[]).map(statementName)
  }
  const saidByFloor = (await (await fetch(`${floor.origin}/bench/statements`)).json()) as Record<string, string[]>
  const ours = {
    home: await saidByProduct(pageShots({ visitors, path: home })),
    log: await saidByProduct(logShots({ visitors, origin: product.origin, now })),
  }
  for (const [what, said] of Object.entries(ours)) {
    say(`What the floor says to PostgreSQL for one ${what}: ${saidByFloor[what]?.join(', ')}. What we say:`)
    for (const [index, statement] of said.entries()) say(`  ${index + 1}. ${statement}`)
  }
}

const sayFirstVisit = (page: string): void => {
  const { assets } = designAssets({})
  const size = (body: string | Buffer): number => brotliCompressSync(body).byteLength / 1000
  const parts = assets
    .filter(({ contentType }) => !contentType.includes('javascript'))
    .map(({ body, contentType }) => (contentType.includes('font') ? body.byteLength / 1000 : size(body)))
  const kilobytes = size(page) + parts.reduce((sum, part) => sum + part, 0)
  say(
    figureLine({
      what: 'first visit, compressed',
      figure: kilobytes,
      goal: 'at most 35',
      unit: ' KB',
      isReached: kilobytes <= 35,
    }),
  )
  say(
    figureLine({
      what: 'first visit, requests',
      figure: parts.length + 1,
      goal: 'at most 5',
      isReached: parts.length + 1 <= 5,
    }),
  )
}

const PAGES: ReadonlyArray<{ what: string; path: (visitor: Visitor) => string; coordinator?: boolean }> = [
  { what: 'portal home', path: home },
  { what: 'a child’s page', path: ({ matchId }) => `/portal/children/${matchId}` },
  { what: 'meetings', path: () => '/portal/meetings' },
  { what: 'calendar', path: () => '/portal/calendar' },
  { what: 'logs', path: () => '/portal/logs' },
  { what: 'logs, for the co-ordinator', path: () => '/portal/logs', coordinator: true },
]

/** How pages and queues grow from a small programme to a large one; and Today in the large one. */
const growth = async (site: Site): Promise<void> => {
  say('Filling a database with 10,000 children and 1,000,000 logs …')
  const base = { children: 10_000, volunteers: 6_700, weeks: 5 }
  const much = await openStage({
    site,
    name: 'much',
    size: base,
    now,
    enlarge: withLongHistory({ times: 34, weeks: base.weeks }),
  })
  const little = await openStage({ site, name: 'little', size: { children: 100, volunteers: 70, weeks: 15 }, now })
  say(
    `${little.counts.children} children and ${little.counts.logs} logs beside ${much.counts.children} children and ${much.counts.logs} logs`,
  )
  for (const { what, path, coordinator = false } of isAsked('--queues') ? [] : PAGES) {
    const pageTime = async ({ product, visitors, coordinator: caseworker }: Stage): Promise<number> => {
      const { median: milliseconds, wrong } = await load({
        origin: product.origin,
        shot: pageShots({ visitors: coordinator ? [caseworker] : visitors, path }),
        seconds: seconds / 4,
        connections: 1,
        right: [200],
      })
      if (wrong > 0) throw new Error(`${wrong} answers of ${path(visitors[0] as Visitor)} were wrong.`)
      return milliseconds
    }
    await sayGrowth({ what, little: () => pageTime(little), much: () => pageTime(much) })
  }
  for (const stage of [little, much]) stage.product.stop()
  const [few, many] = await Promise.all(
    [little, much].map(({ environment }) => site.start({ script: 'queues.ts', environment })),
  )
  if (!few || !many) throw new Error('Two programs were started.')
  const queueTime = async (origin: string, name: string): Promise<number> => {
    const answer = await fetch(`${origin}/${name}`)
    if (!answer.ok) throw new Error(await answer.text())
    return Number(await answer.text())
  }
  let today = Number.NaN
  for (const name of (await (await fetch(few.origin)).json()) as string[]) {
    const { after } = await sayGrowth({
      what: name === 'today' ? 'Today’s queues together' : `Today’s queue of ${name}`,
      little: () => queueTime(few.origin, name),
      much: () => queueTime(many.origin, name),
    })
    if (name === 'today') today = after
  }
  say(
    figureLine({
      what: 'Today’s queues together, at 10,000 children and 1,000,000 logs',
      figure: today,
      goal: 'at most 300',
      unit: ' ms',
      isReached: today <= 300,
    }),
  )
}

const MOST_GROWTH = 1.5

const sayGrowth = async ({
  what,
  little,
  much,
}: {
  what: string
  little: () => Promise<number>
  much: () => Promise<number>
}): Promise<{ after: number }> => {
  const before: number[] = []
  const after: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    before.push(await little())
    after.push(await much())
    if (round === 0) before.length = after.length = 0
  }
  const figure = pairwise(after, before)
  say(
    figureLine({
      what: `growth of ${what} (${median(before).toFixed(1)} to ${median(after).toFixed(1)} ms)`,
      figure,
      goal: `at most ${MOST_GROWTH.toFixed(2)}`,
      isReached: figure <= MOST_GROWTH,
    }),
  )
  return { after: median(after) }
}

const site = await openSite()
try {
  if (!isAsked('--growth') && !isAsked('--queues')) await besideTheFloor(site)
  if (!isAsked('--small')) await growth(site)
} finally {
  await site.close()
}
process.exit(0)
