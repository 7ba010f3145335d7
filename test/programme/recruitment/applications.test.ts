import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter } from '../../../src/core/clock/londonDates.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { adultFrom } from '../../../src/programme/people/adulthood.ts'
import {
  applicationsToConsider,
  applicationsToDecide,
  interviewsToHold,
} from '../../../src/programme/recruitment/applications/queues.ts'
import { adultOn, mayDecide } from '../../../src/programme/recruitment/applications/rules.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import { clearanceFactsOf } from '../../../src/programme/recruitment/queries.ts'
import { missingForClearance } from '../../../src/programme/recruitment/rules.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { anApplicant, applicationOf, refereeSays, type Applicant } from '../../support/applications.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { referenceWorkflow } from '../../../src/programme/recruitment/references/workflow.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let committee: string
let other: string
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  other = await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['committee'] })
  coordinator = await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] })
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { act, create, workAs } = actingIn(() => programme)

const step = (by: string, id: string, action: string, input: Record<string, unknown> = {}) =>
  act({ by, workflow: applicationWorkflow, id, action, input })
const INTERVIEW = { heldOn: '2026-03-02', outcome: 'recommend', notes: 'Warm, listens well.' }
const interviewed = async (changes: Parameters<typeof anApplicant>[1] = {}): Promise<Applicant> => {
  const applicant = await anApplicant(programme, changes)
  await step(committee, applicant.id, 'consider')
  await step(committee, applicant.id, 'recordInterview', INTERVIEW)
  return applicant
}
const approve = (by: string, id: string) => step(by, id, 'approve', { noTies: true })
const rowOf = async (id: string) =>
  (await programme.query('select *, status::text as status from applications where id = $1', [id]))[0] ?? {}
const count = async (statement: string, values: unknown[] = []): Promise<number> =>
  (await programme.query<{ count: number }>(`select count(*)::int as count from ${statement}`, values))[0]?.count ?? -1
const mails = async (id: string) =>
  (
    await programme.query<{ what: string }>(
      "select coalesce(details->>'step', template) as what from notifications where subject_record = $1 order by created_at, details->>'step'",
      [id],
    )
  ).map(({ what }) => what)

describe('[VOL-12] adults only, on the day of approval', () => {
  test.each([
    ['the day before the birthday', '2008-03-04', '2026-03-03', false],
    ['the birthday itself', '2008-03-04', '2026-03-04', true],
    ['born on 29 February, the day before 1 March', '2008-02-29', '2026-02-28', false],
    ['born on 29 February, 1 March', '2008-02-29', '2026-03-01', true],
    ['31 August', '2008-09-01', '2026-08-31', false],
    ['1 September', '2008-09-01', '2026-09-01', true],
    ['the Sunday on which the clocks go forward', '2008-03-29', '2026-03-29', true],
    ['the Sunday on which the clocks go back', '2008-10-25', '2026-10-24', false],
  ])('[VOL-12] %s', (_what, bornOn, on, adult) => {
    expect(adultOn({ bornOn, on }).allowed).toBe(adult)
  })

  test('[VOL-12] nobody whose birth date is not known; and the day that is named is the first on which it is allowed', () => {
    expect(adultOn({ bornOn: null, on: '2026-03-03' })).toMatchObject({ allowed: false, rule: 'VOL-12' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const bornOn = daysAfter({ date: '1930-01-01', days })
        const from = adultFrom(bornOn)
        expect([
          adultOn({ bornOn, on: daysAfter({ date: from, days: -1 }) }).allowed,
          adultOn({ bornOn, on: from }).allowed,
        ]).toEqual([false, true])
      }),
      { numRuns: 3000 },
    )
  })

  test('[VOL-12] the day counts in London: refused the evening before, approved after midnight in summer time', async () => {
    const young = await interviewed({ about: { bornOn: '2008-06-10' } })
    programme.clock.set('2026-06-09T22:59:00Z')
    expect(await refusalOf(approve(committee, young.id))).toMatchObject({
      rule: 'VOL-12',
      reason: expect.stringContaining('10 June 2026'),
    })
    programme.clock.set('2026-06-09T23:01:00Z')
    expect(await approve(committee, young.id)).toMatchObject({ status: 'approved' })
  })
})

