import { beforeAll, describe, expect, test } from '@jest/globals'
import { asUser } from '../../../src/core/access/localApi.ts'
import { matchWorkflow } from '../../../src/programme/matching/matches/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aGoal, aMembership, aReadyMatch, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, create, workAs } = actingIn(() => programme)
const start = ({ by, id }: { by: string; id: string }) => act({ by, workflow: matchWorkflow, id, action: 'start' })

type Ready = Awaited<ReturnType<typeof aReadyMatch>>

/** Undoes one thing of a match that is ready in every other way. */
type Undoing = (ready: Ready) => [statement: string, values: unknown[]]
const onMatch =
  (change: string): Undoing =>
  ({ match }) => [`update matches set ${change} where id = $1`, [match]]
const onVetting =
  (change: string, kind: string): Undoing =>
  ({ volunteer }) => [
    `update vetting_records set ${change} where volunteer_id = $1 and kind = '${kind}'`,
    [volunteer.id],
  ]

test('[MAT-2] a match for which everything is done starts', async () => {
  const { committee, match } = await aReadyMatch(programme)
  expect(await start({ by: committee, id: match })).toMatchObject({ status: 'active' })
})

describe('[MAT-2] each item of the readiness list alone stands in the way, in words', () => {
  const items: Array<[what: string, rule: string, words: string, undo: Undoing]> = [
    [
      'membership',
      'MAT-2',
      'The child is not a current member of the club.',
      ({ child }) => ["update memberships set until = '2026-03-02' where child_id = $1", [child.id]],
    ],
    [
      'accepted referral',
      'MAT-2',
      'The committee has not accepted the child’s referral.',
      ({ referral }) => ["update referrals set status = 'received' where id = $1", [referral]],
    ],
    ['a goal', 'MAT-2', 'Goals have not been set together', ({ goal }) => ['delete from goals where id = $1', [goal]]],
    ['goals set together', 'MAT-2', 'Goals have not been set together', onMatch('goals_set_on = null')],
    ['goals set by today', 'MAT-2', 'Goals have not been set together', onMatch("goals_set_on = '2026-03-04'")],
    ['parents met', 'MAT-2', 'No committee member has met the parents.', onMatch('parents_met_on = null')],
    [
      'parents met by the committee',
      'MAT-2',
      'No committee member has met the parents.',
      ({ match, coordinator }) => ['update matches set parents_met_by_id = $2 where id = $1', [match, coordinator]],
    ],
    ['the school', 'MAT-2', 'The school has not been told', onMatch('school = null')],
    [
      'a reason why the school is not told',
      'MAT-2',
      'no reason is recorded why not',
      onMatch("school = 'not-told', school_reason = ' '"),
    ],
    ['the introduction', 'MAT-2', 'Volunteer, child and family have not met.', onMatch('introduced_on = null')],
    [
      'the introduction by today',
      'MAT-2',
      'Volunteer, child and family have not met.',
      onMatch("introduced_on = '2026-03-10'"),
    ],
    ['the first review', 'MAT-2', 'The first review is not dated.', onMatch('first_review_on = null')],
    [
      'a contact on the committee',
      'MAT-2',
      'No committee contact is assigned.',
      ({ match, coordinator }) => ['update matches set committee_contact_id = $2 where id = $1', [match, coordinator]],
    ],
    [
      'the child’s agreement [MAT-9 thin]',
      'MAT-9',
      'The child has not agreed to the children’s code of conduct.',
      onMatch('child_agreed_on = null'),
    ],
    [
      'the risk assessment [MAT-10 thin]',
      'MAT-10',
      'The pair’s risk assessment is not accepted.',
      onMatch('risk_accepted_on = null'),
    ],
    [
      'who accepted the risk assessment [MAT-10 thin]',
      'MAT-10',
      'The pair’s risk assessment is not accepted.',
      onMatch('risk_accepted_by_id = null'),
    ],
  ]

  test.each(items)('[MAT-2] %s', async (_what, rule, words, undo) => {
    const ready = await aReadyMatch(programme)
    await programme.query(...undo(ready))
    const refusal = await refusalOf(start({ by: ready.committee, id: ready.match }))
    expect(refusal).toMatchObject({ rule, reason: expect.stringContaining(words) })
    expect(refusal.nextStep).not.toBe('')
    expect(await programme.query('select status::text from matches where id = $1', [ready.match])).toEqual([
      { status: 'proposed' },
    ])
    const record = await asUser(await workAs(ready.committee)).findById({ collection: 'matches', id: ready.match })
    const [standing] = await matchWorkflow.obstacles({
      work: await workAs(ready.committee),
      records: [record],
      action: 'start',
    })
    expect(standing?.blockers.map(({ reason }) => reason)).toEqual([refusal.reason])
  })

  test('[MAT-2] a parent’s no is a reason for the school not to be told', async () => {
    const { committee, match } = await aReadyMatch(programme)
    await programme.query(
      "update matches set school = 'not-told', school_reason = 'The parents said no' where id = $1",
      [match],
    )
    expect(await start({ by: committee, id: match })).toMatchObject({ status: 'active' })
  })

  test.each([
    ['nobody has answered', null, 'No parent or carer has agreed to “Taking part in mentoring”.'],
    ['the answer is no', 'no', 'A parent or carer has said no to “Meetings in public places”'],
    ['the answer ran out', '2025-03-01', 'has'],
  ])('[CON-1] consent: %s', async (_what, change, words) => {
    const { committee, child, guardian, match } = await aMatchWithoutConsent()
    if (change === 'no') {
      await consentFrom({ ...programme, childId: child, guardianId: guardian, items: ['taking-part'] })
      await consentFrom({ ...programme, childId: child, guardianId: guardian, items: ['meetings'], answer: 'no' })
    } else if (change) await consentFrom({ ...programme, childId: child, guardianId: guardian, decidedOn: change })
    expect(await refusalOf(start({ by: committee, id: match }))).toMatchObject({
      rule: 'CON-1',
      reason: expect.stringContaining(change === '2025-03-01' ? 'runs out before' : words),
    })
  })
})

