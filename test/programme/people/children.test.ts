import { beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { loadChildRecord } from '../../../src/admin/child/loadChildRecord.ts'
import { membershipsLapsed } from '../../../src/programme/matching/queues.ts'
import { schoolYear } from '../../../src/programme/people/children/schoolYear.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { restClient } from '../../attack/support/rest.ts'
import { testApp } from '../../support/app.ts'
import { aChild, aMatchedPair, aPerson } from '../../support/people.ts'
import { confidentialityAgreedBy } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aMembership } from '../../support/story.ts'
import { visitor, wordsOf } from '../../support/visitor.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let coordinator: string
let committee: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  committee = await aPerson({ ...programme, roles: ['committee'] })
})
const { create, workAs } = actingIn(() => programme)
const change = async ({
  by,
  id,
  fields,
  collection = 'children',
}: {
  by: string
  id: string
  fields: Record<string, unknown>
  collection?: string
}) =>
  restClient(programme)({
    method: 'PATCH',
    path: `/${collection}/${id}`,
    cookie: (await programme.signIn(by)).cookie,
    body: fields,
  })
const recordOf = async (childId: string, by = coordinator) => loadChildRecord({ work: await workAs(by), childId })

describe('[STG-3] an override of the school year', () => {
  test('[STG-3] counts from the day it is entered, rolls over by itself, stays on later saves, and goes when it is emptied', async () => {
    const { id } = await aChild(programme)
    await change({ by: coordinator, id, fields: { heldInYear: 6 } })
    const [row] = await programme.query<{ year: number; on: string; born: string }>(
      'select held_in_year::float8 as year, held_in_year_on as on, born_on as born from children where id = $1',
      [id],
    )
    expect(row).toMatchObject({ year: 6, on: '2026-03-03' })
    const yearOn = (on: string) =>
      schoolYear({ bornOn: row?.born, on, override: { year: Number(row?.year), on: String(row?.on) } })
    expect([yearOn('2026-08-31'), yearOn('2026-09-01')]).toEqual([6, 7])

    programme.clock.set('2026-10-01T12:00:00Z')
    await change({ by: coordinator, id, fields: { school: 'Inventwood School' } })
    expect(await programme.query('select held_in_year_on as on from children where id = $1', [id])).toEqual([
      { on: '2026-03-03' },
    ])
    await change({ by: coordinator, id, fields: { heldInYear: 5 } })
    expect(await programme.query('select held_in_year_on as on from children where id = $1', [id])).toEqual([
      { on: '2026-10-01' },
    ])
    await change({ by: coordinator, id, fields: { heldInYear: null } })
    expect(await programme.query('select held_in_year_on as on from children where id = $1', [id])).toEqual([
      { on: null },
    ])
    programme.clock.set('2026-03-03T12:00:00Z')
    expect((await change({ by: coordinator, id, fields: { heldInYearOn: '2020-01-01' } })).status).toBe(409)
  })
})

describe('[STG-1] stages', () => {
  test('[STG-1] the committee picks one stage or two, whatever the year; the co-ordinator does not', async () => {
    const { id } = await aChild(programme)
    const refused = await change({ by: coordinator, id, fields: { stages: ['three'] } })
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('The committee picks the stage of a child.'),
    ])
    expect((await change({ by: committee, id, fields: { stages: ['one', 'two'] } })).status).toBe(200)
    expect((await change({ by: committee, id, fields: { stages: ['three'] } })).status).toBe(200)
    expect(
      (await change({ by: coordinator, id, fields: { stages: ['three'], school: 'Made-up Hill Academy' } })).status,
    ).toBe(200)
    expect((await recordOf(id))?.home).toMatchObject({ stages: ['three'], school: 'Made-up Hill Academy' })
  })
})

describe('[STG-4] level of support', () => {
  test('[STG-4] the scale is the charity’s own, and the child’s page says what is offered at the child’s level', async () => {
    const { id } = await aChild(programme)
    const level = await create({
      by: committee,
      collection: 'support-levels',
      fields: { place: 9, name: 'A test level', needs: 'Some', offered: 'A mentor and a biscuit' },
    })
    expect((await change({ by: coordinator, id, fields: { supportLevel: level.id } })).status).toBe(200)
    expect((await recordOf(id))?.home.level).toEqual({ name: 'A test level', offered: 'A mentor and a biscuit' })
    expect(
      await programme.query('select place::float8 as place, name from support_levels where place < 9 order by place'),
    ).toEqual([
      { place: 1, name: 'A little help' },
      { place: 2, name: 'Regular help' },
      { place: 3, name: 'A lot of help' },
    ])
  })

  test('[STG-4, MAT-7] a matched volunteer reads the child and not the level', async () => {
    const pair = await aMatchedPair(programme)
    await programme.query(
      'update children set support_level_id = (select id from support_levels limit 1) where id = $1',
      [pair.child.id],
    )
    const answer = await restClient(programme)({
      path: `/children/${pair.child.id}`,
      cookie: (await programme.signIn(pair.volunteer.userId)).cookie,
    })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('supportLevel')
  })
})

