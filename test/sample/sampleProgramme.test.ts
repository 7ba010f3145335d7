import { beforeAll, expect, test } from '@jest/globals'
import type { RecordData, Workflow } from '../../src/core/workflow/workflow.ts'
import { whatWaits } from '../../src/admin/today/whatWaits.ts'
import { fillEmptyDatabase } from '../../src/sample/fillEmptyDatabase.ts'
import { idOf } from '../../src/sample/identity.ts'
import { SAMPLE_PEOPLE } from '../../src/sample/people.ts'
import { USUAL_SAMPLE } from '../../src/sample/sampleProgramme.ts'
import { membershipsLapsed } from '../../src/programme/matching/queues.ts'
import { wordingInForce } from '../../src/programme/consent/wording/wordingInForce.ts'
import { clearanceFactsOf } from '../../src/programme/recruitment/queries.ts'
import { missingForClearance } from '../../src/programme/recruitment/rules.ts'
import { allGatesOfTheDay } from '../../src/programme/meetings/rules.ts'
import { meetingFacts } from '../../src/programme/meetings/meetings/facts.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme({ now: '2026-11-23T12:00:00Z' })
  await fillEmptyDatabase({
    applicationUrl: programme.database.applicationUrl,
    now: programme.clock.now(),
    size: USUAL_SAMPLE,
  })
})

const countOf = async (statement: string): Promise<number> =>
  Number((await programme.query<{ count: string }>(`select count(*) as count from ${statement}`))[0]?.count)

test('the sample has 12 children, one of them on record twice, 8 volunteers, 5 committee members, half a year of meetings, and something in every queue', async () => {
  expect(await countOf('children')).toBe(13)
  expect(await countOf('volunteers')).toBe(8)
  expect(await countOf("(select distinct user_id from role_grants where role = 'committee') as committee")).toBe(5)
  expect(await countOf('session_logs')).toBeGreaterThan(150)
  expect(await countOf("referrals where status = 'received'")).toBeGreaterThan(0)
  expect(await countOf("matches where status = 'proposed'")).toBeGreaterThan(0)
  for (const state of ['received', 'considered', 'interview-planned', 'interviewed'])
    expect(await countOf(`applications where status = '${state}'`)).toBeGreaterThan(0)
  expect(await countOf("volunteer_references where status = 'asked'")).toBeGreaterThan(0)
  expect(await countOf("meetings where status = 'proposed'")).toBeGreaterThan(0)
  expect(await countOf("meetings where status = 'confirmed' and starts_at < '2026-11-23T12:00:00Z'")).toBeGreaterThan(0)
  expect(await countOf('session_logs l where not exists (select from log_readings r where r.log_id = l.id)')).toBe(8)
})

test('[MTG-12] nobody of the sample is in two meetings at once', async () => {
  expect(
    await programme.query(
      `select one.place, other.place as beside from meetings one join meetings other on one.id < other.id and one.starts_at < other.starts_at + other.minutes::float8 * interval '1 minute' and other.starts_at < one.starts_at + one.minutes::float8 * interval '1 minute'
         and (one.child_id = other.child_id or array[one.volunteer_id, one.second_volunteer_id] && array[other.volunteer_id, other.second_volunteer_id])`,
    ),
  ).toEqual([])
})

test('[CON-3] the sample’s words in Polish make a form, and a parent who reads it can be asked', async () => {
  const { wording, missingIn } = await wordingInForce({
    query: programme.query,
    reader: { themselves: false, language: 'pl' },
  })
  expect([missingIn, wording.language, wording.items[0]?.question]).toEqual([
    undefined,
    'pl',
    'Czy Twoje dziecko może mieć mentora?',
  ])
  expect(await countOf("guardians where form_language = 'pl'")).toBe(1)
})

test('a database that holds anybody is never filled', async () => {
  const before = await countOf('children')
  expect(
    await fillEmptyDatabase({
      applicationUrl: programme.database.applicationUrl,
      now: programme.clock.now(),
      size: USUAL_SAMPLE,
    }),
  ).toBe(false)
  expect(await countOf('children')).toBe(before)
})

