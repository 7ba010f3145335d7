import { beforeAll, expect, test } from '@jest/globals'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { wordsOfText } from '../../../src/core/richText/nodes.ts'
import { hasAllOfStartingSet } from '../../../src/programme/policies/starting/loadStartingSet.ts'
import { policyOverview } from '../../../src/programme/policies/overview.ts'
import { reviewsDue, versionsToAdopt } from '../../../src/programme/policies/queues.ts'
import { remindOfPolicies } from '../../../src/programme/policies/acceptances/reminders.ts'
import {
  reminderDue,
  REMINDED_DAYS_BEFORE,
  REVIEW_DAYS_BEFORE,
} from '../../../src/programme/policies/acceptances/signing.ts'
import { POLICY_KINDS } from '../../../src/programme/policies/kinds.ts'
import { STARTING_SET } from '../../../src/programme/policies/starting/index.ts'
import { placesToFillIn } from '../../../src/programme/policies/versions/rules.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/versions/workflow.ts'
import { restClient } from '../../attack/support/rest.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { anAcceptance, aPolicy, aVersion, richText } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { longSentencesIn, readingAge } from '../../support/readingAge.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let committee: string
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  programme.payload.logger.level = 'silent'
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  coordinator = await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] })
})
const { act, workAs } = actingIn(() => programme)

const messages = async (template: string) =>
  programme.query<{ recipient_user_id: string; details: Record<string, unknown> }>(
    'select recipient_user_id, details from notifications where template = $1 order by created_at, recipient_user_id',
    [template],
  )
const daily = async (date: string): Promise<number> => {
  programme.clock.set(`${date}T08:10:00Z`)
  const work = await programme.workOf({ kind: 'system', reason: 'a test' })
  return inTransaction({ req: work.req, work: () => remindOfPolicies(work) }).finally(() =>
    programme.clock.set('2026-03-03T12:00:00Z'),
  )
}
const post = async (who: string, path: string) =>
  restClient(programme)({ method: 'POST', path, body: {}, cookie: (await programme.signIn(who)).cookie })

test('[POL-1] the texts to start from are put there when somebody asks, as drafts for another to adopt, each with what is to be filled in; never twice', async () => {
  for (const role of ['volunteer', 'trustee', 'co-ordinator'] as const)
    expect([
      role,
      (await post(await aPerson({ ...programme, roles: [role] }), '/policies/starting-set')).status,
    ]).toEqual([role, 403])
  await aPolicy({ ...programme, kind: 'expense-policy', title: 'Our own expense policy', mustBeAccepted: false })
  const administrator = await aPerson({ ...programme, roles: ['administrator'] })
  expect(await hasAllOfStartingSet(programme)).toBe(false)
  const [one, other] = await Promise.all([
    post(administrator, '/policies/starting-set'),
    post(committee, '/policies/starting-set'),
  ])
  expect([one.status, other.status]).toEqual([200, 200])
  expect([...(one.body.added as string[]), ...(other.body.added as string[])].sort()).toEqual(
    STARTING_SET.map(({ title }) => title)
      .filter((title) => title !== 'Expense policy')
      .sort(),
  )
  expect(await hasAllOfStartingSet(programme)).toBe(true)
  // The wording that parents sign comes adopted with the software.
  expect([...STARTING_SET.map(({ kind }) => kind), 'consent-wording'].sort()).toEqual(Object.keys(POLICY_KINDS).sort())

  const rows = await programme.query<{
    kind: string
    title: string
    must: boolean
    status: string
    text: unknown
    author: string
  }>(
    'select p.kind::text as kind, p.title, p.must_be_accepted as must, v.status::text as status, v.text, v.author_id as author from policies p join policy_versions v on v.policy_id = p.id where p.kind <> $1',
    ['consent-wording'],
  )
  expect(rows).toHaveLength(STARTING_SET.length - 1)
  expect(
    rows
      .filter(({ must }) => must)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['code-of-conduct', 'confidentiality-agreement', 'mentoring-policy'])
  for (const { title, status, text, author } of rows) {
    expect([
      title,
      status,
      placesToFillIn(wordsOfText(text)).length > 0,
      [administrator, committee].includes(author),
    ]).toEqual([title, 'draft', true, true])
  }
  for (const { title, text } of STARTING_SET)
    expect([title, readingAge(text) <= 11, longSentencesIn(text)]).toEqual([title, true, []])
  const [draft] = await programme.query<{ id: string; text: unknown }>(
    "select v.id from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'guidance'",
  )
  expect(
    await refusalOf(act({ by: committee, workflow: policyVersionWorkflow, id: draft?.id ?? '', action: 'propose' })),
  ).toMatchObject({ rule: 'POL-2', reason: 'The text still has a place to fill in: “the name of your charity”.' })
  // Drafts hold for nobody: nothing is asked of anybody yet.
  await aVolunteer(programme)
  expect(
    (await policyOverview({ work: await workAs(committee) }))?.signers?.every(
      ({ documents }) => documents.length === 0,
    ),
  ).toBe(true)
})

