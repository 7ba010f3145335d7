// What the evidence of a consent is worth: that nobody can change it unseen, and what a date of birth proves.
import { beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { verifyAudit } from '../../../src/core/audit/verify.ts'
import { areas } from '../../../src/programme/house.ts'
import { finalTablesOf } from '../../../src/core/house/finalTables.ts'
import { checkDatabaseIsSafe } from '../../../src/core/env/databaseChecks.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { checkDateOfBirth } from '../../../src/programme/consent/asking/dateOfBirthCheck.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { anAskedParent, answersOf, formText } from '../../support/consent.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})

const withOwner = async (work: (owner: pg.Client) => Promise<void>): Promise<void> => {
  const owner = new pg.Client({ connectionString: programme.database.superuserUrl })
  await owner.connect()
  await work(owner).finally(() => owner.end())
}

test('[DAT-2, CON-3] no answer, signature or wording is changed or removed; what a superuser alters is found at its row; a start notices guards that were taken away (consent 18)', async () => {
  const parent = await anAskedParent(programme)
  const signing = {
    answers: answersOf('yes'),
    name: 'Alex Testerton',
    relationship: 'Mother',
    parentalResponsibility: 'yes',
    wording: await formText(programme),
  }
  await performAction({
    work: await programme.workOf(holderOf(parent)),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action: 'sign',
    input: signing,
  })
  for (const table of ['consents', 'audit_events', 'consent_captures', 'policy_translations', 'consent_scans'])
    for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
      await expect(programme.query(statement)).rejects.toThrow(/permission denied|cannot be/)
  for (const statement of [
    "delete from policy_versions where status = 'adopted' returning id",
    "update policy_versions set adopted_by = 'nobody' where status = 'adopted' returning id",
  ])
    expect([statement, await programme.query(statement).catch(() => [])]).toEqual([statement, []])
  expect(
    await programme.query('select count(*)::int as n from consents where child_id = $1', [parent.child.id]),
  ).toEqual([{ n: 8 }])
  for (const statement of [
    "update consents set answer = 'no'",
    "update consents set wording_digest = ''",
    "update audit_events set detail = '{}'",
  ])
    await expect(programme.query(statement)).rejects.toThrow(/permission denied|cannot be changed/)

  const start = () =>
    checkDatabaseIsSafe({ query: programme.query, finalTables: finalTablesOf(areas) }).then(
      () => '',
      (problem: Error) => problem.message,
    )
  expect(await start()).not.toContain('triggers are gone')
  expect((await verifyAudit({ query: programme.query })).problem).toBeUndefined()
  const [signed] = await programme.query<{ sequence: string }>(
    "select sequence::text as sequence from audit_events where record_id = $1 and action = 'sign'",
    [parent.requestId],
  )
  await withOwner(async (owner) => {
    await owner.query('alter table consents disable trigger user')
    expect(await start()).toContain('Nothing in the database keeps consents from being changed')
    await owner.query('alter table consents enable trigger user')
    await owner.query('alter table audit_events disable trigger user')
    await owner.query(
      "update audit_events set detail = jsonb_set(detail, '{signedName,after}', '\"Somebody Else\"') where sequence = $1",
      [signed?.sequence],
    )
    await owner.query('alter table audit_events enable trigger user')
  })
  expect((await verifyAudit({ query: programme.query })).problem).toBe(
    `The detail of row ${signed?.sequence} was changed.`,
  )
})

test('[CON-3, DAT-2] as the application signs in to the database, no answer, nothing of what was signed and no row of the audit can be changed, removed or emptied away (consent 1)', async () => {
  const parent = await anAskedParent(programme)
  await performAction({
    work: await programme.workOf(holderOf(parent)),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action: 'decline',
    input: { wording: await formText(programme) },
  })
  const kept = () =>
    Promise.all(
      Object.keys(FINAL_COLUMNS).map(
        async (table) =>
          (
            await programme.query(
              `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as whole from ${table} t`,
            )
          )[0],
      ),
    )
  const before = await kept()
  for (const [table, column] of Object.entries(FINAL_COLUMNS))
    for (const statement of [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
    ])
      expect([
        statement,
        await programme.query(statement).then(
          () => 'done',
          ({ code }: { code: string }) => code,
        ),
      ]).toEqual([statement, NOT_PERMITTED])
  expect(await kept()).toEqual(before)
  expect(
    await programme.query(
      "select rolname from pg_roles where rolname = current_user and (rolsuper or rolcreaterole or rolbypassrls or pg_has_role(oid, (select relowner from pg_class where oid = 'consents'::regclass), 'member'))",
    ),
  ).toEqual([])
})

/** What PostgreSQL answers to whoever lacks a right. */
const NOT_PERMITTED = '42501'

/** The tables in which a submission, its items and their trace stand, with one column each. */
const FINAL_COLUMNS = { consent_copies: 'facts', consents: 'answer', audit_events: 'detail' } as const

test('[CON-1] a date of birth opens a form that reached the right person; it signs nothing, is kept nowhere as a proof, and a no needs nothing more than a yes (consent 5)', async () => {
  const parent = await anAskedParent(programme)
  const before = await programme.query(
    'select status::text as status, signed_name, answered_at, wording_digest from consent_requests where id = $1',
    [parent.requestId],
  )
  expect(
    await checkDateOfBirth({
      work: await programme.workOf(holderOf(parent)),
      requestId: parent.requestId,
      given: '2014-01-20',
    }),
  ).toEqual({ outcome: 'right' })
  expect(
    await programme.query(
      'select status::text as status, signed_name, answered_at, wording_digest from consent_requests where id = $1',
      [parent.requestId],
    ),
  ).toEqual(before)
  expect(await programme.query('select 1 from consents where child_id = $1', [parent.child.id])).toEqual([])
  const [opened] = await programme.query<{ detail: unknown }>(
    "select detail from audit_events where record_id = $1 and action = 'open-link'",
    [parent.requestId],
  )
  expect(opened).toEqual({ detail: {} })
  await performAction({
    work: await programme.workOf(holderOf(parent)),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action: 'decline',
    input: { wording: await formText(programme) },
  })
  expect(
    await programme.query('select distinct answer::text as answer from consents where child_id = $1', [
      parent.child.id,
    ]),
  ).toEqual([{ answer: 'no' }])
})