test('[VOL-3, MTG-3, MTG-4 thin] every meeting ahead in the sample keeps every gate for its day, but for one outing whose second volunteer is not cleared', async () => {
  const work = await programme.workOf({ kind: 'system', reason: 'checking the sample' })
  const ahead = await programme.payload.find({
    collection: 'meetings',
    where: {
      status: { in: ['confirmed', 'proposed'] },
      startsAt: { greater_than: programme.clock.now().toISOString() },
    },
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  expect(ahead.docs.length).toBeGreaterThan(3)
  const refusals: string[] = []
  for (const record of ahead.docs as unknown as RecordData[]) {
    const decided = allGatesOfTheDay(await meetingFacts({ work, record }), {
      actor: work.actor,
      now: work.now,
      input: {},
    })
    if (!decided.allowed) refusals.push(`${decided.rule}, ${String(record.status)}: ${decided.reason}`)
  }
  expect(refusals).toEqual(['MTG-3, proposed: The second volunteer is not cleared for that day.'])
})

test('[MAT-2, MAT-3, VOL-3, VOL-5 thin, CON-1 thin] every active match of the sample would be allowed to start', async () => {
  const work = await programme.workOf({ kind: 'system', reason: 'checking the sample' })
  const committee = await programme.signIn(
    String(
      (
        await programme.query(
          'select user_id from role_grants where role = $1 and user_id not in (select user_id from volunteers where user_id is not null) limit 1',
          ['committee'],
        )
      )[0]?.user_id,
    ),
  )
  const workflow = programme.payload.config.collections.find(({ slug }) => slug === 'matches')?.custom
    .workflow as Workflow
  const active = await programme.payload.find({
    collection: 'matches',
    where: { status: { equals: 'active' } },
    overrideAccess: true,
    depth: 0,
    pagination: false,
  })
  const lapsed = await membershipsLapsed({ work: { ...work, actor: committee.person }, limit: 20 })
  expect(lapsed).toHaveLength(1)
  for (const record of (active.docs as unknown as RecordData[]).filter(({ child }) =>
    lapsed.every(({ id }) => id !== child),
  )) {
    const decided = await workflow.decide({
      work: { ...work, actor: committee.person },
      record: { ...record, status: 'proposed' },
      action: 'start',
      input: {},
    })
    expect('allowed' in decided ? decided : 'it may start').toBe('it may start')
  }
  const [most] = await programme.query<{ children: number }>(
    "select count(*)::float8 as children from matches where status = 'active' group by volunteer_id order by 1 desc limit 1",
  )
  expect(most?.children).toBeLessThanOrEqual(2)
})

test('[LOG-1, MAT-6 thin] every log of the sample was written by whoever held the match on that day, after the meeting', async () => {
  expect(
    await countOf(`session_logs l join matches m on m.id = l.match_id join volunteers v on v.id = l.volunteer_id
      where m.child_id <> l.child_id or m.volunteer_id <> l.volunteer_id or l.held_on < m.starts_on or l.written_by_id <> v.user_id or l.submitted_at < (l.held_on || 'T00:00:00Z')::timestamptz`),
  ).toBe(0)
})

test('[VOL-3] of the sample’s volunteers all but the last are cleared, and the last lacks what its queue shows', async () => {
  const ids = (await programme.query<{ id: string }>('select id from volunteers')).map(({ id }) => id)
  const missing = [...(await clearanceFactsOf({ query: programme.query, volunteerIds: ids })).values()].map(
    (facts) => missingForClearance({ facts, on: '2026-11-23' }).length,
  )
  expect(missing.filter((count) => count > 0)).toHaveLength(1)
})

test('after a first start no queue of Today is empty: each holds something for somebody', async () => {
  const lengths: Record<string, number> = {}
  for (const { key } of SAMPLE_PEOPLE) {
    const queues = await whatWaits({
      work: await programme.workOf((await programme.signIn(idOf('user', key))).person),
    })
    for (const [name, { rows }] of Object.entries(queues)) lengths[name] = Math.max(lengths[name] ?? 0, rows.length)
  }
  expect(Object.entries(lengths).filter(([, length]) => length === 0)).toEqual([])
})

test('[ELG-2, ELG-3, ELG-9] the sample’s referrals from outside are as the rules would have made them', async () => {
  expect(
    await programme.query(
      'select i.status::text as status, i.child_id is not null as "hasChild", count(r.id)::float8 as referrals from incoming_referrals i left join referrals r on r.incoming_id = i.id group by i.id order by 1, 2',
    ),
  ).toEqual([
    { status: 'linked', hasChild: true, referrals: 1 },
    { status: 'to-link', hasChild: false, referrals: 0 },
    { status: 'to-link', hasChild: false, referrals: 0 },
  ])
  expect(
    await countOf(
      "incoming_referrals i where not exists (select from referral_words w where w.incoming_id = i.id and w.kind = 'form') or answer_by < '2026-11-23' or received_at > '2026-11-23T12:00:00Z'",
    ),
  ).toBe(0)
  expect(
    await countOf(
      "referrals r where status = 'more-asked' and entered_by_id is null and exists (select from referral_words w where w.referral_id = r.id and w.kind = 'asked' and w.text = r.decision_reason) and received_on = (select to_char(received_at, 'YYYY-MM-DD') from incoming_referrals where id = r.incoming_id)",
    ),
  ).toBe(1)
  expect(
    await programme.query(
      'select v.status::text as status, v.ends_at > \'2026-11-23T12:00:00Z\' as "isOpenYet", exists (select from referral_words w where w.referral_id = v.referral_id and w.said_by = v.name and w.about = v.question) as "hasWords" from view_requests v join referrals r on r.id = v.referral_id where r.status = \'received\' order by 1',
    ),
  ).toEqual([
    { status: 'answered', isOpenYet: true, hasWords: true },
    { status: 'open', isOpenYet: true, hasWords: false },
  ])
})
