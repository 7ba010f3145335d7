import { beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { asSystem, asUser } from '../../../src/core/access/localApi.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { adoptScheduled } from '../../../src/programme/policies/versions/adoptScheduled.ts'
import { readableVersions, requiredDocumentsOf } from '../../../src/programme/policies/queries.ts'
import { documentsNotAccepted } from '../../../src/programme/policies/rules.ts'
import { adoptedInWords, reviewInWords } from '../../../src/programme/policies/spokenDays.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/versions/workflow.ts'
import { restClient, type RestRequest } from '../../attack/support/rest.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { anAcceptance, aPolicy, aVersion, richText } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let writer: string
let other: string
let trustee: string
beforeAll(async () => {
  programme = await testProgramme()
  // What is refused here would be a line each.
  programme.payload.logger.level = 'silent'
  writer = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
  other = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  trustee = await aPerson({ ...programme, name: 'Ash Placeholder', roles: ['trustee'] })
})
const { act, create, workAs } = actingIn(() => programme)

const step = (by: string, id: string, action: string, input: Record<string, unknown> = {}) =>
  act({ by, workflow: policyVersionWorkflow, id, action, input })
const draftOf = async (policy: string, fields: Record<string, unknown> = {}) =>
  (
    await create({
      by: writer,
      collection: 'policy-versions',
      fields: { policy, number: '1.0', text: richText('Be kind.'), changes: 'The first version.', ...fields },
    })
  ).id
const stored = async (id: string): Promise<Record<string, unknown>> =>
  (
    await programme.query<Record<string, unknown>>(
      'select status::text as status, number, text, changes, adopted_by, signed_by, adopted_on, adopted_in, adopts_on, review_on, review_in, grace_until from policy_versions where id = $1',
      [id],
    )
  )[0] ?? {}
const hourly = () => adoptScheduled(() => programme.workOf({ kind: 'system', reason: 'a test' }))
const at = async (moment: string, work: () => Promise<void>): Promise<void> => {
  programme.clock.set(moment)
  await work().finally(() => programme.clock.set('2026-03-03T12:00:00Z'))
}

test('[POL-3] an adopted version is changed through no door: panel, REST, an action, restore, bulk edit, import, SQL as the application, nor as the owner', async () => {
  const policy = await aPolicy({ ...programme, kind: 'safeguarding-policy', title: 'Safeguarding policy' })
  const id = await aVersion({ ...programme, policyId: policy, text: richText('Report it at once.'), authorId: writer })
  const before = await stored(id)
  const another = richText('Wait and see.')
  const send = restClient(programme)
  const { cookie } = await programme.signIn(other)
  const [{ row_version: rowVersion }] = (await programme.query<{ row_version: number }>(
    'select row_version from policy_versions where id = $1',
    [id],
  )) as [{ row_version: number }]

  const doors: Record<string, RestRequest> = {
    'the panel’s Save': {
      method: 'PATCH',
      path: `/policy-versions/${id}?depth=0&fallback-locale=null`,
      form: {
        _payload: JSON.stringify({ policy, number: '1.0', text: another, changes: 'x', rowVersion, status: 'adopted' }),
      },
    },
    'REST, its text': { method: 'PATCH', path: `/policy-versions/${id}`, body: { text: another } },
    'REST, its review': { method: 'PATCH', path: `/policy-versions/${id}`, body: { reviewOn: '2030-01-01' } },
    'REST, its state': { method: 'PATCH', path: `/policy-versions/${id}`, body: { status: 'draft' } },
    'REST, put in its place': { method: 'PUT', path: `/policy-versions/${id}`, body: { text: another } },
    'REST, removed': { method: 'DELETE', path: `/policy-versions/${id}` },
    'bulk edit': { method: 'PATCH', path: `/policy-versions?where[id][equals]=${id}`, body: { text: another } },
    'bulk removal': { method: 'DELETE', path: `/policy-versions?where[id][equals]=${id}` },
    'restore of a version': { method: 'POST', path: `/policy-versions/versions/${id}`, body: {} },
    'a copy': { method: 'POST', path: `/policy-versions/${id}/duplicate`, body: {} },
    'back to draft': { method: 'POST', path: `/policy-versions/${id}/actions/withdraw`, body: {} },
    'adopted again': {
      method: 'POST',
      path: `/policy-versions/${id}/actions/adopt`,
      body: { input: { on: '2026-01-01' } },
    },
    'the software’s own step': { method: 'POST', path: `/policy-versions/${id}/actions/supersede`, body: {} },
  }
  for (const [door, request] of Object.entries(doors)) {
    const { status } = await send({ ...request, cookie })
    expect([door, status >= 400 && status < 500]).toEqual([door, true])
    expect([door, await stored(id)]).toEqual([door, before])
  }

  expect(
    (
      await refusalOf(
        asUser(await workAs(other)).update({ collection: 'policy-versions', id, data: { text: another } }),
      )
    ).rule,
  ).toBe('STATE')
  const importing = await programme.workOf({ kind: 'system', reason: 'a list is taken in' })
  const door = asSystem(importing, { reason: 'a list is taken in' })
  expect((await refusalOf(door.update({ collection: 'policy-versions', id, data: { text: another } }))).rule).toBe(
    'STATE',
  )
  expect(
    (
      await refusalOf(
        inTransaction({
          req: importing.req,
          work: () => door.changeMany({ collection: 'policy-versions', changes: [{ id, data: { text: another } }] }),
        }),
      )
    ).rule,
  ).toBe('STATE')

  const changes = [
    "set text = '{}'",
    "set number = '9.9'",
    "set changes = 'none'",
    "set adopted_by = 'nobody'",
    "set signed_by = 'nobody'",
    "set adopted_on = '2020-01-01'",
    "set review_on = '2099-01-01'",
    "set grace_until = '2099-01-01'",
    "set status = 'draft'",
    "set status = 'scheduled'",
    'set author_id = null',
  ]
  for (const url of [programme.database.applicationUrl, programme.database.ownerUrl]) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const statement of [
      ...changes.map((change) => `update policy_versions ${change} where id = '${id}'`),
      `delete from policy_versions where id = '${id}'`,
      'truncate policy_versions cascade',
    ]) {
      const outcome = await client.query(statement).then(
        ({ rowCount }) => rowCount,
        () => 'refused',
      )
      expect([statement, outcome === 'refused' || outcome === 0]).toEqual([statement, true])
    }
    await client.end()
  }
  expect(await stored(id)).toEqual(before)
})

