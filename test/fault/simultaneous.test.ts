// Many at once on one record: one takes effect, and everybody else hears the same truth; nobody's save overwrites
// another's.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import type { Query } from '../../src/core/database/query.ts'
import { databaseForFile } from '../support/database.ts'
import { freeTimes } from '../support/freeTimes.ts'
import { aChild, aPerson, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { cookieFor, startProgrammeServer, type Answer, type ProgrammeServer } from '../support/programmeServer.ts'

let owner: pg.Pool
/** The same programme in three processes on one database, with 1, 4 and 16 connections. */
let servers: Record<1 | 4 | 16, ProgrammeServer>
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
let cookies: { volunteer: string; coordinator: string; confirmers: [string, string] }

const query: Query = async (text, values = []) => (await owner.query(text, [...values])).rows
const free = freeTimes()
const signedIn = (userId: string): Promise<string> => cookieFor({ query, userId })

beforeAll(async () => {
  const database = await databaseForFile()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  pair = await aPairThatMayAgree({ query })
  const second = await aPerson({
    query,
    name: 'Linden Sampleton',
    roles: ['committee'],
    designations: ['meeting-confirmer'],
  })
  cookies = {
    volunteer: await signedIn(pair.volunteer.userId),
    coordinator: await signedIn(pair.coordinator),
    confirmers: [await signedIn(pair.confirmer), await signedIn(second)],
  }
  const [one, four, sixteen] = await Promise.all(
    [1, 4, 16].map((connections) => startProgrammeServer({ ...database, connections })),
  )
  if (!one || !four || !sixteen) throw new Error('Three servers were started.')
  servers = { 1: one, 4: four, 16: sixteen }
}, 120_000)
afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.process.kill()))
  await owner.end()
})

const proposed = async (): Promise<string> => {
  const answer = await servers[16].api({
    path: '/meetings',
    cookie: cookies.coordinator,
    body: meetingFields(pair, { startsAt: free().startsAt, minutes: 30 }),
  })
  return (answer.json as { doc: { id: string } }).doc.id
}

const answersByStatus = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe.each<{ where: string; through: () => ProgrammeServer[] }>([
  { where: 'one process with a single connection', through: () => [servers[1]] },
  { where: 'one process with 4 connections', through: () => [servers[4]] },
  { where: 'one process with 16 connections', through: () => [servers[16]] },
  { where: 'two processes', through: () => [servers[4], servers[16]] },
])('fifty confirmations of one meeting at once, through $where', ({ through }) => {
  test('[MTG-4] one confirms, 49 hear the same, and everybody concerned is told once', async () => {
    const id = await proposed()
    const doors = through()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        (doors[number % doors.length] as ProgrammeServer).api({
          path: `/meetings/${id}/actions/confirm`,
          cookie: cookies.confirmers[number % 2] as string,
          body: {},
        }),
      ),
    )
    expect(answersByStatus(answers)).toEqual({ 200: 1, 409: 49 })
    const refusals = new Set(answers.filter(({ status }) => status === 409).map(({ text }) => text))
    expect([...refusals].map((text) => JSON.parse(text) as unknown)).toEqual([
      {
        errors: [
          expect.objectContaining({
            rule: 'STATE',
            reason: 'This meeting is now “Confirmed”, so this can no longer be done.',
          }),
        ],
      },
    ])
    expect(
      await query('select count(*)::int as count from audit_events where record_id = $1 and action = $2', [
        id,
        'confirm',
      ]),
    ).toEqual([{ count: 1 }])
    const told = await query(
      "select template, count(*)::int as count from notifications where subject_record = $1 and template like 'meeting-confirmed%' group by template order by template",
      [id],
    )
    expect(told).toEqual([
      { template: 'meeting-confirmed', count: 1 },
      { template: 'meeting-confirmed-parent', count: 1 },
    ])
    expect(
      (await query('select status::text as status, row_version::int as version from meetings where id = $1', [id]))[0],
    ).toEqual({ status: 'confirmed', version: 2 })
    for (const door of doors) expect(await door.poolFigures()).toMatchObject({ waiting: 0 })
  })
})

test('one form sent twenty times at once, to two processes, is one proposal, and all twenty are answered alike', async () => {
  const place = randomUUID()
  const fields = {
    submissionKey: randomUUID(),
    match: pair.match,
    date: '2026-03-10',
    time: '16:00',
    minutes: '60',
    kind: 'one-to-one',
    placeKind: 'public',
    place,
    guardian: pair.child.guardianId,
    agreedOn: '2026-03-02',
    agreedWay: 'text',
  }
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      servers[number % 2 === 0 ? 4 : 16].form({ path: '/portal/meetings/new', cookie: cookies.volunteer, fields }),
    ),
  )
  expect(answersByStatus(answers)).toEqual({ 303: 20 })
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  const [made] = await query<{ count: number; audits: number }>(
    'select count(*)::int as count, (select count(*)::int from audit_events where record_id = min(m.id::text) and action = $2) as audits from meetings m where place = $1',
    [place, 'create'],
  )
  expect(made).toEqual({ count: 1, audits: 1 })
})