test.each<[string, string, string, readonly number[], number | undefined]>([
  ['far off', '2026-03-17', '2026-03-02', REMINDED_DAYS_BEFORE, undefined],
  ['14 days before', '2026-03-17', '2026-03-03', REMINDED_DAYS_BEFORE, 14],
  ['8 days before', '2026-03-17', '2026-03-09', REMINDED_DAYS_BEFORE, 14],
  ['7 days before, over the change of the clocks', '2026-04-02', '2026-03-26', REMINDED_DAYS_BEFORE, 7],
  ['the day before 29 February', '2028-02-29', '2028-02-28', REMINDED_DAYS_BEFORE, 1],
  ['the day itself', '2026-08-31', '2026-08-31', REMINDED_DAYS_BEFORE, 1],
  ['60 days before a review', '2026-09-01', '2026-07-03', REVIEW_DAYS_BEFORE, 60],
  ['61 days before a review', '2026-09-01', '2026-07-02', REVIEW_DAYS_BEFORE, undefined],
  ['30 days before a review', '2026-09-01', '2026-08-02', REVIEW_DAYS_BEFORE, 30],
  ['the day of the review', '2026-09-01', '2026-09-01', REVIEW_DAYS_BEFORE, 0],
  ['after the review', '2026-09-01', '2026-11-01', REVIEW_DAYS_BEFORE, 0],
])('[POL-4, POL-5] which reminder is due: %s', (_when, by, today, reminders, due) => {
  expect(reminderDue({ by, today, reminders })).toBe(due)
})

test('[POL-4] volunteers are reminded 14, 7 and 1 days before the grace ends, once each, and whoever has accepted is not', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'mentoring-policy' })
  const [late, quick, former] = [
    (await aVolunteer(programme)).userId,
    (await aVolunteer(programme)).userId,
    await aVolunteer(programme),
  ]
  await programme.query("update volunteers set standing = 'left' where id = $1", [former.id])
  const first = await aVersion({ ...programme, policyId, number: '0.9' })
  for (const userId of [late, quick, former.userId]) await anAcceptance({ ...programme, versionId: first, userId })
  const second = await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    adoptedOn: '2026-03-03',
    graceUntil: '2026-03-20',
  })
  await anAcceptance({ ...programme, versionId: second, userId: quick, on: '2026-03-04' })
  // The first version is looked at again in none of these days.
  const sent: Array<[string, number]> = []
  for (const date of [
    '2026-03-05',
    '2026-03-06',
    '2026-03-07',
    '2026-03-13',
    '2026-03-14',
    '2026-03-19',
    '2026-03-20',
    '2026-03-21',
  ])
    sent.push([date, await daily(date)])
  expect(sent).toEqual([
    ['2026-03-05', 0],
    ['2026-03-06', 1],
    ['2026-03-07', 0],
    ['2026-03-13', 1],
    ['2026-03-14', 0],
    ['2026-03-19', 1],
    ['2026-03-20', 0],
    ['2026-03-21', 0],
  ])
  expect(await messages('policies-to-accept')).toEqual(
    Array.from({ length: 3 }, () => ({ recipient_user_id: late, details: { by: '2026-03-20' } })),
  )
})

