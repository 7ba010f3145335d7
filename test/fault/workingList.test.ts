// A process that is killed while it takes in a list leaves all of it or nothing.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { verifyAudit } from '../../src/core/audit/verify.ts'
import type { Query } from '../../src/core/database/query.ts'
import { aPerson } from '../support/people.ts'
import { startOwnCluster, type OwnCluster } from '../support/postgresFaults.ts'
import { cookieFor, startProgrammeServer, type ProgrammeServer } from '../support/programmeServer.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { NO_WORDS } from '../../src/programme/workingList/columns.ts'
import { planDigest, planRows } from '../../src/programme/workingList/plan.ts'

const ROWS = 200
let own: OwnCluster
let owner: pg.Pool
let server: ProgrammeServer
let cookie: string
const query: Query = async (text, values = []) => (await owner.query(text, [...values])).rows

beforeAll(async () => {
  own = await startOwnCluster()
  owner = new pg.Pool({ connectionString: own.ownerUrl, max: 4 })
  owner.on('error', () => undefined)
  cookie = await cookieFor({
    query,
    userId: await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] }),
  })
  server = await startProgrammeServer(own)
})
afterAll(async () => {
  await server.process.kill()
  await owner.end()
  await own.dispose()
})

const rows = Array.from({ length: ROWS }, (_, index) => ({
  row: index + 2,
  words: {
    ...NO_WORDS,
    name: `Child ${String.fromCharCode(97 + (index % 26)).repeat(6)} ${index * 1_111}`,
    ageGiven: 'Y7',
  },
}))
const fields = {
  submissionKey: 'one-form-however-often-it-is-sent',
  rows: JSON.stringify(rows.map(({ row, words }) => [row, '', ...Object.values(words)])),
  agreedTo: planDigest(planRows({ rows, standing: [], mentors: [], on: '2026-03-03' })),
}
const takeIn = () => server.form({ path: '/working-list/import/take-in', cookie, fields })
const stored = async () =>
  (
    await query<{ entries: number; imports: number; audited: number }>(
      "select (select count(*)::int from working_list_entries) as entries, (select count(*)::int from working_list_imports) as imports, (select count(*)::int from audit_events where action in ('create', 'import') and record_collection like 'working-list-%') as audited",
    )
  )[0]
/** Holds a table as a backup does, lets the work run into it, and kills the process there. */
const killedWhileItWaitsFor = async (table: string): Promise<void> => {
  const holder = await owner.connect()
  await holder.query(`begin; lock table ${table} in share mode`)
  const answer = takeIn().catch(() => 'no answer')
  await waitUntil({
    what: `the process to wait for ${table}`,
    holds: async () =>
      (
        await query(
          'select from pg_locks l join pg_class c on c.oid = l.relation where c.relname = $1 and not l.granted',
          [table],
        )
      ).length > 0,
    timeoutMilliseconds: 30_000,
  })
  await server.process.kill()
  expect(await answer).toBe('no answer')
  await holder.query('rollback')
  holder.release()
  // PostgreSQL may still be at the statement of the process that is gone.
  await waitUntil({
    what: 'its connections to end',
    holds: async () =>
      (await query("select from pg_stat_activity where application_name = 'kids-on-track-mentoring'")).length === 0,
    timeoutMilliseconds: 30_000,
  })
}

test('[ELG-6] killed while it takes in, before its rows, among them and with COMMIT on its way: none of it is there or all; sent again, all of it once', async () => {
  const [none, all] = [
    { entries: 0, imports: 0, audited: 0 },
    { entries: ROWS, imports: 1, audited: ROWS + 2 },
  ]
  for (const table of ['working_list_imports', 'working_list_entries']) {
    await killedWhileItWaitsFor(table)
    expect([table, await stored()]).toEqual([table, none])
    server = await startProgrammeServer(own)
  }
  // The audit is written in one go with COMMIT: whether that arrived, nobody can tell the process that sent it.
  await killedWhileItWaitsFor('audit_events')
  expect([none, all]).toContainEqual(await stored())
  server = await startProgrammeServer(own)
  for (let again = 0; again < 2; again += 1) {
    expect((await takeIn()).status).toBe(200)
    expect(await stored()).toEqual(all)
  }
  expect((await verifyAudit({ query })).problem).toBeUndefined()
}, 180_000)

test('[ELG-6] two people taking in the same list at the same moment: one takes it in, the other is shown it again', async () => {
  const more = [{ row: 2, words: { ...NO_WORDS, name: 'Solo Once', ageGiven: 'Y8' } }]
  const [{ shown } = { shown: [] as Array<{ name: string; digest: string; id: string }> }] = await query<{
    shown: Array<{ name: string; digest: string; id: string }>
  }>(
    "select json_agg(json_build_object('name', name, 'digest', row_digest, 'id', id) order by lower(name)) as shown from working_list_entries",
  )
  const agreedTo = planDigest(
    planRows({
      rows: more,
      standing: shown.map(({ name, digest, id }) => ({
        entryId: id,
        childId: null,
        shown: { ...NO_WORDS, name, ageGiven: 'Y7' },
        facts: [],
        rowDigest: digest,
      })),
      mentors: [],
      on: '2026-03-03',
    }),
  )
  const send = (submissionKey: string) =>
    server.form({
      path: '/working-list/import/take-in',
      cookie,
      fields: {
        submissionKey,
        rows: JSON.stringify(more.map(({ row, words }) => [row, '', ...Object.values(words)])),
        agreedTo,
      },
    })
  const answers = await Promise.all([send('the-first-of-two-forms'), send('the-second-of-two-forms')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await query("select count(*)::int as count from working_list_entries where name = 'Solo Once'")).toEqual([
    { count: 1 },
  ])
})