test('[PLN-3] education is kept as dated entries: the newest that has begun holds, the earlier ones stay', async () => {
  const { id } = await aChild(programme)
  for (const [status, since] of [
    ['full-time', '2024-09-01'],
    ['part-time', '2026-01-12'],
    ['full-time', '2026-04-20'],
  ])
    await create({ by: coordinator, collection: 'education-entries', fields: { child: id, status, since } })
  const record = await recordOf(id)
  expect(record?.home.education.map(({ status, since }) => [status, since])).toEqual([
    ['full-time', '2026-04-20'],
    ['part-time', '2026-01-12'],
    ['full-time', '2024-09-01'],
  ])
  expect(record?.home.education.find(({ since }) => since <= record.today)?.status).toBe('part-time')
})

test('brothers and sisters are those of the family, and those who are linked from another, seen from both', async () => {
  const one = await aChild({ ...programme, name: 'Robin Testerton' })
  const elsewhere = await aChild({ ...programme, name: 'Jo Exampleton' })
  const atHome = randomUUID()
  await programme.query(
    "insert into children (id, name, family_id, row_version, created_at, updated_at) values ($1, 'Sky Testerton', $2, 1, now(), now())",
    [atHome, one.familyId],
  )
  await create({
    by: coordinator,
    collection: 'sibling-links',
    fields: { child: one.id, sibling: elsewhere.id, kind: 'half' },
  })
  expect((await recordOf(one.id))?.home.siblings).toMatchObject([
    { name: 'Jo Exampleton', kind: 'half' },
    { name: 'Sky Testerton', kind: null },
  ])
  expect((await recordOf(elsewhere.id))?.home.siblings).toMatchObject([{ name: 'Robin Testerton', kind: 'half' }])
  expect(
    await refusalOf(
      create({
        by: coordinator,
        collection: 'sibling-links',
        fields: { child: one.id, sibling: one.id, kind: 'full' },
      }),
    ),
  ).toMatchObject({ rule: 'INPUT' })
  // Nobody links them a second time, and where two links came together each stands there once, as was said last.
  expect(
    await refusalOf(
      create({
        by: coordinator,
        collection: 'sibling-links',
        fields: { child: elsewhere.id, sibling: one.id, kind: 'full' },
      }),
    ),
  ).toMatchObject({ rule: 'INPUT', reason: 'These two are written down as brothers or sisters already.' })
  await programme.query(
    "insert into sibling_links (child_id, sibling_id, kind, row_version, updated_at) values ($1, $2, 'step', 1, now() + interval '1 day')",
    [elsewhere.id, one.id],
  )
  expect((await recordOf(one.id))?.home.siblings).toMatchObject([
    { name: 'Jo Exampleton', kind: 'step' },
    { name: 'Sky Testerton', kind: null },
  ])
  expect((await recordOf(elsewhere.id))?.home.siblings).toMatchObject([{ name: 'Robin Testerton', kind: 'step' }])
})

describe('[ELG-1] a membership that lapses later is flagged and ends nothing', () => {
  test.each([
    ['2026-03-02', true],
    ['2026-03-03', false],
    [null, false],
  ])(
    '[ELG-1] a mentored child who is a member until %s: flagged is %s, and the match goes on',
    async (until, flagged) => {
      const pair = await aMatchedPair(programme)
      await aMembership({ ...programme, childId: pair.child.id, until })
      const queue = await membershipsLapsed({ work: await workAs(coordinator), limit: 200 })
      expect(queue.some(({ id }) => id === pair.child.id)).toBe(flagged)
      expect(await programme.query('select status::text as status from matches where id = $1', [pair.match])).toEqual([
        { status: 'active' },
      ])
      expect(await membershipsLapsed({ work: await workAs(pair.volunteer.userId), limit: 200 })).toEqual([])
    },
  )
})

