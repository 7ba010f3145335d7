import { beforeAll, describe, expect, test } from '@jest/globals'
import supertest from 'supertest'
import { asUser } from '../../../src/core/access/localApi.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { askAgainForAll } from '../../../src/programme/meetings/meetings/askAgain.ts'
import { handoverWorkflow } from '../../../src/programme/matching/handovers/workflow.ts'
import { pauseRequestWorkflow } from '../../../src/programme/recruitment/activity/pauseRequestWorkflow.ts'
import { activityWorkflow } from '../../../src/programme/recruitment/activity/workflow.ts'
import type { Workflow } from '../../../src/core/workflow/workflow.ts'
import { wishesToStop } from '../../../src/programme/recruitment/queues.ts'
import { warnOfEndings } from '../../../src/programme/recruitment/vetting/warnings.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp } from '../../support/app.ts'
import { aPerson, aVettingRecord, aVolunteer, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, create, workAs } = actingIn(() => programme)
const standing = async (id: string) =>
  (
    await programme.query(
      'select standing::text as standing, standing_reason as reason, standing_since as since, standing_by_id as by from volunteers where id = $1',
      [id],
    )
  )[0]
const statusOf = async (meeting: string): Promise<unknown> =>
  (await programme.query('select status from meetings where id = $1', [meeting]))[0]?.status