const staleReason = 'Somebody else changed this record while you had it open, so your change was not stored.'

test('two people save one record from the same version: one is stored, the other is told', async () => {
  const child = await aChild({ query })
  const answers = await Promise.all(
    [servers[4], servers[16]].map((server, number) =>
      server.api({
        method: 'PATCH',
        path: `/children/${child.id}`,
        cookie: cookies.coordinator,
        body: { knownAs: `Name ${number}`, rowVersion: 1 },
      }),
    ),
  )
  expect(answersByStatus(answers)).toEqual({ 200: 1, 409: 1 })
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.json).toEqual({
    errors: [
      expect.objectContaining({
        rule: 'SAVE',
        reason: staleReason,
        nextStep: expect.stringContaining('Open it again'),
      }),
    ],
  })
  const stored = answers.findIndex(({ status }) => status === 200)
  expect(
    (await query('select known_as, row_version::int as version from children where id = $1', [child.id]))[0],
  ).toEqual({ known_as: `Name ${stored}`, version: 2 })
})

/** What one person does: opens the record, or saves what they have typed from the version they opened. */
type Step = { person: 0 | 1 | 2; does: 'open' | 'save' }

test('[SAVE] over 500 random interleavings no save is lost', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    person: fc.constantFrom(0, 1, 2),
    does: fc.constantFrom('open', 'save'),
  })
  // Each inner list is done at the same moment, the next when all of it is answered.
  const interleaving = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  const plans = fc.sample(interleaving, { numRuns: 500, seed: 20_260_303 })
  const conflicts = await inLanes({ lanes: 6, items: plans, work: lostUpdatesIn })
  expect(conflicts.flatMap(({ problems }) => problems)).toEqual([])
  // That the interleavings do collide, and do get through.
  expect(conflicts.filter(({ refused }) => refused > 0).length).toBeGreaterThan(50)
  expect(conflicts.filter(({ stored }) => stored > 0).length).toBeGreaterThan(200)
}, 180_000)

/** Plays one interleaving on a record of its own and holds what came of it against what the answers promised. */
const lostUpdatesIn = async (plan: Step[][]): Promise<{ problems: string[]; stored: number; refused: number }> => {
  const problems: string[] = []
  const child = await aChild({ query })
  const opened = [1, 1, 1]
  /** The saves that were acknowledged, by the version that each was made from. */
  const saves = new Map<number, string>()
  let refused = 0
  for (const [round, steps] of plan.entries()) {
    await Promise.all(
      steps.map(async ({ person, does }, place) => {
        const server = servers[person === 0 ? 4 : 16]
        const address = { path: `/children/${child.id}`, cookie: cookies.coordinator }
        if (does === 'open') {
          const { json } = await server.api({ ...address, method: 'GET' })
          opened[person] = (json as { rowVersion: number }).rowVersion
          return
        }
        const base = opened[person] as number
        const words = `Round ${round}, place ${place}, from ${base}`
        const answer = await server.api({ ...address, method: 'PATCH', body: { knownAs: words, rowVersion: base } })
        if (answer.status === 409) {
          refused += 1
          if (!answer.text.includes(staleReason)) problems.push(`Refused in other words: ${answer.text}`)
        } else if (answer.status !== 200) problems.push(`Answered ${answer.status}: ${answer.text.slice(0, 200)}`)
        else if (saves.has(base)) problems.push(`Two saves from version ${base} were stored.`)
        else saves.set(base, words)
      }),
    )
  }
  const [row] = await query<{ known_as: string | null; version: number }>(
    'select known_as, row_version::int as version from children where id = $1',
    [child.id],
  )
  if (row?.version !== saves.size + 1)
    problems.push(`${saves.size} saves were stored, but the record is at version ${row?.version ?? 'none'}.`)
  if (saves.size > 0 && row?.known_as !== saves.get(saves.size))
    problems.push(`The record says “${row?.known_as ?? ''}”, but the last save said “${saves.get(saves.size) ?? ''}”.`)
  const trail = await query<{ words: string }>(
    "select detail->'knownAs'->>'after' as words from audit_events where record_id = $1 and action = 'change' order by sequence",
    [child.id],
  )
  const promised = [...saves.entries()].sort(([one], [other]) => one - other).map(([, words]) => words)
  if (JSON.stringify(trail.map(({ words }) => words)) !== JSON.stringify(promised))
    problems.push(`The audit tells another story: ${JSON.stringify(trail)}`)
  return { problems, stored: saves.size, refused }
}

const inLanes = async <Item, Result>({
  lanes,
  items,
  work,
}: {
  lanes: number
  items: readonly Item[]
  work: (item: Item) => Promise<Result>
}): Promise<Result[]> => {
  const results: Result[] = []
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item))
    }),
  )
  return results
}
