// The floor that the portal is measured against: Express with the same session check, row rule and statements, sending
// the same HTML as a finished text; and for a log, one plain insert. Nothing of Payload, no rendering, no rules.
import { randomUUID } from 'node:crypto'
import express from 'express'
import pg from 'pg'
import { londonDate } from '../../src/core/clock/londonDates.ts'
import { meetingsAhead, meetingsToLog, ownChildren } from '../../src/programme/meetings/queries.ts'
import { personOfSession } from '../../src/programme/people/signIn/sessions.ts'
import { readSettings } from '../../src/core/settings/settings.ts'
import type { Query } from '../../src/core/database/query.ts'

const [, , databaseUrl = '', htmlFile = '', port = '0'] = process.argv
const { readFileSync } = await import('node:fs')
const html = readFileSync(htmlFile, 'utf8')
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const query: Query = async (text, values = []) => (await pool.query(text, [...values])).rows
const app = express()
app.disable('x-powered-by')

const personIn = async (cookie: string | undefined) =>
  personOfSession({
    query,
    token: /session=([^;]+)/.exec(cookie ?? '')?.[1] ?? '',
    now: new Date(process.env.BENCH_NOW ?? ''),
  })

app.get('/portal', async (request, response) => {
  const now = new Date(process.env.BENCH_NOW ?? '')
  const actor = await personIn(request.headers.cookie)
  if (!actor) return response.sendStatus(401)
  await readSettings({ query })
  const [ahead, toLog, { matched: children }] = await Promise.all([
    meetingsAhead({ query, actor, now }),
    meetingsToLog({ query, actor, now }),
    ownChildren({ query, actor, on: londonDate(now) }),
  ])
  const ids = [...new Set([...ahead, ...toLog, ...children].map(({ childId }) => childId))]
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select append_audit_events($1::jsonb)', [
    JSON.stringify([
      {
        occurred_at: now.toISOString(),
        actor_kind: 'person',
        actor_id: actor.userId,
        action: 'read',
        record_collection: 'children',
        came_from: 'portal',
        detail: { ids },
      },
    ]),
  ])
  await client.query('commit')
  client.release()
  return response.type('html').send(html)
})

app.post('/portal/logs/new', express.urlencoded({ extended: false }), async (request, response) => {
  const actor = await personIn(request.headers.cookie)
  if (!actor) return response.sendStatus(401)
  const { childId, match, volunteerId, heldOn, location, runBy, attendees, activities } = request.body as Record<
    string,
    string
  >
  await pool.query(
    `insert into session_logs (id, child_id, match_id, volunteer_id, held_on, location, run_by, attendees, activities, written_by_id, submitted_at, status, row_version, meeting_was_confirmed, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), 'submitted', 1, false, now(), now())`,
    [randomUUID(), childId, match, volunteerId, heldOn, location, runBy, attendees, activities, actor.userId],
  )
  return response.redirect(303, '/portal')
})

const server = app.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`ready ${(server.address() as { port: number }).port}\n`)
})