test('[POL-3] even without the triggers the application’s role has no right to an adopted version’s words, or to remove it', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'insurance-policy', title: 'Insurance' })
  const id = await aVersion({ ...programme, policyId, text: richText('We are insured.') })
  const draft = await aVersion({ ...programme, policyId, number: '2.0', status: 'draft' })
  const owner = new pg.Client({ connectionString: programme.database.ownerUrl })
  const application = new pg.Client({ connectionString: programme.database.applicationUrl })
  await Promise.all([owner.connect(), application.connect()])
  await owner.query('alter table policy_versions disable trigger user')
  try {
    await expect(application.query(`update policy_versions set text = '{}' where id = $1`, [id])).rejects.toThrow(
      'row-level security',
    )
    await expect(application.query(`update policy_versions set number = '7.0' where id = $1`, [id])).rejects.toThrow(
      'row-level security',
    )
    expect((await application.query('delete from policy_versions where id = $1', [id])).rowCount).toBe(0)
    await expect(application.query('truncate policy_versions cascade')).rejects.toThrow('permission denied')
    expect(
      (await application.query(`update policy_versions set changes = 'A draft may change.' where id = $1`, [draft]))
        .rowCount,
    ).toBe(1)
  } finally {
    await owner.query('alter table policy_versions enable trigger user')
    await Promise.all([owner.end(), application.end()])
  }
})

