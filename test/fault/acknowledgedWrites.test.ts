// What was answered with success is there afterwards, whatever broke in between. FAULT_WRITES says how many writes
// (1,500 unless told; the long run takes 10,000).
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { verifyAudit } from '../../src/core/audit/verify.ts'
import type { Query } from '../../src/core/database/query.ts'
import { freeTimes } from '../support/freeTimes.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom, meetingFields } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { keepKillingBackends, restartImmediately, startOwnCluster, type OwnCluster } from '../support/postgresFaults.ts'
import {
  cookieFor,
  startProgrammeServer,
  testNow,
  type Answer,
  type ProgrammeServer,
} from '../support/programmeServer.ts'

const WRITES = Number(process.env.FAULT_WRITES ?? 1_500)
const CLIENTS = 8
const PAIRS = 24
const LONGEST_MILLISECONDS = 12_000

type Pair = {
  volunteer: { id: string; userId: string }
  child: { id: string; guardianId: string }
  match: string
  cookie: string
}

/** A write that was answered with success: how to find its row. */
type Acknowledged =
  { kind: 'proposal' | 'log'; marker: string } | { kind: 'meeting' | 'confirmation' | 'capture'; id: string }

let own: OwnCluster
let owner: pg.Pool
let server: ProgrammeServer
let coordinator: { id: string; cookie: string }
let confirmer: { id: string; cookie: string }
let pairs: Pair[]

const query: Query = async (text, values = []) => (await owner.query(text, [...values])).rows
const signedIn = (userId: string): Promise<string> => cookieFor({ query, userId })

beforeAll(async () => {
  // Nothing reaches the disk by itself in the meantime: what is there was waited for.
  own = await startOwnCluster({ extraSettings: { wal_writer_delay: '10s' } })
  owner = new pg.Pool({ connectionString: own.ownerUrl, max: 4 })
  owner.on('error', () => undefined)
  const confirmerId = await aPerson({
    query,
    name: 'Casey Standin',
    roles: ['committee'],
    designations: ['meeting-confirmer'],
  })
  confirmer = { id: confirmerId, cookie: await signedIn(confirmerId) }
  const coordinatorId = await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] })
  coordinator = { id: coordinatorId, cookie: await signedIn(coordinatorId) }
  pairs = await Promise.all(
    Array.from({ length: PAIRS }, async () => {
      const [volunteer, child] = await Promise.all([aVolunteer({ query }), aChild({ query })])
      await consentFrom({ query, childId: child.id, guardianId: child.guardianId })
      return {
        volunteer,
        child,
        match: await aMatch({ query, childId: child.id, volunteerId: volunteer.id, contactId: confirmerId }),
        cookie: await signedIn(volunteer.userId),
      }
    }),
  )
  await confidentialityAgreedBy({ query, userIds: pairs.map(({ volunteer }) => volunteer.userId) })
  server = await startProgrammeServer(own)
})
afterAll(async () => {
  await server.process.kill()
  await owner.end()
  await own.dispose()
})

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item