describe('[MAT-7] medical and access needs', () => {
  const aNeed = async (childId: string): Promise<string> => {
    const words = `Peanuts ${randomUUID()}`
    await create({
      by: coordinator,
      collection: 'medical-needs',
      fields: { child: childId, allergies: words, medication: 'An inhaler', accessNeeds: 'A quiet room' },
    })
    return words
  }

  test('[MAT-7] the matched volunteer sees them on the child’s page while the agreement is current; no other volunteer ever does', async () => {
    const pair = await aMatchedPair(programme)
    const other = await aMatchedPair(programme)
    const words = await aNeed(pair.child.id)
    const app = testApp({ programme })
    const look = async ({ volunteer }: typeof pair) =>
      visitor(app, { cookie: (await programme.signIn(volunteer.userId)).cookie }).get(`/portal/children/${pair.match}`)
    expect((await look(pair)).text).not.toContain(words)
    await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId, other.volunteer.userId] })
    const seen = wordsOf(await look(pair))
    expect(seen).toContain(`Know this first Allergies ${words}`)
    expect(seen).toContain('Health and access Medication An inhaler Access needs A quiet room')
    expect((await look(other)).text).not.toContain(words)
    await programme.query("update matches set status = 'ended', ends_on = '2026-03-03' where id = $1", [pair.match])
    expect((await look(pair)).text).not.toContain(words)
  })

  test('[DAT-1] that they were shown is recorded', async () => {
    const { id } = await aChild(programme)
    await aNeed(id)
    const shown = (await recordOf(id))?.home.medical?.id
    expect(
      await programme.query(
        "select from audit_events where action = 'read' and record_collection = 'medical-needs' and record_id = $1 and actor_id = $2",
        [shown, coordinator],
      ),
    ).toHaveLength(1)
  })
})

test('[INPUT] a date that nobody means is refused in words through every door, and what was stored before stays until it is changed', async () => {
  const { id, familyId } = await aChild(programme)
  const send = async (collection: string, fields: Record<string, unknown>) =>
    restClient(programme)({
      method: 'POST',
      path: `/${collection}`,
      cookie: (await programme.signIn(coordinator)).cookie,
      body: fields,
    })
  for (const bornOn of ['2031-05-05', '1898-01-01', '0214-01-20']) {
    const made = await send('children', { name: 'Sky Madeup', family: familyId, bornOn })
    expect([bornOn, made.status, made.text]).toEqual([bornOn, 400, expect.stringContaining('Check the year.')])
    expect([bornOn, (await change({ by: coordinator, id, fields: { bornOn } })).status]).toEqual([bornOn, 400])
  }
  expect((await send('memberships', { child: id, since: '2062-01-01' })).text).toContain(
    'Member since: 1 January 2062 is too far ahead. Check the year.',
  )
  expect((await send('memberships', { child: id, since: '2025-01-01', until: '2062-01-01' })).status).toBe(400)
  expect((await send('memberships', { child: id, since: '2025-01-01', until: '2026-12-31' })).status).toBe(201)
  await programme.query("update children set born_on = '1898-01-01' where id = $1", [id])
  expect(
    (await change({ by: coordinator, id, fields: { school: 'Inventwood School', bornOn: '1898-01-01' } })).status,
  ).toBe(200)
})

test('[INPUT] a name of nothing, an address and a number are judged in the record too', async () => {
  const { id, familyId } = await aChild(programme)
  for (const name of ['\u200b\u200b', ' \u00a0', '--'])
    expect((await change({ by: coordinator, id, fields: { name } })).status).toBe(400)
  expect(
    (await change({ by: coordinator, id, fields: { name: '\u202a Pia \u00a0 Madeup\u200b', knownAs: ' Pia' } })).status,
  ).toBe(200)
  expect(await programme.query('select name, known_as from children where id = $1', [id])).toEqual([
    { name: 'Pia Madeup', known_as: 'Pia' },
  ])
  const guardian = async (fields: Record<string, unknown>) =>
    restClient(programme)({
      method: 'POST',
      path: '/guardians',
      cookie: (await programme.signIn(coordinator)).cookie,
      body: { name: 'Alex Testerton', family: familyId, contactRule: 'usual', ...fields },
    })
  for (const [fields, says] of [
    [{ email: 'alex@example' }, 'Enter an email address, such as name@example.org.'],
    [{ email: 'zoë@example.org' }, 'cannot stand in an email address'],
    [{ mobile: '07700 90012' }, 'has a digit too few for a mobile number'],
  ] as const)
    expect(await guardian(fields)).toMatchObject({ status: 400, text: expect.stringContaining(says) })
  const made = await guardian({ email: ' o\u200bneil&co@example.xn--p1ai', mobile: '\u202a01632\u00a0960001' })
  expect([made.status, made.text]).toEqual([201, expect.stringContaining('"oneil&co@example.xn--p1ai"')])
  expect(made.text).toContain('"01632 960001"')
})