test('[POL-2] a version is proposed once it says what changed, and nothing in it is left to fill in; adopted, it says by whom, when, signed by whom, and when it is looked at again', async () => {
  const policy = await aPolicy({ ...programme, kind: 'volunteer-agreement', title: 'Outside referral directory' })
  const id = await draftOf(policy, { changes: '', text: richText('Ring [Fill in: the lead’s number].') })
  const edit = async (data: Record<string, unknown>) =>
    asUser(await workAs(writer)).update({ collection: 'policy-versions', id, data })
  expect(await refusalOf(step(writer, id, 'propose'))).toMatchObject({
    rule: 'POL-2',
    reason: 'It is not written down what changed and why.',
  })
  await edit({ changes: 'The first version.' })
  expect(await refusalOf(step(writer, id, 'propose'))).toMatchObject({
    rule: 'POL-2',
    reason: 'The text still has a place to fill in: “the lead’s number”.',
  })
  await edit({ text: richText('Ring 01264 000000.') })
  await step(writer, id, 'propose')
  expect((await refusalOf(edit({ changes: 'Something else.' }))).rule).toBe('STATE')
  await step(trustee, id, 'adopt')
  expect(await stored(id)).toMatchObject({
    status: 'adopted',
    adopted_by: 'The trustees',
    signed_by: 'Ash Placeholder',
    adopted_on: '2026-03-03',
    review_on: '2027-03-03',
    grace_until: '2026-03-17',
  })

  const next = await draftOf(policy, {
    number: '2.0',
    changes: 'A number.',
    reviewOn: '2026-09-01',
    graceUntil: '2026-04-30',
    adoptedBy: 'The whole committee',
  })
  await step(writer, next, 'propose')
  expect(await refusalOf(step(other, next, 'adopt', { on: '2026-03-04' }))).toMatchObject({
    rule: 'POL-3',
    reason: '4 March 2026 is still ahead.',
  })
  expect(await refusalOf(step(other, next, 'adopt', { on: '2026-03-02' }))).toMatchObject({
    rule: 'POL-2',
    reason: 'The version before it was adopted on 3 March 2026.',
  })
  await step(other, next, 'adopt', { signedBy: 'Casey S. Standin' })
  expect(await stored(next)).toMatchObject({
    status: 'adopted',
    adopted_by: 'The whole committee',
    signed_by: 'Casey S. Standin',
    review_on: '2026-09-01',
    grace_until: '2026-04-30',
  })
  expect(await stored(id)).toMatchObject({ status: 'superseded' })
  for (const number of ['2', '2.0', '1.5', 'three'])
    expect([number, (await refusalOf(draftOf(policy, { number }))).rule]).toEqual([number, 'POL-2'])

  const [event] = await programme.query(
    'select action, actor_id from audit_events where record_id = $1 order by sequence desc limit 1',
    [next],
  )
  expect(event).toEqual({ action: 'adopt', actor_id: other })
})

test('[POL-2] what was adopted on paper in July 2020 is entered with that day', async () => {
  const policy = await aPolicy({ ...programme, kind: 'mentoring-policy', title: 'Mentoring policy' })
  const id = await draftOf(policy, {
    adoptedBy: 'The Support Volunteers',
    signedBy: 'A trustee of then',
    reviewOn: '2021-07-01',
  })
  await step(writer, id, 'propose')
  await step(other, id, 'adopt', { on: '2020-07-15' })
  expect(await stored(id)).toMatchObject({
    adopted_on: '2020-07-15',
    review_on: '2021-07-01',
    grace_until: '2020-07-29',
    adopted_by: 'The Support Volunteers',
    signed_by: 'A trustee of then',
  })
})