describe('[VOL-3] nobody is matched unless they are cleared on the day', () => {
  const lacks: Array<[what: string, words: string, undo: Undoing]> = [
    [
      'approval after interview',
      'The committee has not approved Harper Sample after an interview.',
      onVetting("status = 'withdrawn'", 'committee-approval'),
    ],
    [
      'a DBS check that is valid',
      'Harper Sample has no DBS check that is valid on 3 March 2026.',
      onVetting("valid_until = '2026-03-02'", 'dbs-check'),
    ],
    [
      'a recheck date of the DBS check',
      'Harper Sample has no DBS check that is valid on 3 March 2026.',
      onVetting('valid_until = null', 'dbs-check'),
    ],
    [
      'safeguarding training face to face',
      'Harper Sample has no safeguarding training taken face to face',
      onVetting('face_to_face = false', 'safeguarding-training'),
    ],
    ['an induction', 'Harper Sample has not had an induction.', onVetting("taken_on = '2026-03-04'", 'induction')],
    [
      'being active',
      'Harper Sample is not an active volunteer.',
      ({ volunteer }) => ["update volunteers set standing = 'paused' where id = $1", [volunteer.id]],
    ],
  ]
  test.each(lacks)('[VOL-3] %s', async (_what, words, undo) => {
    const ready = await aReadyMatch(programme)
    await programme.query(...undo(ready))
    expect(await refusalOf(start({ by: ready.committee, id: ready.match }))).toMatchObject({
      rule: 'VOL-3',
      reason: expect.stringContaining(words),
    })
  })

  test('[VOL-3] the day is that of the start, where it is still to come', async () => {
    const ready = await aReadyMatch({ ...programme, startsOn: '2026-04-01' })
    await programme.query(...onVetting("valid_until = '2026-03-31'", 'dbs-check')(ready))
    expect(await refusalOf(start({ by: ready.committee, id: ready.match }))).toMatchObject({
      rule: 'VOL-3',
      reason: expect.stringContaining('1 April 2026'),
    })
    await programme.query(...onVetting("valid_until = '2026-04-01'", 'dbs-check')(ready))
    expect(await start({ by: ready.committee, id: ready.match })).toMatchObject({ status: 'active' })
  })
})