describe('[VOL-1] how somebody becomes a volunteer', () => {
  test('[VOL-1] received, considered, interviewed, approved: each step by whom it belongs to, and told without detail', async () => {
    const applicant = await anApplicant(programme)
    expect(applicant.code).toMatch(/^V-[A-Z0-9]{6}$/)
    expect(await refusalOf(step(coordinator, applicant.id, 'consider'))).toMatchObject({ rule: 'VOL-1' })
    await step(committee, applicant.id, 'consider')
    expect(
      await refusalOf(
        step(coordinator, applicant.id, 'planInterview', { date: '2026-03-02', time: '18:30', place: 'The office' }),
      ),
    ).toMatchObject({ rule: 'VOL-1' })
    await step(coordinator, applicant.id, 'planInterview', { date: '2026-03-10', time: '18:30', place: 'The office' })
    expect(await rowOf(applicant.id)).toMatchObject({
      status: 'interview-planned',
      interview_at: new Date('2026-03-10T18:30:00Z'),
    })
    expect(await refusalOf(step(committee, applicant.id, 'approve', { noTies: true }))).toMatchObject({ rule: 'STATE' })
    programme.clock.set('2026-03-11T09:00:00Z')
    expect(
      await refusalOf(step(coordinator, applicant.id, 'recordInterview', { ...INTERVIEW, heldOn: '2026-03-10' })),
    ).toMatchObject({ rule: 'VOL-1' })
    expect(
      await refusalOf(step(committee, applicant.id, 'recordInterview', { ...INTERVIEW, heldOn: '2026-03-12' })),
    ).toMatchObject({ rule: 'VOL-1' })
    await step(committee, applicant.id, 'recordInterview', {
      ...INTERVIEW,
      heldOn: '2026-03-10',
      others: 'Rowan Madeup',
    })
    expect(await rowOf(applicant.id)).toMatchObject({
      status: 'interviewed',
      interviewed_on: '2026-03-10',
      interviewed_by_id: committee,
      interviewed_with: 'Rowan Madeup',
      interview_outcome: 'recommend',
    })
    expect(
      await count('interview_notes where application_id = $1 and words = $2 and written_by_id = $3', [
        applicant.id,
        INTERVIEW.notes,
        committee,
      ]),
    ).toBe(1)
    expect(await refusalOf(approve(coordinator, applicant.id))).toMatchObject({ rule: 'VOL-1' })
    await approve(other, applicant.id)
    const row = await rowOf(applicant.id)
    expect(row).toMatchObject({ status: 'approved', decided_by_id: other })
    expect(
      await programme.query('select name, mobile, born_on, home_address from volunteers where id = $1', [
        row.volunteer_id,
      ]),
    ).toEqual([
      {
        name: 'Reese Placeholder',
        mobile: '07700 900321',
        born_on: '1991-07-15',
        home_address: '9 Made-up Lane, Andover',
      },
    ])
    expect(
      await programme.query(
        'select kind::text as kind, taken_on, seen_by_id from vetting_records where volunteer_id = $1',
        [row.volunteer_id],
      ),
    ).toEqual([{ kind: 'committee-approval', taken_on: '2026-03-11', seen_by_id: other }])
    expect(
      await programme.query(
        'select u.email, r.role::text as role, r.starts_on, l.purpose::text as purpose from volunteers v join users u on u.id = v.user_id join role_grants r on r.user_id = u.id join sign_in_links l on l.user_id = u.id where v.id = $1',
        [row.volunteer_id],
      ),
    ).toEqual([{ email: applicant.email, role: 'volunteer', starts_on: '2026-03-11', purpose: 'invitation' }])
    const told = await mails(applicant.id)
    expect(told.filter((what) => what !== 'application-received').sort()).toEqual([
      'approved',
      'considered',
      'interview-planned',
      'interviewed',
      'received',
    ])
    expect(
      JSON.stringify(
        await programme.query('select details, recipient_address from notifications where subject_record = $1', [
          applicant.id,
        ]),
      ),
    ).not.toMatch(/office|Reese|Made-up|18:30/i)
  })

  test('[VOL-1] both sources, and a form on paper entered by the co-ordinator; a number that cannot be rung or no agreement is refused [VOL-7, VOL-6]', async () => {
    const { about } = applicationOf({ about: { source: 'known' } })
    expect(
      await create({ by: coordinator, collection: 'applications', fields: { ...about, agreedToChecks: true } }),
    ).toMatchObject({ status: 'received', source: 'known', enteredBy: coordinator, receivedOn: '2026-03-03' })
    expect(
      await refusalOf(
        create({
          by: coordinator,
          collection: 'applications',
          fields: { ...about, agreedToChecks: true, mobile: '12' },
        }),
      ),
    ).toMatchObject({ rule: 'VOL-7' })
    expect(
      await refusalOf(
        create({ by: coordinator, collection: 'applications', fields: { ...about, agreedToChecks: false } }),
      ),
    ).toMatchObject({ rule: 'VOL-6' })
    await expect(
      create({
        by: (await aVolunteer(programme)).userId,
        collection: 'applications',
        fields: { ...about, agreedToChecks: true },
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  test('[VOL-4] no earlier part in camps or clubs is no reason for anything: every step goes as well without', async () => {
    const without = await interviewed({ about: { earlierInvolvement: '' } })
    const withSome = await interviewed({ about: { earlierInvolvement: 'Two summer camps' } })
    expect([(await approve(other, without.id)).status, (await approve(other, withSome.id)).status]).toEqual([
      'approved',
      'approved',
    ])
  })

  test('[VOL-1] not approving needs a reason, which the applicant is not told; open references end with it', async () => {
    const applicant = await anApplicant(programme)
    await step(committee, applicant.id, 'consider')
    await expect(step(committee, applicant.id, 'notApprove')).rejects.toMatchObject({ status: 400 })
    await step(committee, applicant.id, 'notApprove', { reason: 'canary-reason' })
    expect(await rowOf(applicant.id)).toMatchObject({
      status: 'not-approved',
      decision_reason: 'canary-reason',
      decided_by_id: committee,
    })
    expect(
      await count("volunteer_references where application_id = $1 and status = 'ended' and link_digest is null", [
        applicant.id,
      ]),
    ).toBe(2)
    expect(
      JSON.stringify(await programme.query('select * from notifications where subject_record = $1', [applicant.id])),
    ).not.toContain('canary-reason')
    expect(await count("volunteers where name = 'nobody'")).toBe(0)
  })

  test('[VOL-1] whoever is known already keeps their account and their record: nobody becomes two volunteers', async () => {
    const existing = await aVolunteer({ ...programme, name: 'Quinn Example', cleared: false })
    const [user] = await programme.query<{ email: string }>('select email from users where id = $1', [existing.userId])
    const again = await interviewed({ about: { email: user?.email.toUpperCase() } })
    await approve(other, again.id)
    expect(await rowOf(again.id)).toMatchObject({ volunteer_id: existing.id })
    expect(await count('volunteers where user_id = $1', [existing.userId])).toBe(1)
    expect(await count("role_grants where user_id = $1 and role = 'volunteer'", [existing.userId])).toBe(1)
  })

  test('[VOL-1] with a closed account nothing is done, and it is said', async () => {
    const user = await aPerson(programme)
    await programme.query("update users set standing = 'closed' where id = $1", [user])
    const [{ email } = { email: '' }] = await programme.query<{ email: string }>(
      'select email from users where id = $1',
      [user],
    )
    const applicant = await interviewed({ about: { email } })
    expect(await refusalOf(approve(other, applicant.id))).toMatchObject({
      rule: 'VOL-1',
      reason: expect.stringContaining('closed'),
    })
    expect(await rowOf(applicant.id)).toMatchObject({ status: 'interviewed', volunteer_id: null })
  })

  test('[VOL-1] an applicant withdraws by their own link and no other; then nothing more can be done', async () => {
    const [mine, theirs] = [await anApplicant(programme), await anApplicant(programme)]
    const withdrawAs = async (recordId: string) =>
      performAction({
        work: await programme.workOf({ kind: 'link', holder: 'applicant', recordId }),
        workflow: applicationWorkflow,
        id: mine.id,
        action: 'withdraw',
        input: { sure: true },
      })
    expect(await refusalOf(withdrawAs(theirs.id))).toMatchObject({ rule: 'VOL-1' })
    await withdrawAs(mine.id)
    expect(await refusalOf(step(committee, mine.id, 'consider'))).toMatchObject({ rule: 'STATE' })
  })
})

describe('[ORG-1] who decides', () => {
  test('[ORG-1] each tie is refused in its own words', () => {
    expect(mayDecide({ tie: undefined })).toEqual({ allowed: true })
    for (const tie of ['applicant', 'entered', 'referee', 'tied'] as const)
      expect(mayDecide({ tie })).toMatchObject({ allowed: false, rule: 'ORG-1' })
  })

  const ties: Array<[string, () => Promise<string>]> = [
    [
      'whoever entered it',
      async () => {
        const { id } = await create({
          by: committee,
          collection: 'applications',
          fields: { ...applicationOf().about, agreedToChecks: true },
        })
        return id
      },
    ],
    [
      'a referee',
      async () =>
        (
          await anApplicant(programme, {
            referees: [
              { name: 'Casey Standin', email: await emailOf(committee), telephone: null, howKnown: 'Neighbour' },
            ],
          })
        ).id,
    ],
    ['family', async () => (await tied(await anApplicant(programme))).id],
    ['the applicant', async () => (await anApplicant(programme, { about: { email: await emailOf(committee) } })).id],
  ]
  const emailOf = async (id: string) =>
    (await programme.query<{ email: string }>('select email from users where id = $1', [id]))[0]?.email ?? ''
  const tied = async (applicant: { id: string }) => {
    await (
      await import('../../../src/core/access/localApi.ts')
    )
      .asUser(await workAs(other))
      .update({ collection: 'applications', id: applicant.id, data: { tiedTo: [committee] } })
    return applicant
  }

  test.each(ties)('[ORG-1] not %s, neither yes nor no; somebody else does', async (_who, made) => {
    const id = await made()
    const third = await aPerson({ ...programme, roles: ['committee'] })
    await step(third, id, 'consider')
    await step(third, id, 'recordInterview', INTERVIEW)
    expect(await refusalOf(approve(committee, id))).toMatchObject({ rule: 'ORG-1' })
    expect(await refusalOf(step(committee, id, 'notApprove', { reason: 'No.' }))).toMatchObject({ rule: 'ORG-1' })
    expect(
      (await applicationsToDecide({ work: await workAs(committee), limit: 50 })).find((row) => row.id === id)?.blockers,
    ).toMatchObject([{ rule: 'ORG-1' }])
    expect(
      (await applicationsToDecide({ work: await workAs(third), limit: 50 })).find((row) => row.id === id)?.blockers,
    ).toEqual([])
    expect(await step(third, id, 'notApprove', { reason: 'No.' })).toMatchObject({ status: 'not-approved' })
  })

  test('[ORG-1] nobody takes themselves off those who are tied', async () => {
    const { asUser } = await import('../../../src/core/access/localApi.ts')
    const { id } = await tied(await anApplicant(programme))
    expect(
      await refusalOf(asUser(await workAs(committee)).update({ collection: 'applications', id, data: { tiedTo: [] } })),
    ).toMatchObject({ rule: 'ORG-1' })
    await asUser(await workAs(other)).update({ collection: 'applications', id, data: { tiedTo: [] } })
  })

  test('[ORG-1] approving says that one is neither family nor referee: without it nothing is done', async () => {
    const applicant = await interviewed()
    await expect(step(other, applicant.id, 'approve', {})).rejects.toMatchObject({ status: 400 })
    await expect(step(other, applicant.id, 'approve', { noTies: false })).rejects.toMatchObject({ status: 400 })
    expect(await rowOf(applicant.id)).toMatchObject({ status: 'interviewed' })
  })
})

describe('[VOL-1] at the same moment', () => {
  test('[VOL-1] fifty approvals of one application make one volunteer, one account, one approval, one invitation', async () => {
    const applicant = await interviewed()
    const members = await Promise.all(Array.from({ length: 10 }, () => aPerson({ ...programme, roles: ['committee'] })))
    const people = await Promise.all(members.map((member) => programme.signIn(member)))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, async (_, turn) =>
        performAction({
          work: await programme.workOf(people[turn % 10]?.person ?? { kind: 'anonymous' }),
          workflow: applicationWorkflow,
          id: applicant.id,
          action: 'approve',
          input: { noTies: true },
        }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409, data: { rule: 'STATE' } })
    const { volunteer_id: volunteer } = await rowOf(applicant.id)
    expect(await count('users where email = $1', [applicant.email])).toBe(1)
    expect(await count('volunteers v join users u on u.id = v.user_id where u.email = $1', [applicant.email])).toBe(1)
    expect(await count('vetting_records where volunteer_id = $1', [volunteer])).toBe(1)
    expect(
      await count(
        "notifications n join users u on u.id = n.recipient_user_id where u.email = $1 and n.template = 'invitation'",
        [applicant.email],
      ),
    ).toBe(1)
    expect(await count("audit_events where record_id = $1 and action = 'approve'", [applicant.id])).toBe(1)
  }, 60_000)

  test('[VOL-1] two applications of one person, approved at once, make one volunteer', async () => {
    const first = await interviewed()
    const second = await interviewed({ about: { email: first.email } })
    await Promise.all([approve(other, first.id), approve(committee, second.id)])
    expect((await rowOf(first.id)).volunteer_id).toBe((await rowOf(second.id)).volunteer_id)
    expect(await count('volunteers v join users u on u.id = v.user_id where u.email = $1', [first.email])).toBe(1)
  })
})

describe('what waits', () => {
  test('[VOL-1] each application stands in the queue of its next step, for caseworkers alone', async () => {
    const { id } = await anApplicant(programme)
    const standsIn = async (who: string) => {
      const asking = { work: await workAs(who), limit: 100 }
      const all = {
        consider: await applicationsToConsider(asking),
        interview: await interviewsToHold(asking),
        decide: await applicationsToDecide(asking),
      }
      return Object.entries(all).flatMap(([queue, rows]) => (rows.some((row) => row.id === id) ? [queue] : []))
    }
    const trustee = await aPerson({ ...programme, roles: ['trustee'] })
    expect([await standsIn(coordinator), await standsIn(trustee)]).toEqual([['consider'], []])
    await step(committee, id, 'consider')
    expect(await standsIn(coordinator)).toEqual(['interview'])
    await step(coordinator, id, 'planInterview', { date: '2026-03-10', time: '9:05', place: 'The office' })
    expect(await standsIn(committee)).toEqual(['interview'])
    await step(committee, id, 'recordInterview', INTERVIEW)
    expect(await standsIn(committee)).toEqual(['decide'])
    await approve(other, id)
    expect(await standsIn(committee)).toEqual([])
  })
})

test('[VOL-6] whoever was approved lacks references until two are held, and then no more', async () => {
  const applicant = await interviewed()
  await approve(other, applicant.id)
  const { volunteer_id: volunteer } = await rowOf(applicant.id)
  const lacks = async () => {
    const facts = (await clearanceFactsOf({ query: programme.query, volunteerIds: [String(volunteer)] })).get(
      String(volunteer),
    )
    return facts
      ? missingForClearance({ facts, on: '2026-03-03' })
          .filter(({ rule }) => rule === 'VOL-6')
          .map(({ reason }) => reason)
      : ['unknown']
  }
  expect(await lacks()).toEqual(['Reese Placeholder needs two references, and none is held.'])
  for (const [place, reference] of applicant.references.entries()) {
    await performAction({
      work: await programme.workOf({ kind: 'link', holder: 'referee', recordId: reference }),
      workflow: referenceWorkflow,
      id: reference,
      action: 'answer',
      input: refereeSays(),
    })
    expect(await lacks()).toEqual(place === 0 ? ['Reese Placeholder needs two references, and one is held.'] : [])
  }
})