const aConfirmedMeeting = async (
  pair: Awaited<ReturnType<typeof aPairThatMayAgree>>,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const { id } = await create({
    by: pair.volunteer.userId,
    collection: 'meetings',
    fields: meetingFields(pair, changes),
  })
  await act({ by: pair.confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
  return id
}

describe('pausing and leaving', () => {
  test.each(['pause', 'leave'] as const)(
    '[VOL-11] %s: who, when and why are kept, the next request is refused, meetings are called off, every child is handed over',
    async (action) => {
      const pair = await aPairThatMayAgree(programme)
      const meeting = await aConfirmedMeeting(pair)
      const { app } = testApp({ programme })
      const { cookie } = await programme.signIn(pair.volunteer.userId)
      expect((await supertest(app).get('/portal').set('Cookie', cookie)).status).toBe(200)

      await act({
        by: pair.coordinator,
        workflow: activityWorkflow,
        id: pair.volunteer.id,
        action,
        input: { reason: 'A new job' },
      })
      expect(await standing(pair.volunteer.id)).toEqual({
        standing: action === 'pause' ? 'paused' : 'left',
        reason: 'A new job',
        since: '2026-03-03',
        by: pair.coordinator,
      })
      expect(
        await programme.query('select 1 from sessions where user_id = $1 and ended_at is null', [
          pair.volunteer.userId,
        ]),
      ).toEqual([])
      const refused = await supertest(app).get('/portal').set('Cookie', cookie)
      expect([refused.status, refused.headers.location]).toEqual([303, expect.stringContaining('/sign-in')])
      expect(await statusOf(meeting)).toBe('cancelled')
      const [handover] = await programme.query<{ id: string; status: string; contact: string; since: string }>(
        'select id, status::text as status, contact_id as contact, needed_since as since from handovers where match_id = $1',
        [pair.match],
      )
      expect(handover).toMatchObject({ status: 'needed', contact: pair.confirmer, since: '2026-03-03' })
      expect(
        await programme.query(
          "select recipient_user_id as to from notifications where template = 'handover-needed' and subject_record = $1",
          [handover?.id],
        ),
      ).toEqual([{ to: pair.confirmer }])
      expect(
        await act({ by: pair.confirmer, workflow: handoverWorkflow, id: handover?.id ?? '', action: 'begin' }),
      ).toMatchObject({ status: 'begun', begunBy: pair.confirmer })
    },
  )

  test('[VOL-11] a step that fails leaves everything as it was: nobody is half out', async () => {
    const pair = await aPairThatMayAgree(programme)
    const { token } = await programme.signIn(pair.volunteer.userId)
    expect(
      (
        await refusalOf(
          act({
            by: pair.volunteer.userId,
            workflow: activityWorkflow,
            id: pair.volunteer.id,
            action: 'pause',
            input: { reason: 'Mine' },
          }),
        )
      ).rule,
    ).toBe('VOL-3')
    await programme.query("update matches set status = 'active' where id = $1", [pair.match])
    const work = await programme.workOf((await programme.signIn(pair.coordinator)).person)
    await expect(
      inTransaction({
        req: work.req,
        work: async () => {
          await act({
            by: pair.coordinator,
            workflow: activityWorkflow,
            id: pair.volunteer.id,
            action: 'pause',
            input: { reason: '' },
          })
        },
      }),
    ).rejects.toThrow()
    expect((await standing(pair.volunteer.id))?.standing).toBe('active')
    expect(token).toHaveLength(43)
    expect(
      (
        await programme.query('select count(*)::int as open from sessions where user_id = $1 and ended_at is null', [
          pair.volunteer.userId,
        ])
      )[0]?.open,
    ).toBeGreaterThan(0)
  })

  test('[VOL-11, VOL-3] whoever comes back is cleared anew, and reaches only their own page and the documents until then', async () => {
    const pair = await aPairThatMayAgree(programme)
    await act({
      by: pair.coordinator,
      workflow: activityWorkflow,
      id: pair.volunteer.id,
      action: 'pause',
      input: { reason: 'A new job' },
    })
    await programme.query(
      "update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    await act({ by: pair.coordinator, workflow: activityWorkflow, id: pair.volunteer.id, action: 'comeBack' })
    const { app } = testApp({ programme })
    const { cookie, person } = await programme.signIn(pair.volunteer.userId)
    expect(person.profiles).toEqual({ 'volunteers-being-cleared': pair.volunteer.id })
    const asThem = (path: string) => supertest(app).get(path).set('Cookie', cookie)
    expect([(await asThem('/portal/record')).status, (await asThem('/portal/policies')).status]).toEqual([200, 200])
    for (const path of ['/portal', '/portal/meetings', '/portal/logs', `/portal/children/${pair.match}`])
      expect([path, (await asThem(path)).headers.location]).toEqual([path, '/portal/record'])
    expect(
      await asUser(await programme.workOf(person))
        .find({ collection: 'children' })
        .catch(() => []),
    ).toEqual([])
    expect(
      await refusalOf(
        act({ by: pair.coordinator, workflow: activityWorkflow, id: pair.volunteer.id, action: 'activate' }),
      ),
    ).toMatchObject({ rule: 'VOL-3', reason: expect.stringContaining('no DBS check') })
    await aVettingRecord({ ...programme, volunteerId: pair.volunteer.id, kind: 'dbs-check', validUntil: '2026-03-03' })
    expect(
      await act({ by: pair.coordinator, workflow: activityWorkflow, id: pair.volunteer.id, action: 'activate' }),
    ).toMatchObject({ standing: 'active' })
  })

  test('[VOL-3] a new volunteer is being cleared; nobody is made active by an edit, by creating them so, or by themselves', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const made = await create({ by: coordinator, collection: 'volunteers', fields: { name: 'Quinn Example' } })
    expect(made).toMatchObject({ standing: 'joining' })
    expect(
      (
        await refusalOf(
          create({ by: coordinator, collection: 'volunteers', fields: { name: 'Quinn Example', standing: 'active' } }),
        )
      ).rule,
    ).toBe('STATE')
    const door = asUser(await programme.workOf((await programme.signIn(coordinator)).person))
    expect(
      (await refusalOf(door.update({ collection: 'volunteers', id: made.id, data: { standing: 'active' } }))).rule,
    ).toBe('STATE')
    expect(
      (await refusalOf(act({ by: coordinator, workflow: activityWorkflow, id: made.id, action: 'activate' }))).rule,
    ).toBe('VOL-3')
  })

  test('[ORG-1] nobody states of themselves how often they meet children or when they were born', async () => {
    const volunteer = await aVolunteer(programme)
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version, created_at, updated_at) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1, now(), now())",
      [volunteer.userId],
    )
    const door = asUser(await programme.workOf((await programme.signIn(volunteer.userId)).person))
    for (const data of [{ meetsChildren: 'never' }, { bornOn: '1980-01-01' }])
      expect((await refusalOf(door.update({ collection: 'volunteers', id: volunteer.id, data }))).rule).toBe('ORG-1')
  })
})