describe('[MAT-3] one active volunteer a child', () => {
  test('[MAT-3] a second match of the child is refused until the first has ended', async () => {
    const { committee, child, match } = await aReadyMatch(programme)
    const earlier = await aMatch({
      ...programme,
      childId: child.id,
      volunteerId: (await aVolunteer({ ...programme, name: 'Jordan Example' })).id,
      contactId: committee,
    })
    expect(await refusalOf(start({ by: committee, id: match }))).toMatchObject({
      rule: 'MAT-3',
      reason: 'This child already has an active volunteer.',
    })
    await act({
      by: committee,
      workflow: matchWorkflow,
      id: earlier,
      action: 'end',
      input: { reason: 'The volunteer moves away' },
    })
    expect(await start({ by: committee, id: match })).toMatchObject({ status: 'active' })
  })

  test('[MAT-3] of two matches started at once one starts', async () => {
    const { committee, child, match } = await aReadyMatch(programme)
    const other = await aReadyMatch(programme)
    await programme.query('update matches set child_id = $2 where id = $1', [other.match, child.id])
    const outcomes = await Promise.allSettled([
      start({ by: committee, id: match }),
      start({ by: committee, id: other.match }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(
      await programme.query("select count(*)::int as active from matches where child_id = $1 and status = 'active'", [
        child.id,
      ]),
    ).toEqual([{ active: 1 }])
  })
})

describe('[ORG-1] nobody starts or ends a match of their own', () => {
  test('[ORG-1] a committee member who is the volunteer cannot; another can: it never dead-locks', async () => {
    const { committee, volunteer, match } = await aReadyMatch(programme)
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1)",
      [volunteer.userId],
    )
    expect(await refusalOf(start({ by: volunteer.userId, id: match }))).toMatchObject({
      rule: 'ORG-1',
      nextStep: 'Ask another committee member.',
    })
    expect(
      await refusalOf(
        act({ by: volunteer.userId, workflow: matchWorkflow, id: match, action: 'end', input: { reason: 'Because' } }),
      ),
    ).toMatchObject({ rule: 'ORG-1' })
    expect(await start({ by: committee, id: match })).toMatchObject({ status: 'active' })
  })

  test('[MAT-1] the co-ordinator proposes, a committee member starts', async () => {
    const { coordinator, committee, volunteer, match } = await aReadyMatch(programme)
    expect(await refusalOf(start({ by: coordinator, id: match }))).toMatchObject({ rule: 'MAT-1' })
    const { id: child } = await aChild(programme)
    expect(
      await create({
        by: coordinator,
        collection: 'matches',
        fields: {
          child,
          volunteer: volunteer.id,
          startsOn: '2026-03-10',
          frequency: 'weekly',
          committeeContact: committee,
        },
      }),
    ).toMatchObject({ status: 'proposed' })
  })
})

describe('[ORG-1] starting a match is a decision, and not of one person alone', () => {
  const STEPS = {
    goalsSetOn: '2026-02-20',
    parentsMetOn: '2026-02-20',
    school: 'not-told',
    schoolReason: 'The parents said no',
    introducedOn: '2026-02-20',
    firstReviewOn: '2026-04-14',
    childAgreedOn: '2026-02-20',
    riskAcceptedOn: '2026-02-20',
  }
  /**
   * A match of a child who is ready otherwise, proposed by one person, with its steps written down by another, on a
   * committee of these alone.
   */
  const proposed = async ({
    seats,
    by,
    stepsBy,
    chosenBy,
  }: {
    seats: string[]
    by: string
    stepsBy: string
    chosenBy?: string
  }) => {
    const ready = await aReadyMatch(programme)
    await programme.query('delete from matches where id = $1', [ready.match])
    const people = new Map([
      ...(await Promise.all(
        seats.map(async (name) => [name, await aPerson({ ...programme, name, roles: ['committee'] })] as const),
      )),
      ['the co-ordinator', ready.coordinator] as const,
    ])
    await programme.query(
      "update role_grants set ends_on = '2026-03-02' where role = 'committee' and user_id <> all($1::uuid[])",
      [[...people.values()]],
    )
    const person = (name: string): string => people.get(name) ?? ''
    const fields = {
      child: ready.child.id,
      volunteer: ready.volunteer.id,
      startsOn: '2026-03-03',
      frequency: 'weekly',
      committeeContact: person(seats[0] ?? ''),
    }
    const done = { ...STEPS, parentsMetBy: person(seats[0] ?? ''), riskAcceptedBy: person(seats[0] ?? '') }
    const { id } = await create({
      by: person(by),
      collection: 'matches',
      fields: by === stepsBy ? { ...fields, ...done } : fields,
    })
    if (by !== stepsBy) await asUser(await workAs(person(stepsBy))).update({ collection: 'matches', id, data: done })
    if (chosenBy) await act({ by: person(chosenBy), workflow: matchWorkflow, id, action: 'choose' })
    return { id, startBy: (name: string) => start({ by: person(name), id }) }
  }
  const [CO, ONE, TWO, THREE] = ['the co-ordinator', 'Avery Oneseat', 'Blake Twoseat', 'Cameron Threeseat']

  test('[ORG-1] whoever proposed it and wrote down every step cannot start it; another can, and is named', async () => {
    const { startBy } = await proposed({ seats: [ONE, TWO], by: ONE, stepsBy: ONE })
    expect(await refusalOf(startBy(ONE))).toMatchObject({
      rule: 'ORG-1',
      reason: 'You proposed it, chose the volunteer and wrote down every step, so somebody else starts this match.',
      nextStep: `Ask ${TWO}.`,
    })
    expect(await startBy(TWO)).toMatchObject({ status: 'active' })
  })

  test.each([
    [
      'proposed it',
      { seats: [ONE, TWO, THREE], by: ONE, stepsBy: CO },
      ONE,
      'You proposed it and chose the volunteer, so somebody else starts this match.',
    ],
    [
      'chose the volunteer',
      { seats: [ONE, TWO, THREE], by: CO, stepsBy: TWO, chosenBy: ONE },
      ONE,
      'You chose the volunteer, so somebody else starts this match.',
    ],
    [
      'wrote down every step',
      { seats: [ONE, TWO, THREE], by: CO, stepsBy: ONE, chosenBy: TWO },
      ONE,
      'You wrote down every step, so somebody else starts this match.',
    ],
  ])(
    '[ORG-1] somebody who %s does not start it, while another on the committee did none of it',
    async (_what, given, who, reason) => {
      const { startBy } = await proposed(given)
      expect(await refusalOf(startBy(who))).toMatchObject({
        rule: 'ORG-1',
        reason,
        nextStep: expect.stringContaining(THREE),
      })
      expect(await startBy(THREE)).toMatchObject({ status: 'active' })
    },
  )

  test('[ORG-1] it never dead-locks: the only committee member starts what the co-ordinator proposed; what they did all alone waits for a second person, who is named', async () => {
    const shared = await proposed({ seats: [ONE], by: CO, stepsBy: ONE, chosenBy: ONE })
    expect(await shared.startBy(ONE)).toMatchObject({ status: 'active' })
    const alone = await proposed({ seats: [ONE], by: ONE, stepsBy: ONE })
    expect(await refusalOf(alone.startBy(ONE))).toMatchObject({
      rule: 'ORG-1',
      nextStep: expect.stringContaining(
        'An administrator can give the committee role to somebody more, for example to Morgan Specimen',
      ),
    })
  })

  test('[ORG-1] a step is theirs who wrote it last, and to whom it is ascribed does not matter; nobody states that of themselves', async () => {
    const { id } = await proposed({ seats: [ONE, TWO], by: CO, stepsBy: ONE })
    const [stored] = await programme.query<{ steps: Record<string, string>; proposed: string }>(
      'select steps_by as steps, proposed_by_id as proposed from matches where id = $1',
      [id],
    )
    expect(new Set(Object.values(stored?.steps ?? {})).size).toBe(1)
    const coordinator = stored?.proposed ?? ''
    await asUser(await workAs(coordinator)).update({
      collection: 'matches',
      id,
      data: { introducedOn: '2026-02-21', school: null },
    })
    const [after] = await programme.query<{ steps: Record<string, string> }>(
      'select steps_by as steps from matches where id = $1',
      [id],
    )
    expect([after?.steps.introducedOn, after?.steps.school, after?.steps.goalsSetOn]).toEqual([
      coordinator,
      undefined,
      stored?.steps.goalsSetOn,
    ])
    expect(
      await refusalOf(asUser(await workAs(coordinator)).update({ collection: 'matches', id, data: { stepsBy: {} } })),
    ).toMatchObject({ rule: 'STATE' })
  })

  test('[ORG-1, MAT-10, MAT-2] what the volunteer met or accepted themselves counts for nothing, though they sit on the committee', async () => {
    const { committee, volunteer, match } = await aReadyMatch(programme)
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1)",
      [volunteer.userId],
    )
    await programme.query('update matches set risk_accepted_by_id = $2 where id = $1', [match, volunteer.userId])
    expect(await refusalOf(start({ by: committee, id: match }))).toMatchObject({ rule: 'MAT-10' })
    await programme.query('update matches set risk_accepted_by_id = $2, parents_met_by_id = $3 where id = $1', [
      match,
      committee,
      volunteer.userId,
    ])
    expect(await refusalOf(start({ by: committee, id: match }))).toMatchObject({
      rule: 'MAT-2',
      reason: 'No committee member has met the parents.',
    })
  })
})