/** Eight people at work at once, and what they were answered. */
const work = () => {
  const acknowledged: Acknowledged[] = []
  const confirmable: string[] = []
  const refusals: Record<string, number> = {}
  const strange: string[] = []
  const free = freeTimes()
  let longest = 0
  let stopped = false

  const note = (answer: Answer, path: string): boolean => {
    longest = Math.max(longest, answer.milliseconds)
    if (answer.status < 400) return true
    refusals[answer.status] = (refusals[answer.status] ?? 0) + 1
    if (answer.status !== 503) strange.push(`${path} was answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    return false
  }

  const send = async (path: string, sending: () => Promise<Answer>): Promise<Answer | undefined> => {
    const startedAt = performance.now()
    try {
      const answer = await sending()
      return note(answer, path) ? answer : undefined
    } catch {
      longest = Math.max(longest, performance.now() - startedAt)
      refusals['no answer'] = (refusals['no answer'] ?? 0) + 1
      return undefined
    }
  }

  /** A browser sends the same form again until it is answered; the form's number makes that one write. */
  const sendForm = async ({
    kind,
    marker,
    ...form
  }: {
    kind: 'proposal' | 'log'
    marker: string
    path: string
    cookie: string
    fields: Record<string, string>
  }): Promise<void> => {
    while (!stopped) {
      if (await send(form.path, () => server.form(form))) {
        acknowledged.push({ kind, marker })
        return
      }
      await pause(100)
    }
  }

  const actions: ReadonlyArray<() => Promise<void>> = [
    async () => {
      const { match, child, cookie } = pick(pairs)
      const { date, time } = free()
      const marker = randomUUID()
      const fields = {
        submissionKey: randomUUID(),
        match,
        date,
        time,
        minutes: '30',
        kind: 'one-to-one',
        placeKind: 'public',
        place: marker,
        guardian: child.guardianId,
        agreedOn: '2026-03-02',
        agreedWay: 'text',
      }
      await sendForm({ kind: 'proposal', marker, path: '/portal/meetings/new', cookie, fields })
    },
    async () => {
      const { match, cookie } = pick(pairs)
      const marker = randomUUID()
      await sendForm({
        kind: 'log',
        marker,
        path: '/portal/logs/new',
        cookie,
        fields: {
          submissionKey: randomUUID(),
          match,
          heldOn: '2026-03-02',
          location: 'Library café',
          runBy: 'Harper Sample',
          attendees: 'Robin, Harper',
          comment: marker,
        },
      })
    },
    async () => {
      const answer = await send('/meetings', () =>
        server.api({
          path: '/meetings',
          cookie: coordinator.cookie,
          body: meetingFields(pick(pairs), { startsAt: free().startsAt, minutes: 30 }),
        }),
      )
      if (!answer) return pause(100)
      const { id } = (answer.json as { doc: { id: string } }).doc
      acknowledged.push({ kind: 'meeting', id })
      confirmable.push(id)
    },
    async () => {
      const id = confirmable.pop()
      if (!id) return
      const answer = await send('/actions/confirm', () =>
        server.api({ path: `/meetings/${id}/actions/confirm`, cookie: confirmer.cookie, body: {} }),
      )
      if (!answer) return pause(100)
      acknowledged.push({ kind: 'confirmation', id })
    },
    async () => {
      const { child } = pick(pairs)
      // A no counts at once and writes an answer of its own; a yes waits for a second person.
      const body = {
        child: child.id,
        guardian: child.guardianId,
        photographs: pick(['yes', 'no']),
        decidedOn: '2026-03-03',
        method: 'telephone',
        signedName: 'Alex Testerton',
        signedRelationship: 'Mother',
        saysResponsible: true,
      }
      const answer = await send('/consent-captures', () =>
        server.api({ path: '/consent-captures', cookie: coordinator.cookie, body }),
      )
      if (!answer) return pause(100)
      acknowledged.push({ kind: 'capture', id: (answer.json as { doc: { id: string } }).doc.id })
    },
  ]

  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!stopped) await pick(actions)()
  })
  return {
    acknowledged,
    strange,
    refusals,
    longest: () => longest,
    until: async (count: number) => {
      while (acknowledged.length < count) await pause(50)
    },
    stop: async () => {
      stopped = true
      await Promise.all(clients)
    },
  }
}

test(
  `of ${WRITES} acknowledged writes none is missing after killed connections, killed servers and power cuts of PostgreSQL`,
  async () => {
    const startedAt = performance.now()
    const clients = work()
    let killed = 0
    const killingUntil = async (share: number): Promise<void> => {
      const killing = keepKillingBackends({ ...own, everyMilliseconds: 1_200 })
      await clients.until(WRITES * share)
      killed += await killing.stop()
    }
    await killingUntil(0.25)
    await restartImmediately(own.cluster)
    await killingUntil(0.5)
    expect(server.process.isRunning()).toBe(true)
    await server.process.kill()
    server = await startProgrammeServer(own)
    await killingUntil(0.75)
    await restartImmediately(own.cluster)
    await killingUntil(1)
    await clients.stop()

    const missing = await missingAmong(clients.acknowledged)
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    const figures = {
      acknowledged: clients.acknowledged.length,
      missing: missing.length,
      seconds,
      killedConnections: killed,
      refusals: clients.refusals,
      longestMilliseconds: Math.round(clients.longest()),
      readyAfterMilliseconds: Math.round(server.process.readyAfterMilliseconds),
    }
    process.stdout.write(`${JSON.stringify(figures)}\n`)

    expect(missing).toEqual([])
    expect(await halfWritten()).toEqual([])
    expect((await verifyAudit({ query })).problem).toBeUndefined()
    expect(clients.strange).toEqual([])
    expect(clients.longest()).toBeLessThan(LONGEST_MILLISECONDS)
    expect(server.process.isRunning()).toBe(true)
    expect(await openTransactions()).toBe(0)
    const pool = await server.poolFigures()
    expect(pool).toMatchObject({ waiting: 0, idle: pool.total })
    expect(pool.total).toBeLessThanOrEqual(pool.largest)
  },
  60_000 + WRITES * 200,
)

/**
 * The acknowledged writes that are not there wholly: the row once, its audit row, its message and the message's job.
 */
const missingAmong = async (acknowledged: readonly Acknowledged[]): Promise<unknown[]> =>
  query(
    `with acknowledged as (select * from json_to_recordset($1::json) as a(kind text, marker text, id uuid)),
      found as (
        select a.*, coalesce(m.id, l.id, c.id) as record
        from acknowledged a
          left join meetings m on (a.kind = 'proposal' and m.place = a.marker) or (a.kind in ('meeting', 'confirmation') and m.id = a.id)
          left join session_logs l on a.kind = 'log' and l.comment = a.marker
          left join consent_captures c on a.kind = 'capture' and c.id = a.id)
     select kind, marker, id, record from found f
     where record is null
       or (select count(*) from found other where other.kind = f.kind and other.record = f.record) <> 1
       or (select count(*) from audit_events e where e.record_id = record::text and e.action = case f.kind when 'confirmation' then 'confirm' else 'create' end) <> 1
       or (f.kind = 'confirmation' and (select status::text from meetings where id = record) <> 'confirmed')
       or (f.kind <> 'capture' and not exists (
         select from notifications n join graphile_worker._private_jobs j on j.key = 'deliver-notification:' || n.id::text
         where n.subject_record = record::text
           and n.template = case f.kind when 'log' then 'log-submitted' when 'confirmation' then 'meeting-confirmed' else 'meeting-proposed' end))`,
    [JSON.stringify(acknowledged)],
  )

/**
 * Whatever was stored, acknowledged or not, is stored wholly: no record without its audit row, and none of those
 * without a record.
 */
const halfWritten = (): Promise<unknown[]> =>
  query(
    `with made as (
       select id, 'meetings' as collection, 'meeting-proposed' as template from meetings
       union all select id, 'session-logs', 'log-submitted' from session_logs
       union all select id, 'consent-captures', null from consent_captures
       union all select id, 'consents', null from consents where created_at >= $1)
     select 'record' as what, made.id::text from made
     where (select count(*) from audit_events e where e.record_id = made.id::text and e.record_collection = made.collection and e.action = 'create') <> 1
       or (made.template is not null and not exists (select from notifications n where n.subject_record = made.id::text and n.template = made.template))
     union all
     select 'audit row', e.record_id from audit_events e where e.action = 'create' and not exists (select from made where made.id::text = e.record_id)
     union all
     select 'confirmation', m.id::text from meetings m
     where (m.status = 'confirmed') <> exists (select from audit_events e where e.record_id = m.id::text and e.action = 'confirm')
     union all
     select 'message', n.id::text from notifications n
     where not exists (select from graphile_worker._private_jobs j where j.key = 'deliver-notification:' || n.id::text)`,
    [testNow],
  )

const openTransactions = async (): Promise<number> => {
  const [row] = await query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  )
  return row?.count ?? -1
}
