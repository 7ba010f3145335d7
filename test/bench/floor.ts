// The floor that the portal is measured against: the least that still does the work. Express; for a page one prepared
// statement for the session and the rows, one for the audit of the reading, and the same HTML as a finished text; for a
// log the session, a row, a message and a row of the audit's chain in one transaction. Nothing of Payload, no
// rendering, no rules, no form's number, no job.
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express from 'express'
import pg from 'pg'
import { systemClock } from '../../src/core/clock/clock.ts'
import { londonDate } from '../../src/core/clock/londonDates.ts'

const [, , databaseUrl = '', htmlFile = ''] = process.argv
const html = readFileSync(htmlFile, 'utf8')
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const app = express()
app.disable('x-powered-by')

/** What it says to PostgreSQL, each prepared once for a connection under its name. */
const STATEMENTS = {
  session: `select u.id as "userId", v.id as "volunteerId" from sessions s join users u on u.id = s.user_id join volunteers v on v.user_id = u.id
    where s.token_digest = $1 and s.ended_at is null and $2 < s.ends_at and u.standing = 'open' and v.standing = 'active'
      and exists (select from role_grants r where r.user_id = u.id and r.role = 'volunteer' and r.starts_on <= $3 and (r.ends_on is null or $3 <= r.ends_on))`,
  'session and rows': `with who as (
      select u.id as "userId", u.name, v.id as "volunteerId" from sessions s join users u on u.id = s.user_id join volunteers v on v.user_id = u.id
      where s.token_digest = $1 and s.ended_at is null and $2 < s.ends_at and u.standing = 'open' and v.standing = 'active'
        and exists (select from role_grants r where r.user_id = u.id and r.role = 'volunteer' and r.starts_on <= $3 and (r.ends_on is null or $3 <= r.ends_on))
    )
    select who.*, (select charity_name from programme_settings limit 1) as charity,
      (select coalesce(json_agg(row), '[]') from (select m.id, m.child_id, c.name, m.starts_at, m.minutes, m.place, m.status from meetings m join children c on c.id = m.child_id
        where m.volunteer_id = who."volunteerId" and m.status in ('proposed', 'confirmed') order by m.starts_at limit 40) row) as meetings,
      (select coalesce(json_agg(row), '[]') from (select m.id, m.child_id, c.name, m.status, m.ends_on from matches m join children c on c.id = m.child_id
        where m.volunteer_id = who."volunteerId" and m.status in ('proposed', 'active') order by c.name limit 50) row) as matches,
      (select coalesce(json_agg(row), '[]') from (select p.kind, p.title, v.number, v.grace_until, exists (select from policy_acceptances a where a.version_id = v.id and a.user_id = who."userId") as accepted
        from policies p join policy_versions v on v.policy_id = p.id and v.status = 'adopted' order by p.title) row) as documents
    from who`,
  reading: 'select append_audit_events($1::jsonb)',
  log: `insert into session_logs (child_id, match_id, volunteer_id, held_on, location, run_by, attendees, activities, written_by_id, submitted_at, status, row_version, meeting_was_confirmed)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now(), 'submitted', 1, false) returning id`,
  message: `insert into notifications (id, template, recipient_kind, recipient_user_id, subject_collection, subject_record, state, attempts, dedupe_key, due_at)
    values ($1::uuid, 'log-submitted', 'user', $2, 'session-logs', $3, 'waiting', 0, $1::uuid::text, now())`,
} as const

type Row = Record<string, unknown>
type Saying = { client: Pick<pg.PoolClient, 'query'>; name: keyof typeof STATEMENTS; values: unknown[] }

const say = async ({ client, name, values }: Saying): Promise<Row[]> =>
  (await client.query<Row>({ name, text: STATEMENTS[name], values })).rows

const asked = (cookie: string | undefined): unknown[] => {
  const now = systemClock.now()
  const token = /session=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
  return [createHash('sha256').update(token).digest('hex'), now.toISOString(), londonDate(now)]
}

const auditRow = ({ userId, ...row }: Row): string =>
  JSON.stringify([
    {
      occurred_at: systemClock.now().toISOString(),
      actor_kind: 'person',
      actor_id: userId,
      came_from: 'portal',
      ...row,
    },
  ])

app.get('/portal', async (request, response) => {
  const [page] = await say({ client: pool, name: 'session and rows', values: asked(request.headers.cookie) })
  if (!page) return response.sendStatus(401)
  const shown = [...(page.meetings as Row[]), ...(page.matches as Row[])]
  const ids = [...new Set(shown.map((row) => row.child_id))]
  const { userId } = page
  const read = auditRow({ userId, action: 'read', record_collection: 'children', detail: { ids } })
  await say({ client: pool, name: 'reading', values: [read] })
  return response.type('html').send(html)
})

app.post('/portal/logs/new', express.urlencoded({ extended: false }), async (request, response) => {
  const [person] = await say({ client: pool, name: 'session', values: asked(request.headers.cookie) })
  if (!person) return response.sendStatus(401)
  const { userId, volunteerId } = person
  const { childId, match, heldOn, location, runBy, attendees, activities } = request.body as Record<string, string>
  const detail = { childId, match, heldOn, location, runBy, attendees, activities }
  const client = await pool.connect()
  try {
    await client.query('begin')
    const values = [childId, match, volunteerId, heldOn, location, runBy, attendees, activities, userId]
    const [log] = await say({ client, name: 'log', values })
    await say({ client, name: 'message', values: [randomUUID(), userId, log?.id] })
    const stored = auditRow({ userId, action: 'create', record_collection: 'session-logs', record_id: log?.id, detail })
    await say({ client, name: 'reading', values: [stored] })
    await client.query('commit')
  } finally {
    client.release()
  }
  return response.redirect(303, '/portal')
})

/** What a page and a log say, by name, as the bench prints it. */
app.get('/bench/statements', (_request, response) => {
  response.json({
    home: ['session and rows', 'reading'],
    log: ['session', 'begin', 'log', 'message', 'reading', 'commit'],
  })
})

const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready ${(server.address() as { port: number }).port}\n`)
})