describe('a volunteer’s own wish', () => {
  test('[VOL-11] it reaches co-ordinator and committee, waits once, can be taken back, and is carried out with everything that follows', async () => {
    const pair = await aPairThatMayAgree(programme)
    const wish = (fields: Record<string, unknown> = {}) =>
      create({
        by: pair.volunteer.userId,
        collection: 'pause-requests',
        fields: { volunteer: pair.volunteer.id, wish: 'pause', words: 'canary words', ...fields },
      })
    const first = await wish()
    const told = await programme.query<{ to: string; details: unknown }>(
      "select recipient_user_id as to, details from notifications where template = 'volunteer-wish' and subject_record = $1",
      [first.id],
    )
    expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining([pair.coordinator, pair.confirmer]))
    expect(JSON.stringify(told)).not.toContain('canary')
    expect((await refusalOf(wish())).rule).toBe('VOL-11')
    await act({ by: pair.volunteer.userId, workflow: pauseRequestWorkflow, id: first.id, action: 'takeBack' })
    const second = await wish({ wish: 'leave' })
    await act({ by: pair.coordinator, workflow: pauseRequestWorkflow, id: second.id, action: 'carryOut' })
    expect(await standing(pair.volunteer.id)).toMatchObject({
      standing: 'left',
      reason: 'Their own wish',
      by: pair.coordinator,
    })
    expect(
      await programme.query('select status::text as status from handovers where match_id = $1', [pair.match]),
    ).toEqual([{ status: 'needed' }])
  })

  test('[VOL-11] what follows is named before anything is done: in the queue, on the wish and on the volunteer’s record', async () => {
    const pair = await aPairThatMayAgree(programme)
    const meeting = await aConfirmedMeeting(pair)
    const { id } = await create({
      by: pair.volunteer.userId,
      collection: 'pause-requests',
      fields: { volunteer: pair.volunteer.id, wish: 'pause' },
    })
    const work = await workAs(pair.coordinator)
    const follows = [
      expect.stringContaining('Every sign-in of theirs ends'),
      expect.stringContaining('A hand-over begins for 1 child'),
      expect.stringContaining('1 confirmed meeting is taken back. The parents of 1 child are told by email at once'),
    ]
    expect((await wishesToStop({ work, limit: 50 })).find((row) => row.id === id)?.follows).toEqual(follows)
    const offered = async (
      workflow: Workflow,
      collection: 'pause-requests' | 'volunteers',
      record: string,
    ): Promise<Array<[string, unknown]>> =>
      (await workflow.offered({ work, record: await asUser(work).findById({ collection, id: record }) })).map(
        (action) => [action.name, action.follows],
      )
    expect(await offered(pauseRequestWorkflow, 'pause-requests', id)).toEqual([['carryOut', follows]])
    expect(await offered(activityWorkflow, 'volunteers', pair.volunteer.id)).toEqual([
      ['pause', follows],
      ['leave', follows],
    ])
    expect([await statusOf(meeting), (await standing(pair.volunteer.id))?.standing]).toEqual(['confirmed', 'active'])
  })

  test('[VOL-11] nobody wishes for another', async () => {
    const [one, other] = [await aVolunteer(programme), await aVolunteer(programme)]
    expect(
      (
        await refusalOf(
          create({ by: one.userId, collection: 'pause-requests', fields: { volunteer: other.id, wish: 'leave' } }),
        )
      ).rule,
    ).toBe('VOL-11')
  })
})