test('[POL-2] where nobody knows the day any more a month or a year alone is entered, and said so wherever it is read', async () => {
  const kind = 'referral-directory'
  const policy = await aPolicy({ ...programme, kind, title: 'Outside referral directory' })
  const id = await draftOf(policy, { number: '7.0', reviewIn: '2021' })
  expect(await stored(id)).toMatchObject({ review_in: '2021', review_on: '2021-12-31' })
  await step(writer, id, 'propose')
  await expect(step(other, id, 'adopt', { around: 'long ago' })).rejects.toThrow('Give a month with its year')
  expect(await refusalOf(step(other, id, 'adopt', { around: 'April 2026' }))).toMatchObject({
    rule: 'POL-3',
    reason: '1 April 2026 is still ahead.',
  })
  await step(other, id, 'adopt', { around: 'jul 2020' })
  expect(await stored(id)).toMatchObject({
    status: 'adopted',
    adopted_in: 'July 2020',
    adopted_on: '2020-07-01',
    review_in: '2021',
    review_on: '2021-12-31',
  })
  const [read] = await readableVersions({ query: programme.query, kind })
  expect(read && [adoptedInWords(read), reviewInWords(read)]).toEqual(['July 2020', '2021'])
  const next = await draftOf(policy, { number: '7.1', reviewIn: 'autumn' }).catch((problem: Error) => problem.message)
  expect(next).toMatch(/Or only the month or the year of the review/)
})

test('[POL-3] nobody adopts what they wrote, or wrote a part of; a proposal is withdrawn and proposed again', async () => {
  const policy = await aPolicy({ ...programme, kind: 'expense-policy', title: 'Expense policy', mustBeAccepted: false })
  const id = await draftOf(policy)
  await step(writer, id, 'propose')
  expect((await refusalOf(step(writer, id, 'adopt'))).rule).toBe('POL-3')
  await step(other, id, 'withdraw')
  expect(await stored(id)).toMatchObject({ status: 'draft' })
  await asUser(await workAs(other)).update({
    collection: 'policy-versions',
    id,
    data: { text: richText('Be kind, and keep receipts.') },
  })
  await step(writer, id, 'propose')
  for (const [action, input] of [
    ['adopt', {}],
    ['schedule', { on: '2026-04-01' }],
  ] as const)
    expect([action, await refusalOf(step(other, id, action, input))]).toMatchObject([
      action,
      { rule: 'POL-3', reason: 'You wrote this version, or some of it, so somebody else must adopt it.' },
    ])
  const statusOrRule = async (userId: string) =>
    (await refusalOf(step(userId, id, 'adopt')).catch(({ status }: { status: number }) => ({ rule: status }))).rule
  expect(await statusOrRule((await aVolunteer(programme)).userId)).toBe(404)
  expect(await statusOrRule(await aPerson({ ...programme, roles: ['administrator'] }))).toBe(404)
  expect(await statusOrRule(await aPerson({ ...programme, roles: ['co-ordinator'] }))).toBe('POL-3')
  await step(trustee, id, 'adopt')
  expect(await stored(id)).toMatchObject({ status: 'adopted' })
  expect((await refusalOf(step(other, id, 'withdraw'))).rule).toBe('STATE')
})

