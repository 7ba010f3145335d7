import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { migrateDatabase } from '../../src/core/database/migrateDatabase.ts'
import type { Query } from '../../src/core/database/query.ts'
import { openSession } from '../../src/programme/people/signIn/sessions.ts'
import { idOf } from '../../src/sample/identity.ts'
import { fillEmptyDatabase } from '../../src/sample/fillEmptyDatabase.ts'
import type { SampleSize } from '../../src/sample/sampleProgramme.ts'
import type { Shot } from './load.ts'
import { freePort, type Site, type Started } from './site.ts'

/** A signed-in volunteer with a child of theirs. */
export type Visitor = { cookie: string; matchId: string; childId: string; volunteerId: string }

/** A database of one size, the product and its floor on it, and volunteers who are signed in. */
export type Stage = {
  product: Started
  floor: Started
  environment: Record<string, string>
  visitors: Visitor[]
  coordinator: Visitor
  counts: { children: number; logs: number }
  page: string
  stop: () => void
}

type StageGiven = {
  site: Site
  name: string
  size: SampleSize
  now: Date
  enlarge?: (given: { superuserUrl: string }) => Promise<void>
}

/** Prepares it. `enlarge` may add rows before PostgreSQL looks at how much there is. */
export const openStage = async ({ site, name, size, now, enlarge }: StageGiven): Promise<Stage> => {
  const { ownerUrl, applicationUrl, superuserUrl } = await site.newDatabase(name)
  await migrateDatabase({ ownerUrl })
  await fillEmptyDatabase({ applicationUrl, now, size })
  await enlarge?.({ superuserUrl })
  const owner = new pg.Client({ connectionString: superuserUrl })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
  const pool = new pg.Pool({ connectionString: applicationUrl, max: 2 })
  const query: Query = async (text, values = []) => (await pool.query(text, [...values])).rows
  const visitors = await signedInVolunteers({ query, now })
  const coordinator: Visitor = {
    matchId: '',
    childId: '',
    volunteerId: '',
    cookie: await cookieOf({ query, now, userId: idOf('user', 'morgan') }),
  }
  const [counts] = await query<{ children: number; logs: number }>(
    'select (select count(*)::int from children) as children, (select count(*)::int from session_logs) as logs',
  )
  if (!counts) throw new Error('One row was asked for.')
  await pool.end()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const environment = {
    APP_MODE: 'local',
    PORT: String(port),
    PUBLIC_URL: origin,
    DATABASE_URL: applicationUrl,
    PAYLOAD_SECRET: 'only for measuring, long enough to be taken',
    LINK_SECRET: 'another one for measuring, long enough as well',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@sample.invalid',
    WORKER: 'off',
    LOG_LEVEL: 'error',
  }
  const product = await site.start({ script: 'product.ts', environment })
  const page = await (await fetch(`${origin}/portal`, { headers: { cookie: visitors[0]?.cookie ?? '' } })).text()
  const htmlFile = join(site.folder, `${name}.html`)
  await writeFile(htmlFile, page)
  const floor = await site.start({
    script: 'floor.ts',
    words: [applicationUrl, htmlFile],
    environment: {},
  })
  return {
    product,
    floor,
    environment,
    visitors,
    coordinator,
    counts,
    page,
    stop: () => {
      product.stop()
      floor.stop()
    },
  }
}

/** A page asked for by one visitor after the other. */
export const pageShots = ({
  visitors,
  path,
}: {
  visitors: readonly Visitor[]
  path: (visitor: Visitor) => string
}): (() => Shot) => {
  const next = turns(visitors)
  return () => {
    const visitor = next()
    return { method: 'GET', path: path(visitor), headers: { cookie: visitor.cookie } }
  }
}

/** A log sent by one volunteer after the other, each about a child of their own. */
export const logShots = ({
  visitors,
  origin,
  now,
}: {
  visitors: readonly Visitor[]
  origin: string
  now: Date
}): (() => Shot) => {
  const next = turns(visitors)
  return () => {
    const { cookie, matchId, childId, volunteerId } = next()
    return {
      method: 'POST',
      path: '/portal/logs/new',
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        match: matchId,
        childId,
        volunteerId,
        heldOn: now.toISOString().slice(0, 10),
        location: 'Library café',
        runBy: 'A volunteer',
        attendees: 'Both',
        activities: 'A game',
        outcomes: '',
        comment: '',
        submissionKey: randomUUID(),
      }).toString(),
    }
  }
}

const turns = <Item>(items: readonly Item[]): (() => Item) => {
  let turn = 0
  return () => {
    const item = items[(turn += 1) % items.length]
    if (item === undefined) throw new Error('There is nobody to take turns.')
    return item
  }
}

const signedInVolunteers = async ({ query, now }: { query: Query; now: Date }): Promise<Visitor[]> => {
  const rows = await query<{ userId: string; matchId: string; childId: string; volunteerId: string }>(
    `select distinct on (v.id) v.user_id as "userId", m.id as "matchId", m.child_id as "childId", v.id as "volunteerId"
     from matches m join volunteers v on v.id = m.volunteer_id where m.status = 'active' order by v.id limit 32`,
  )
  return Promise.all(
    rows.map(async ({ userId, ...row }) => ({ ...row, cookie: await cookieOf({ query, now, userId }) })),
  )
}

const cookieOf = async ({ query, now, userId }: { query: Query; now: Date; userId: string }): Promise<string> =>
  `session=${await openSession({ query, userId, now, device: 'bench' })}`