describe('[MAT-7] whom the committee chose', () => {
  const choose = ({ by, id }: { by: string; id: string }) => act({ by, workflow: matchWorkflow, id, action: 'choose' })
  const chosenBy = async (id: string) =>
    (await programme.query<{ chosen_by_id: string | null }>('select chosen_by_id from matches where id = $1', [id]))[0]
      ?.chosen_by_id
  const fieldsOf = ({ volunteer, committee }: Ready, child: string) => ({
    child,
    volunteer: volunteer.id,
    startsOn: '2026-03-10',
    frequency: 'weekly',
    committeeContact: committee,
  })

  test('[MAT-7] the co-ordinator proposes without choosing; a committee member chooses, once, and only a volunteer who is cleared [VOL-3]', async () => {
    const ready = await aReadyMatch(programme)
    const { coordinator, committee, volunteer } = ready
    const { id } = await create({
      by: coordinator,
      collection: 'matches',
      fields: fieldsOf(ready, (await aChild(programme)).id),
    })
    expect(await chosenBy(id)).toBeNull()
    expect(await refusalOf(choose({ by: coordinator, id }))).toMatchObject({ rule: 'MAT-1' })
    await programme.query(
      "update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
      [volunteer.id],
    )
    expect(await refusalOf(choose({ by: committee, id }))).toMatchObject({ rule: 'VOL-3' })
    await programme.query(
      "update vetting_records set valid_until = '2027-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
      [volunteer.id],
    )
    expect(await choose({ by: committee, id })).toMatchObject({ status: 'proposed', chosenBy: committee })
    expect(await refusalOf(choose({ by: committee, id }))).toMatchObject({ rule: 'STATE' })
  })

  test('[MAT-7] what a committee member proposes is chosen by them, but nobody chooses themselves [ORG-1]', async () => {
    const ready = await aReadyMatch(programme)
    const { committee, volunteer } = ready
    const { id } = await create({
      by: committee,
      collection: 'matches',
      fields: fieldsOf(ready, (await aChild(programme)).id),
    })
    expect(await chosenBy(id)).toBe(committee)
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1)",
      [volunteer.userId],
    )
    const own = await create({
      by: volunteer.userId,
      collection: 'matches',
      fields: fieldsOf(ready, (await aChild(programme)).id),
    })
    expect(await chosenBy(own.id)).toBeNull()
    expect(await refusalOf(choose({ by: volunteer.userId, id: own.id }))).toMatchObject({ rule: 'ORG-1' })
  })

  test('[MAT-7] whoever was chosen cannot be changed for somebody whom nobody chose', async () => {
    const { committee, match } = await aReadyMatch(programme)
    const other = await aVolunteer(programme)
    const edit = asUser(await workAs(committee)).update({
      collection: 'matches',
      id: match,
      data: { volunteer: other.id },
    })
    expect(await refusalOf(edit)).toMatchObject({ rule: 'STATE' })
  })
})

/** Ready in every way but for consent. */
const aMatchWithoutConsent = async () => {
  const ready = await aReadyMatch(programme)
  const child = await aChild(programme)
  await aMembership({ ...programme, childId: child.id })
  await aReferral({ ...programme, childId: child.id, enteredBy: ready.coordinator, status: 'accepted' })
  await aGoal({ ...programme, childId: child.id })
  await programme.query('update matches set child_id = $2 where id = $1', [ready.match, child.id])
  return { committee: ready.committee, match: ready.match, child: child.id, guardian: child.guardianId }
}