test('[POL-3] adopted on a later day: it holds from that day by itself, counts from it if the hour was missed, and can be withdrawn until then', async () => {
  const policy = await aPolicy({
    ...programme,
    kind: 'children-code-of-conduct',
    title: 'Code of conduct for children',
  })
  const first = await aVersion({ ...programme, policyId: policy, text: richText('Be kind.') })
  const id = await draftOf(policy, { number: '2.0', text: richText('Be very kind.'), changes: 'Very.' })
  await step(writer, id, 'propose')
  expect((await refusalOf(step(writer, id, 'schedule', { on: '2026-03-29' }))).rule).toBe('POL-3')
  expect(await refusalOf(step(other, id, 'schedule', { on: '2026-03-03' }))).toMatchObject({
    rule: 'POL-3',
    reason: '3 March 2026 is not ahead.',
  })
  await step(other, id, 'schedule', { on: '2026-03-29', adoptedBy: 'The committee of March' })
  expect(await stored(id)).toMatchObject({ status: 'scheduled', adopts_on: '2026-03-29', adopted_on: null })
  expect(
    (
      await refusalOf(
        asUser(await workAs(writer)).update({
          collection: 'policy-versions',
          id,
          data: { text: richText('Be unkind.') },
        }),
      )
    ).rule,
  ).toBe('STATE')
  await expect(programme.query("update policy_versions set text = '{}' where id = $1", [id])).rejects.toThrow(
    'cannot be changed',
  )
  await expect(
    programme.query("update policy_versions set status = 'adopted', adopted_on = '2026-03-03' where id = $1", [id]),
  ).rejects.toThrow('cannot be changed')

  // The clocks go forward on that Sunday: its first minute in London is midnight UTC, its last 10:59pm.
  await at('2026-03-28T23:59:59Z', async () => expect(await hourly()).toEqual({ adopted: 0, refused: [] }))
  await at('2026-03-30T09:00:00Z', async () => {
    expect(await hourly()).toEqual({ adopted: 1, refused: [] })
    expect(await stored(id)).toMatchObject({
      status: 'adopted',
      adopted_on: '2026-03-29',
      grace_until: '2026-04-12',
      adopted_by: 'The committee of March',
      signed_by: 'Casey Standin',
    })
    expect(await stored(first)).toMatchObject({ status: 'superseded' })
    expect(await hourly()).toEqual({ adopted: 0, refused: [] })
  })
  const [event] = await programme.query(
    'select action, actor_kind from audit_events where record_id = $1 order by sequence desc limit 1',
    [id],
  )
  expect(event).toEqual({ action: 'takeEffect', actor_kind: 'system' })

  const third = await draftOf(policy, { number: '3.0', changes: 'More.' })
  const fourth = await draftOf(policy, { number: '4.0', changes: 'Much more.' })
  for (const each of [third, fourth]) await step(writer, each, 'propose')
  await step(other, third, 'schedule', { on: '2026-06-01' })
  await step(writer, third, 'withdraw')
  expect(await stored(third)).toMatchObject({ status: 'draft', adopts_on: null })
  await step(writer, third, 'propose')
  await step(other, third, 'schedule', { on: '2026-06-01' })
  await at('2026-05-01T12:00:00Z', async () => void (await step(other, fourth, 'adopt')))
  await at('2026-06-01T12:00:00Z', async () =>
    expect((await hourly()).refused).toEqual([
      expect.stringContaining('Version 3.0 would come before the adopted version 4.0.'),
    ]),
  )
  expect(await stored(third)).toMatchObject({ status: 'scheduled' })
})

test('[VOL-3] the gate opens and closes by version and date', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' })
  const { userId } = await aVolunteer(programme)
  const newcomer = (await aVolunteer(programme)).userId
  const opened = async (who: string, on: string): Promise<'open' | 'closed'> => {
    const documents = (await requiredDocumentsOf({ query: programme.query, userIds: [who] })).get(who) ?? []
    return documentsNotAccepted({ documents: documents.filter(({ title }) => title === 'Code of conduct'), on })
      .length === 0
      ? 'open'
      : 'closed'
  }
  const versionIds = [
    await aVersion({ ...programme, policyId, number: '1.0', adoptedOn: '2025-08-31', graceUntil: '2025-08-31' }),
    await aVersion({ ...programme, policyId, number: '1.1', adoptedOn: '2025-11-01', graceUntil: '2025-11-15' }),
    await aVersion({ ...programme, policyId, number: '2.0', adoptedOn: '2026-02-10', graceUntil: '2026-02-28' }),
    await aVersion({ ...programme, policyId, number: '2.1', adoptedOn: '2026-03-01', graceUntil: '2026-03-31' }),
  ]
  await anAcceptance({ ...programme, versionId: versionIds[0] ?? '', userId, on: '2025-09-01' })
  await anAcceptance({ ...programme, versionId: versionIds[3] ?? '', userId, on: '2026-03-04' })
  await anAcceptance({ ...programme, versionId: versionIds[2] ?? '', userId: newcomer, on: '2026-02-20' })

  const table: ReadonlyArray<[on: string, volunteer: 'open' | 'closed', newcomer: 'open' | 'closed', why: string]> = [
    ['2025-08-30', 'open', 'open', 'nothing is adopted yet'],
    ['2025-08-31', 'closed', 'closed', '1.0 is adopted and nobody has accepted it'],
    ['2025-09-01', 'open', 'closed', 'the volunteer accepts 1.0'],
    ['2025-11-16', 'open', 'closed', '1.1 is minor: no new acceptance, whatever its grace'],
    ['2026-02-10', 'open', 'closed', '2.0 is adopted: the grace begins for who accepted 1.0, and for nobody else'],
    ['2026-02-20', 'open', 'open', 'the newcomer accepts 2.0'],
    ['2026-02-28', 'open', 'open', 'the last day of grace'],
    ['2026-03-01', 'closed', 'open', 'the grace is over, and that of the minor 2.1 does not lengthen it'],
    ['2026-03-03', 'closed', 'open', 'still'],
    ['2026-03-04', 'open', 'open', 'the volunteer accepts 2.1, and the gate opens the same day'],
  ]
  for (const [on, volunteer, new_, why] of table)
    expect([on, why, await opened(userId, on), await opened(newcomer, on)]).toEqual([on, why, volunteer, new_])
})