describe('warnings and the day itself', () => {
  const warned = async (volunteerId: string) =>
    (
      await programme.query<{ template: string; days: number }>(
        "select template, (details->>'withinDays')::int as days from notifications where subject_record = $1 and template like 'clearance-ending%' order by created_at, template",
        [volunteerId],
      )
    ).map(({ template, days }) => `${template} ${days}`)
  const run = async (): Promise<number> => {
    const work = await programme.workOf({ kind: 'system', reason: 'a test of the daily job' })
    return inTransaction({ req: work.req, work: () => warnOfEndings(work) })
  }

  test('[VOL-6, VOL-9] 60, 30 and 7 days before, the volunteer and the co-ordinator are told once each, whatever the job misses or repeats, and of nothing else', async () => {
    await programme.query("update role_grants set ends_on = '2026-03-02' where role = 'co-ordinator'")
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const volunteer = await aVolunteer(programme)
    const both = (days: number): string[] => [`clearance-ending ${days}`, `clearance-ending-office ${days}`]
    await programme.query(
      "update vetting_records set valid_until = '2026-06-30', certificate_number = '009876543210' where volunteer_id = $1 and kind = 'dbs-check'",
      [volunteer.id],
    )
    const at = async (now: string): Promise<string[]> => {
      programme.clock.set(now)
      await run()
      await run()
      return warned(volunteer.id)
    }
    expect(await at('2026-04-30T08:00:00Z')).toEqual([])
    expect(await at('2026-05-01T08:00:00Z')).toEqual(both(60))
    expect(await at('2026-05-02T08:00:00Z')).toEqual(both(60))
    expect(await at('2026-06-03T08:00:00Z')).toEqual([...both(60), ...both(30)])
    expect(await at('2026-06-30T08:00:00Z')).toEqual([...both(60), ...both(30), ...both(7)])
    expect(await at('2026-07-01T08:00:00Z')).toHaveLength(6)
    const rows = JSON.stringify(
      await programme.query('select * from notifications where subject_record = $1', [volunteer.id]),
    )
    expect(rows).not.toMatch(/009876543210|dbs/i)
    expect(rows).toContain(coordinator)
    programme.clock.set('2026-03-03T12:00:00Z')
  })

  test('[VOL-6] a newer check silences the warning for the older one', async () => {
    const volunteer = await aVolunteer(programme)
    await programme.query(
      "update vetting_records set valid_until = '2026-03-20' where volunteer_id = $1 and kind = 'dbs-check'",
      [volunteer.id],
    )
    await aVettingRecord({
      ...programme,
      volunteerId: volunteer.id,
      kind: 'dbs-check',
      takenOn: '2026-03-01',
      validUntil: '2029-03-01',
    })
    await run()
    expect(await warned(volunteer.id)).toEqual([])
  })

  test('[VOL-3, VOL-6, MTG-4] past the last day the gates close by themselves: the job of the night takes meetings back and everybody is told', async () => {
    const pair = await aPairThatMayAgree(programme)
    const onTheDay = await aConfirmedMeeting(pair, { startsAt: '2026-03-10T16:00:00.000Z' })
    const dayAfter = await aConfirmedMeeting(pair, { startsAt: '2026-03-11T00:30:00.000Z' })
    await programme.query(
      "update vetting_records set valid_until = '2026-03-10' where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    programme.clock.set('2026-03-10T02:10:00Z')
    const work = await programme.workOf({ kind: 'system', reason: 'a test of the nightly job' })
    await inTransaction({ req: work.req, work: () => askAgainForAll(work) })
    expect([await statusOf(onTheDay), await statusOf(dayAfter)]).toEqual(['confirmed', 'proposed'])
    const told = (
      await programme.query<{ to: string }>(
        "select coalesce(recipient_user_id, recipient_guardian_id) as to from notifications where subject_record = $1 and template like 'meeting-unconfirmed%'",
        [dayAfter],
      )
    ).map(({ to }) => to)
    expect(told).toEqual(
      expect.arrayContaining([pair.volunteer.userId, pair.confirmer, pair.coordinator, pair.child.guardianId]),
    )
    expect(
      (await refusalOf(act({ by: pair.confirmer, workflow: meetingWorkflow, id: dayAfter, action: 'confirm' }))).rule,
    ).toBe('VOL-3')
    programme.clock.set('2026-03-03T12:00:00Z')
  })
})