test('[POL-4] the committee sees who has signed what, and reminds in one action: one message each, one a day (consent 22)', async () => {
  await programme.query('delete from notifications')
  programme.clock.set('2026-03-21T12:00:00Z')
  const overview = await policyOverview({ work: await workAs(committee) })
  const states = overview?.signers?.map(({ userId, documents }) => [
    userId,
    documents.map(({ title, standing }) => `${title}: ${standing.state}`),
  ])
  expect(states).toHaveLength(3)
  expect(
    states
      ?.map(([, documents]) => documents)
      .flat(2)
      .sort(),
  ).toEqual(['Mentoring policy: accepted', 'Mentoring policy: missing', 'Mentoring policy: missing'])
  expect(
    (await policyOverview({ work: await workAs(await aPerson({ ...programme, roles: ['trustee'] })) }))?.signers,
  ).toBeUndefined()
  expect(await policyOverview({ work: await workAs((await aVolunteer(programme)).userId) })).toBeUndefined()

  const answers = await Promise.all([
    post(committee, '/policies/chase'),
    post(coordinator, '/policies/chase'),
    post(committee, '/policies/chase'),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.map(({ body }) => Number(body.reminded)).sort()).toEqual([0, 0, 3])
  expect((await messages('policies-to-accept')).map(({ details }) => details)).toEqual([{}, {}, {}])
  programme.clock.set('2026-03-22T12:00:00Z')
  expect((await post(committee, '/policies/chase')).body.reminded).toBe(3)
  for (const role of ['volunteer', 'trustee', 'administrator'] as const)
    expect([role, (await post(await aPerson({ ...programme, roles: [role] }), '/policies/chase')).status]).toEqual([
      role,
      403,
    ])
  expect(await programme.query("select count(*)::int as count from audit_events where action = 'chase'")).toEqual([
    { count: 2 },
  ])
  programme.clock.set('2026-03-03T12:00:00Z')
})

test('[POL-5] a review date chases the whole committee 60, 30 and 0 days before, stands on Today, and is still when the next version is proposed', async () => {
  await programme.query('delete from notifications')
  // The one of which the programme had a document already, and so no draft.
  const policyId = await aPolicy({ ...programme, kind: 'expense-policy' })
  const id = await aVersion({ ...programme, policyId, number: '1.0', status: 'draft' })
  await programme.query(
    "update policy_versions set status = 'adopted', adopted_on = '2025-05-01', review_on = '2026-05-01', grace_until = '2025-05-15' where id = $1",
    [id],
  )
  const second = await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['committee'] })
  const sent: Array<[string, number]> = []
  for (const date of ['2026-03-01', '2026-03-02', '2026-03-03', '2026-04-01', '2026-05-01', '2026-06-01'])
    sent.push([date, await daily(date)])
  expect(sent).toEqual([
    ['2026-03-01', 0],
    ['2026-03-02', 2],
    ['2026-03-03', 0],
    ['2026-04-01', 2],
    ['2026-05-01', 2],
    ['2026-06-01', 0],
  ])
  expect(new Set((await messages('policy-review')).map(({ recipient_user_id: userId }) => userId))).toEqual(
    new Set([committee, second]),
  )

  const due = async (who: string) => (await reviewsDue({ work: await workAs(who), limit: 6 })).map((row) => row.id)
  expect([await due(committee), await due(coordinator)]).toEqual([[id], []])
  const next = await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    status: 'proposed',
    authorId: committee,
    text: richText('Checked again.'),
  })
  expect(await due(committee)).toEqual([])
  const toAdopt = async (who: string) =>
    (await versionsToAdopt({ work: await workAs(who), limit: 6 }))
      .filter((row) => row.id === next)
      .map(({ isTheirs, blockers }) => [isTheirs, blockers.map(({ rule }) => rule)])
  expect([await toAdopt(committee), await toAdopt(second), await toAdopt(coordinator)]).toEqual([
    [[true, ['POL-3']]],
    [[true, []]],
    [],
  ])
})