test('[POL-2, POL-3] a new version starts from the text in force, of a policy and of the consent wording: a draft with the next number, its own author, and nothing else taken over; one at a time', async () => {
  const send = restClient(programme)
  const start = async (by: string, id: string) =>
    send({
      method: 'POST',
      path: `/policy-versions/${id}/new-version`,
      body: {},
      cookie: (await programme.signIn(by)).cookie,
    })
  const policyId = await aPolicy({ ...programme, kind: 'guidance', title: 'Guidance and questions' })
  const older = await aVersion({ ...programme, policyId, text: richText('Keep receipts.') })
  const inForce = await aVersion({
    ...programme,
    policyId,
    number: '2.9',
    text: richText('Keep receipts.', 'Send them within a month.'),
    adoptedOn: '2026-01-10',
  })
  for (const by of [
    trustee,
    (await aVolunteer(programme)).userId,
    await aPerson({ ...programme, roles: ['co-ordinator'] }),
    await aPerson({ ...programme, roles: ['administrator'] }),
  ])
    expect((await start(by, inForce)).status).toBe(403)
  expect((await start(writer, older)).text).toContain('This is not the version in force.')
  const answers = await Promise.all(Array.from({ length: 5 }, () => start(writer, inForce)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.text).toContain('Version 2.10 is on its way already.')
  const draft = (JSON.parse(answers.find(({ status }) => status === 200)?.text ?? '{}') as { doc: { id: string } }).doc
    .id
  const same = await programme.query(
    'select d.text = v.text as same, d.author_id as author from policy_versions d, policy_versions v where d.id = $1 and v.id = $2',
    [draft, inForce],
  )
  expect(same).toEqual([{ same: true, author: writer }])
  expect(await stored(draft)).toMatchObject({
    number: '2.10',
    status: 'draft',
    changes: null,
    adopted_by: null,
    signed_by: null,
    adopted_on: null,
    review_on: null,
    grace_until: null,
  })
  expect(await stored(inForce)).toMatchObject({ status: 'adopted', number: '2.9' })
  await asUser(await workAs(writer)).update({
    collection: 'policy-versions',
    id: draft,
    data: { changes: 'Nothing yet.' },
  })
  await step(writer, draft, 'propose')
  expect(await refusalOf(step(writer, draft, 'adopt'))).toMatchObject({ rule: 'POL-3' })
  await step(other, draft, 'adopt')
  expect((await start(other, draft)).status).toBe(200)

  const [wording] = await programme.query<{ id: string; number: string }>(
    "select v.id, v.number from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'",
  )
  const { doc } = JSON.parse((await start(writer, wording?.id ?? '')).text) as { doc: { id: string } }
  await asUser(await workAs(writer)).update({
    collection: 'policy-versions',
    id: doc.id,
    data: { changes: 'In the same words.' },
  })
  await step(writer, doc.id, 'propose')
  expect([wording?.number, (await stored(doc.id)).number]).toEqual(['1.0', '1.1'])
})
