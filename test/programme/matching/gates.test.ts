// Where a match and a hand-over can go, what each step asks and is told, and who sees what through a match.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import type { Actor } from '../../../src/core/access/actor.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import {
  childrenOfOwnMatches,
  confidencesOfOwnMatches,
  guardiansOfOwnMatches,
  mayReadMatches,
} from '../../../src/programme/matching/access.ts'
import { startHandovers } from '../../../src/programme/matching/handovers/startHandovers.ts'
import { handoverWorkflow } from '../../../src/programme/matching/handovers/workflow.ts'
import { endMatchesAtEighteen } from '../../../src/programme/matching/matches/endAtEighteen.ts'
import { matchFactsOfMany } from '../../../src/programme/matching/matches/facts.ts'
import { readinessOfMany } from '../../../src/programme/matching/matches/readiness.ts'
import { matchWorkflow } from '../../../src/programme/matching/matches/workflow.ts'
import { matchesHeld } from '../../../src/programme/matching/matchesHeld.ts'
import { matchesSeen } from '../../../src/programme/matching/matchesSeen.ts'
import { agreementHolds, matchesKnown, mayKnow } from '../../../src/programme/matching/mayKnow.ts'
import { contactsOf, matchById } from '../../../src/programme/matching/queries.ts'
import { actingIn } from '../../support/acting.ts'
import { lifeOf } from '../../support/lifeOf.ts'
import { aChild, aMatch, aMatchedPair, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { aMembership, aReadyMatch } from '../../support/story.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let ready: Awaited<ReturnType<typeof aReadyMatch>>
beforeAll(async () => {
  programme = await testProgramme()
  ready = await aReadyMatch(programme)
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { act, workAs } = actingIn(() => programme)
const on = '2026-03-03'
const software: Actor = { kind: 'system', reason: 'a test' }
const personOf = async (userId: string) => (await programme.signIn(userId)).person

test('[MAT-1, VOL-11] a match and a hand-over go these ways and no others', () => {
  const readiness = [
    'goalsSetOn',
    'parentsMetBy',
    'parentsMetOn',
    'school',
    'schoolReason',
    'introducedOn',
    'firstReviewOn',
    'childAgreedOn',
    'riskAcceptedOn',
    'riskAcceptedBy',
    'alreadyKnown',
  ]
  expect(lifeOf(matchWorkflow)).toEqual({
    states: ['proposed', 'active', 'ended'],
    initial: 'proposed',
    stateField: 'status',
    steps: {
      choose: 'proposed → proposed',
      start: 'proposed → active',
      end: 'proposed, active → ended',
      endAtEighteen: 'proposed, active → ended',
    },
    editable: {
      proposed: ['startsOn', 'frequency', 'committeeContact', ...readiness],
      active: ['frequency', 'committeeContact'],
    },
    locked: ['volunteer of volunteers', 'child of children'],
  })
  expect(lifeOf(handoverWorkflow)).toEqual({
    states: ['needed', 'begun', 'done', 'not-needed'],
    initial: 'needed',
    stateField: 'status',
    steps: { begin: 'needed → begun', finish: 'begun → done', dismiss: 'needed, begun → not-needed' },
    editable: {},
    locked: [],
  })
})

/** The match that is ready, as it is stored. */
const stored = async (id = ready.match) => {
  const [row] = await programme.query<Record<string, unknown>>(
    `select id, child_id as child, volunteer_id as volunteer, status::text as status, frequency::text as frequency, starts_on as "startsOn", committee_contact_id as "committeeContact", goals_set_on as "goalsSetOn", parents_met_by_id as "parentsMetBy", parents_met_on as "parentsMetOn", school::text as school,
       school_reason as "schoolReason", introduced_on as "introducedOn", first_review_on as "firstReviewOn", child_agreed_on as "childAgreedOn", risk_accepted_on as "riskAcceptedOn", risk_accepted_by_id as "riskAcceptedBy", chosen_by_id as "chosenBy", proposed_by_id as "proposedBy", steps_by as "stepsBy" from matches where id = $1`,
    [id],
  )
  if (!row) throw new Error('The match is there.')
  return row as Record<string, unknown> & { id: string }
}

describe('[MAT-2, VOL-3, VOL-5, VOL-14, CON-1, MAT-3, ORG-1] each gate of a match alone stands in its way', () => {
  const blockersOf = async (action: string, by: string, changes: Record<string, unknown> = {}) => {
    const [standing] = await matchWorkflow.obstacles({
      work: await workAs(by),
      records: [{ ...(await stored()), ...changes }],
      action,
    })
    return standing?.blockers.map(({ rule }) => rule)
  }
  type Doing = () => Promise<() => Promise<unknown>>
  const sql =
    (statement: string, values: () => unknown[], undo: string): Doing =>
    async () => {
      await programme.query(statement, values())
      return () => programme.query(undo, values())
    }
  const inserting =
    (make: () => Promise<[collection: string, id: string]>): Doing =>
    async () => {
      const [collection, id] = await make()
      return () => programme.query(`delete from ${collection} where id = $1`, [id])
    }
  const child = () => [ready.child.id]
  const volunteer = () => [ready.volunteer.id]
  const CASES: ReadonlyArray<[what: string, spoil: Doing, start: readonly string[], choose: readonly string[]]> = [
    ['nothing', async () => async () => undefined, [], []],
    [
      'no membership today',
      sql(
        "update memberships set until = '2026-03-02' where child_id = $1",
        child,
        'update memberships set until = null where child_id = $1',
      ),
      ['MAT-2'],
      [],
    ],
    [
      'a membership that begins tomorrow',
      sql(
        "update memberships set since = '2026-03-04' where child_id = $1",
        child,
        "update memberships set since = '2025-09-01' where child_id = $1",
      ),
      ['MAT-2'],
      [],
    ],
    [
      'a membership whose last day is today',
      sql(
        "update memberships set since = '2026-03-03', until = '2026-03-03' where child_id = $1",
        child,
        "update memberships set since = '2025-09-01', until = null where child_id = $1",
      ),
      [],
      [],
    ],
    [
      'a clearance that lapsed',
      sql(
        "update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
        volunteer,
        "update vetting_records set valid_until = '2027-12-31' where volunteer_id = $1 and kind = 'dbs-check'",
      ),
      ['VOL-3'],
      ['VOL-3'],
    ],
    [
      'a training that is wanting',
      sql(
        "update trainings set status = 'withdrawn' where volunteer_id = $1",
        volunteer,
        "update trainings set status = 'standing' where volunteer_id = $1",
      ),
      ['VOL-14'],
      [],
    ],
    [
      'consent that is wanting',
      sql(
        'update guardians set parental_responsibility = false where id = (select id from guardians where family_id = (select family_id from children where id = $1))',
        child,
        'update guardians set parental_responsibility = true where family_id = (select family_id from children where id = $1)',
      ),
      ['CON-1'],
      [],
    ],
    [
      'another active volunteer of the child',
      inserting(async () => [
        'matches',
        await aMatch({
          ...programme,
          childId: ready.child.id,
          volunteerId: (await aVolunteer(programme)).id,
          contactId: ready.committee,
        }),
      ]),
      ['MAT-3'],
      [],
    ],
    [
      'another volunteer of the child who is only proposed',
      inserting(async () => [
        'matches',
        await aMatch({
          ...programme,
          childId: ready.child.id,
          volunteerId: (await aVolunteer(programme)).id,
          contactId: ready.committee,
          status: 'proposed',
        }),
      ]),
      [],
      [],
    ],
  ]
  test.each(CASES)('%s', async (_what, spoil, start, choose) => {
    const mend = await spoil()
    try {
      expect([await blockersOf('start', ready.committee), await blockersOf('choose', ready.committee)]).toEqual([
        start,
        choose,
      ])
      expect(await blockersOf('end', ready.committee)).toEqual([])
    } finally {
      await mend()
    }
  })

  test('[VOL-5] one or two children a volunteer, an ended match and a proposed one counting for none', async () => {
    const beside = async (status: string) =>
      aMatch({
        ...programme,
        childId: (await aChild(programme)).id,
        volunteerId: ready.volunteer.id,
        contactId: ready.committee,
        status,
        endsOn: status === 'ended' ? '2026-01-01' : null,
      })
    const ids = [await beside('ended'), await beside('proposed'), await beside('active')]
    const facts = async () =>
      (await matchFactsOfMany({ work: await programme.workOf(software), records: [await stored()] }))[0]
    expect(await facts()).toMatchObject({ childrenBeside: 1, capacity: 2, otherVolunteerActive: false })
    expect(await blockersOf('start', ready.committee)).toEqual([])
    ids.push(await beside('active'))
    expect(await blockersOf('start', ready.committee)).toEqual(['VOL-5'])
    await programme.query('delete from matches where id = any($1::uuid[])', [ids])
  })

  test('[VOL-3, VOL-14] the day is that of the start where it is ahead, and today where it is not', async () => {
    await programme.query(
      "update vetting_records set valid_until = '2026-03-09' where volunteer_id = $1 and kind = 'dbs-check'",
      [ready.volunteer.id],
    )
    const startingOn = (startsOn: string) => blockersOf('start', ready.committee, { startsOn })
    expect([await startingOn('2026-03-10'), await startingOn('2026-03-09'), await startingOn('2020-01-01')]).toEqual([
      ['VOL-3'],
      [],
      [],
    ])
    await programme.query(
      "update vetting_records set valid_until = '2027-12-31' where volunteer_id = $1 and kind = 'dbs-check'",
      [ready.volunteer.id],
    )
  })

  test('[ORG-1, MAT-7] nobody decides on a match of their own; a volunteer is chosen once', async () => {
    await insertOne({
      ...programme,
      collection: 'role-grants',
      row: { user_id: ready.volunteer.userId, role: 'committee', starts_on: '2025-09-01', row_version: 1 },
    })
    const own = ready.volunteer.userId
    expect([
      await blockersOf('choose', own),
      await blockersOf('start', own),
      await blockersOf('end', own),
      await blockersOf('start', ready.committee, { proposedBy: ready.committee }),
      await blockersOf('start', ready.committee, { proposedBy: ready.coordinator }),
    ]).toEqual([['ORG-1'], ['ORG-1'], ['ORG-1'], ['ORG-1'], []])
    const offered = async (changes: Record<string, unknown>, by: string) =>
      (await matchWorkflow.offered({ work: await workAs(by), record: { ...(await stored()), ...changes } })).map(
        ({ name }) => name,
      )
    expect([
      await offered({}, ready.committee),
      await offered({ chosenBy: ready.committee }, ready.committee),
      await offered({ status: 'active' }, ready.committee),
      await offered({ status: 'ended' }, ready.committee),
      await offered({}, ready.coordinator),
    ]).toEqual([['choose', 'start', 'end'], ['start', 'end'], ['end'], [], ['end']])
    await programme.query("delete from role_grants where user_id = $1 and role = 'committee'", [own])
  })
})

describe('[MAT-2, MAT-10, ORG-1] what the readiness list is told', () => {
  test('of each day, that it has come; of the school and the review, what is written', async () => {
    const told = async (changes: Record<string, unknown>) => {
      const [readiness] = await readinessOfMany({
        work: await programme.workOf(software),
        records: [{ ...(await stored()), ...changes }],
      })
      return readiness
    }
    const whole = await told({})
    expect(whole).toEqual({
      member: true,
      accepted: true,
      goals: 1,
      goalsSet: true,
      parentsMet: true,
      parentsMetByCommittee: true,
      school: 'told',
      schoolReason: '',
      introduced: true,
      firstReview: true,
      contact: true,
      childAgreed: true,
      riskAccepted: true,
      riskAcceptedByCommittee: true,
    })
    for (const [field, item] of [
      ['goalsSetOn', 'goalsSet'],
      ['parentsMetOn', 'parentsMet'],
      ['introducedOn', 'introduced'],
      ['childAgreedOn', 'childAgreed'],
      ['riskAcceptedOn', 'riskAccepted'],
    ] as const)
      for (const [value, isDone] of [
        ['2026-03-03', true],
        ['2026-03-04', false],
        ['', false],
        [null, false],
      ] as const)
        expect([field, value, await told({ [field]: value })]).toEqual([field, value, { ...whole, [item]: isDone }])
    expect([
      (await told({ firstReviewOn: '2027-01-01' }))?.firstReview,
      (await told({ firstReviewOn: '' }))?.firstReview,
      (await told({ firstReviewOn: null }))?.firstReview,
      (await told({ school: 'not-told', schoolReason: 'A parent’s no' }))?.school,
      (await told({ school: 'not-told', schoolReason: 'A parent’s no' }))?.schoolReason,
      (await told({ school: 'something' }))?.school,
      (await told({ school: null }))?.school,
    ]).toEqual([true, false, false, 'not-told', 'A parent’s no', null, null])
  })

  test('of a person, that they sit or sat on the committee and are not the volunteer; of the contact, that they sit there today', async () => {
    const grant = (userId: string, role: string, startsOn: string, endsOn: string | null = null) =>
      insertOne({
        ...programme,
        collection: 'role-grants',
        row: { user_id: userId, role, starts_on: startsOn, ends_on: endsOn, row_version: 1 },
      })
    const holder = async (...given: Array<[string, string, (string | null)?]>): Promise<string> => {
      const id = await aPerson(programme)
      for (const [role, startsOn, endsOn = null] of given) await grant(id, role, startsOn, endsOn)
      return id
    }
    const people = {
      'from today': await holder(['committee', '2026-03-03']),
      'from tomorrow': await holder(['committee', '2026-03-04']),
      'until today': await holder(['committee', '2025-01-01', '2026-03-03']),
      'until yesterday': await holder(['committee', '2025-01-01', '2026-03-02']),
      'a trustee': await holder(['trustee', '2025-01-01']),
      'a co-ordinator': ready.coordinator,
      'the volunteer': ready.volunteer.userId,
      nobody: null,
    }
    const seat = await grant(ready.volunteer.userId, 'committee', '2025-01-01')
    const record = await stored()
    const told = await readinessOfMany({
      work: await programme.workOf(software),
      records: Object.values(people).map((id) => ({
        ...record,
        parentsMetBy: id,
        riskAcceptedBy: id,
        committeeContact: id,
      })),
    })
    await programme.query('delete from role_grants where id = $1', [seat])
    const each = told.map(({ parentsMetByCommittee, riskAcceptedByCommittee, contact }) => [
      parentsMetByCommittee,
      riskAcceptedByCommittee,
      contact,
    ])
    expect(Object.fromEntries(Object.keys(people).map((who, place) => [who, each[place]]))).toEqual({
      'from today': [true, true, true],
      'from tomorrow': [false, false, false],
      'until today': [true, true, true],
      'until yesterday': [true, true, false],
      'a trustee': [false, false, false],
      'a co-ordinator': [false, false, false],
      'the volunteer': [false, false, false],
      nobody: [false, false, false],
    })
  })

  test('of several at once, each its own child’s', async () => {
    const other = await aChild(programme)
    const [one, two, none] = await readinessOfMany({
      work: await programme.workOf(software),
      records: [await stored(), { ...(await stored()), child: other.id }, { ...(await stored()), child: undefined }],
    })
    expect([one, two, none].map((facts) => [facts?.member, facts?.accepted, facts?.goals])).toEqual([
      [true, true, 1],
      [false, false, 0],
      [false, false, 0],
    ])
    await aMembership({ ...programme, childId: other.id })
    await insertOne({
      ...programme,
      collection: 'referrals',
      row: {
        child_id: other.id,
        entered_by_id: ready.coordinator,
        status: 'received',
        received_on: '2026-02-26',
        source: 'school',
        main_reason: 'confidence',
        row_version: 1,
      },
    })
    const [waiting] = await readinessOfMany({
      work: await programme.workOf(software),
      records: [{ ...(await stored()), child: other.id }],
    })
    expect([waiting?.member, waiting?.accepted]).toEqual([true, false])
  })
})

describe('what each step of a match writes', () => {
  test('[MAT-7, ORG-1] proposing, choosing, starting and ending', async () => {
    const { committee, coordinator, volunteer, match, child } = await aReadyMatch(programme)
    await insertOne({
      ...programme,
      collection: 'designations',
      row: { designation: 'schools-liaison', holder_id: committee, row_version: 1 },
    })
    const proposed = async (by: string | Actor) => {
      const decided = await matchWorkflow.decideCreate({
        work: typeof by === 'string' ? await workAs(by) : await programme.workOf(by),
        record: {
          child: child.id,
          volunteer: volunteer.id,
          startsOn: on,
          school: 'told',
          committeeContact: committee,
        },
      })
      return 'allowed' in decided ? decided.rule : decided.patch
    }
    expect([await proposed(committee), await proposed(coordinator), await proposed(volunteer.userId)]).toEqual([
      {
        chosenBy: committee,
        proposedBy: committee,
        stepsBy: { school: committee },
        schoolToldBy: committee,
        schoolToldOn: on,
        status: 'proposed',
      },
      'MAT-2',
      'MAT-1',
    ])
    const take = (by: string, action: string, input = {}) =>
      act({ by, workflow: matchWorkflow, id: match, action, input })
    expect(await take(committee, 'choose')).toMatchObject({ status: 'proposed', chosenBy: committee })
    await programme.query('update matches set chosen_by_id = null where id = $1', [match])
    expect(await take(committee, 'start')).toMatchObject({ status: 'active' })
    expect(await take(coordinator, 'end', { reason: 'They moved away' })).toMatchObject({
      status: 'ended',
      endsOn: on,
      endReason: 'They moved away',
    })
    const takes = (reason: string) => matchWorkflow.inputOf('end')?.safeParse({ reason }).success
    expect([takes('R'), takes(' '), takes('R'.repeat(500)), takes('R'.repeat(501))]).toEqual([true, false, true, false])
  })

  test('[CON-9] at eighteen a match ends by itself, proposed or active, and nobody else’s does', async () => {
    const born = async (status: string, bornOn: string | null) => {
      const child = await aChild(programme)
      await programme.query('update children set born_on = $2 where id = $1', [child.id, bornOn])
      return aMatch({
        ...programme,
        childId: child.id,
        volunteerId: (await aVolunteer({ ...programme, cleared: false })).id,
        contactId: ready.committee,
        status,
        endsOn: status === 'ended' ? '2026-01-01' : null,
      })
    }
    const ids = {
      proposed: await born('proposed', '2008-02-10'),
      active: await born('active', '2008-02-10'),
      over: await born('ended', '2008-02-10'),
      waiting: await born('active', '2008-02-11'),
      young: await born('active', '2014-02-10'),
      unknown: await born('active', null),
    }
    const work = await programme.workOf(software)
    expect(await endMatchesAtEighteen(work)).toBe(2)
    const states = await programme.query<{ id: string; status: string; endsOn: string | null; why: string | null }>(
      'select id, status::text as status, ends_on as "endsOn", end_reason as why from matches where id = any($1::uuid[])',
      [Object.values(ids)],
    )
    const found = (id: string) => states.find((state) => state.id === id)
    for (const id of [ids.proposed, ids.active])
      expect(found(id)).toMatchObject({ status: 'ended', endsOn: on, why: expect.stringContaining('is 18') })
    expect([ids.over, ids.waiting, ids.young, ids.unknown].map((id) => found(id)?.endsOn)).toEqual([
      '2026-01-01',
      null,
      null,
      null,
    ])
    expect(await endMatchesAtEighteen(work)).toBe(0)
  })

  test('[VOL-11] a hand-over begins for each child whom a volunteer has, once; by the office, and by nobody whose match it was', async () => {
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    const matched = async (status: string) =>
      aMatch({
        ...programme,
        childId: (await aChild(programme)).id,
        volunteerId: volunteer.id,
        contactId: ready.committee,
        status,
        endsOn: status === 'ended' ? '2026-01-01' : null,
      })
    const [active] = [await matched('active'), await matched('proposed'), await matched('ended')]
    const begin = async () =>
      startHandovers({ work: await programme.workOf(software), event: { volunteerId: volunteer.id } })
    const handovers = () =>
      programme.query<{ id: string; match: string; status: string }>(
        'select id, match_id as match, status::text as status, needed_since as since, contact_id as contact from handovers where match_id in (select id from matches where volunteer_id = $1) order by created_at',
        [volunteer.id],
      )
    await begin()
    await begin()
    const [handover, ...others] = await handovers()
    expect([handover, others]).toEqual([
      expect.objectContaining({ match: active, status: 'needed', since: on, contact: ready.committee }),
      [],
    ])
    if (!handover) throw new Error('There is one.')
    expect(
      await programme.query('select recipient_user_id as "to" from notifications where subject_record = $1', [
        handover.id,
      ]),
    ).toEqual([{ to: ready.committee }])
    await insertOne({
      ...programme,
      collection: 'role-grants',
      row: { user_id: volunteer.userId, role: 'committee', starts_on: '2025-09-01', row_version: 1 },
    })
    const begins = async (actor: Actor) =>
      !(
        'allowed' in
        (await handoverWorkflow.decideCreate({ work: await programme.workOf(actor), record: { match: active } }))
      )
    expect([await begins(software), await begins(await personOf(ready.committee))]).toEqual([true, false])
    for (const action of ['begin', 'finish', 'dismiss']) {
      const isTheirs = async (by: string) =>
        (
          await handoverWorkflow.obstacles({
            work: await workAs(by),
            records: [{ id: handover.id, match: handover.match }],
            action,
          })
        )[0]?.isTheirs
      expect([
        await isTheirs(ready.committee),
        await isTheirs(ready.coordinator),
        await isTheirs(ready.volunteer.userId),
      ]).toEqual([true, true, false])
      const blockers = async (by: string) =>
        (
          await handoverWorkflow.obstacles({
            work: await workAs(by),
            records: [{ id: handover.id, match: handover.match }],
            action,
          })
        )[0]?.blockers.map(({ rule }) => rule)
      expect([action, await blockers(volunteer.userId), await blockers(ready.committee)]).toEqual([
        action,
        ['ORG-1'],
        [],
      ])
    }
    const take = (action: string, input = {}) =>
      act({ by: ready.coordinator, workflow: handoverWorkflow, id: handover.id, action, input })
    expect(await take('begin')).toMatchObject({ status: 'begun', begunBy: ready.coordinator })
    await begin()
    expect(await handovers()).toHaveLength(1)
    expect(await take('finish', { reason: 'To Jordan' })).toMatchObject({ status: 'done', closedReason: 'To Jordan' })
    await begin()
    expect(await handovers()).toHaveLength(2)
    const again = (await handovers())[1]
    expect(
      await performAction({
        work: await workAs(ready.coordinator),
        workflow: handoverWorkflow,
        id: again?.id ?? '',
        action: 'dismiss',
        input: { reason: 'They are back' },
      }),
    ).toMatchObject({ status: 'not-needed', closedReason: 'They are back' })
  })
})

describe('[MAT-7] who sees what through a match', () => {
  const reading = async (actor: Actor) => {
    const { req } = await programme.workOf(actor)
    const ask = (rule: (actor: Actor, req: PayloadRequest) => Promise<unknown>) => rule(actor, req)
    return {
      matches: await ask(mayReadMatches),
      children: await ask(childrenOfOwnMatches),
      guardians: await ask(guardiansOfOwnMatches),
      confidences: await ask(confidencesOfOwnMatches),
    }
  }
  const nothing = { matches: false, children: false, guardians: false, confidences: false }

  test('a volunteer, of their own child alone, what the agreement lets them know; the office every match', async () => {
    const pair = await aPairThatMayAgree(programme)
    await aPairThatMayAgree(programme)
    const volunteer = await personOf(pair.volunteer.userId)
    const all = {
      matches: { id: { in: [pair.match] } },
      children: { id: { in: [pair.child.id] } },
      guardians: {
        and: [{ family: { in: [pair.child.familyId] } }, { contactRule: { not_equals: 'none' } }],
      },
      confidences: { child: { in: [pair.child.id] } },
    }
    expect(await reading(volunteer)).toEqual(all)
    expect(await reading(await personOf(pair.coordinator))).toEqual({ ...nothing, matches: true })
    expect(await reading({ kind: 'anonymous' })).toEqual(nothing)
    expect(await reading(software)).toEqual(nothing)
    expect(await matchesHeld({ query: programme.query, actor: volunteer, on })).toEqual({ id: { in: [pair.match] } })
    expect(await matchesHeld({ query: programme.query, actor: await personOf(pair.coordinator), on })).toBe(true)
    const knows = async (matchId: string | null, actor = volunteer) =>
      (await mayKnow({ query: programme.query, actor, on, matchId })).allowed
    expect([
      await knows(pair.match),
      await knows(ready.match),
      await knows(null),
      await knows(ready.match, await personOf(ready.coordinator)),
      (await agreementHolds({ query: programme.query, actor: volunteer, on })).allowed,
    ]).toEqual([true, false, false, true, true])
    const unsigned = await aMatchedPair(programme)
    const after = await reading(await personOf(unsigned.volunteer.userId))
    expect([after.matches, after.children]).toEqual([
      { id: { in: [unsigned.match] } },
      { id: { in: [unsigned.child.id] } },
    ])
    expect([after.guardians, after.confidences]).toEqual([false, false])
  })

  test('a match that is proposed shows the child to whom the committee chose, while they are cleared; it is not held', async () => {
    const { volunteer, match, committee, child } = await aReadyMatch(programme)
    const actor = await personOf(volunteer.userId)
    const seen = async () => (await matchesSeen({ query: programme.query, actor, on })).map(({ id }) => id)
    const page = async (by = actor, day = on) =>
      (await matchById({ query: programme.query, actor: by, id: match, on: day }))?.childId
    expect([await seen(), await page(), await matchesHeld({ query: programme.query, actor, on })]).toEqual([
      [],
      undefined,
      false,
    ])
    await programme.query('update matches set chosen_by_id = $2 where id = $1', [match, committee])
    expect([await seen(), await page(), await matchesHeld({ query: programme.query, actor, on })]).toEqual([
      [match],
      child.id,
      false,
    ])
    await programme.query("update matches set status = 'active', ends_on = '2026-03-03' where id = $1", [match])
    const office = await personOf(committee)
    expect([
      await seen(),
      await page(),
      await page(actor, '2026-03-04'),
      await page(office),
      await page(office, '2026-03-04'),
      await matchesHeld({ query: programme.query, actor, on }),
    ]).toEqual([[match], child.id, undefined, child.id, undefined, { id: { in: [match] } }])
    await programme.query('update matches set ends_on = null where id = $1', [match])
    const stranger = await personOf((await aVolunteer(programme)).userId)
    expect([
      await page(office, '2030-01-01'),
      await page(stranger),
      await matchesKnown({ query: programme.query, actor: stranger, on }),
    ]).toEqual([child.id, undefined, []])
    await programme.query("update matches set status = 'proposed' where id = $1", [match])
    expect(await page(office)).toBe(child.id)
    await programme.query("update matches set status = 'ended' where id = $1", [match])
    expect([await page(office), await page(), await seen()]).toEqual([undefined, undefined, []])
  })

  test('[CON-8] the parents of a child, those who may be contacted first and by name, without a number of who may not', async () => {
    const child = await aChild(programme)
    for (const [name, rule] of [
      ['Aaron None', 'none'],
      ['Bo Writing', 'writing'],
    ])
      await insertOne({
        ...programme,
        collection: 'guardians',
        row: {
          name,
          family_id: child.familyId,
          email: 'kim@example.invalid',
          mobile: '07700 900999',
          relationship: '',
          contact_rule: rule,
          row_version: 1,
        },
      })
    expect(
      (await contactsOf({ query: programme.query, childId: child.id })).map(({ name, mobile, email, relationship }) => [
        name,
        mobile !== null,
        email !== null,
        relationship,
      ]),
    ).toEqual([
      ['Alex Testerton', true, true, 'Mother'],
      ['Bo Writing', true, true, null],
      ['Aaron None', false, false, null],
    ])
  })
})
