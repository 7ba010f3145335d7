// Every lock and compare-and-swap that no kind of record declares, by what goes wrong without it. docs/locks.md names
// them and these tests.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Actor, PersonActor } from '../../src/core/access/actor.ts'
import { linkDigest } from '../../src/core/access/linkTokens.ts'
import { asSystem, asUser } from '../../src/core/access/localApi.ts'
import type { Work } from '../../src/core/access/work.ts'
import { verifyAudit } from '../../src/core/audit/verify.ts'
import { migrations } from '../../migrations/index.ts'
import { applyMigrations, type Migration } from '../../src/core/database/migrate.ts'
import { inTransaction, poolOf } from '../../src/core/database/transaction.ts'
import { beginDraft, closeDraft, draftByToken, saveAnswers } from '../../src/core/drafts/drafts.ts'
import { withIdempotency } from '../../src/core/http/idempotency.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import type { Workflow } from '../../src/core/workflow/workflow.ts'
import { checkDateOfBirth } from '../../src/programme/consent/asking/dateOfBirthCheck.ts'
import { checkCode, codeToSend, CODES_AN_HOUR, sendCode } from '../../src/programme/consent/asking/emailCodes.ts'
import { sendNewLink } from '../../src/programme/consent/asking/newLinks.ts'
import { MOST_SCANS } from '../../src/programme/consent/paper/scanRules.ts'
import { keepScan } from '../../src/programme/consent/paper/scans.ts'
import { loadStartingPlaces } from '../../src/programme/directory/starting/loadStartingPlaces.ts'
import { loadStartingPages } from '../../src/programme/guidance/starting/loadStartingPages.ts'
import { guidanceWorkflow } from '../../src/programme/guidance/workflow.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { bringIn, childOfPaper, planBringingIn } from '../../src/programme/meetings/logs/paper/bringIn.ts'
import { NOTHING_WRITTEN } from '../../src/programme/meetings/logs/paper/columns.ts'
import { askAgainForAll } from '../../src/programme/meetings/meetings/askAgain.ts'
import { callOffForAll } from '../../src/programme/meetings/meetings/callOff.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { mergeWorkflow } from '../../src/programme/merging/workflow.ts'
import { firstAdministrator } from '../../src/programme/people/accounts/firstAdministrator.ts'
import { keepAvailability } from '../../src/programme/people/volunteers/availability.ts'
import { changePassword, choosePassword } from '../../src/programme/people/signIn/choosePassword.ts'
import { issueLink, sendPasswordLink, signInLinkToken } from '../../src/programme/people/signIn/passwordLinks.ts'
import { digestPassword } from '../../src/programme/people/signIn/passwords.ts'
import { openProvenSession } from '../../src/programme/people/signIn/sessions.ts'
import { loadStartingSet } from '../../src/programme/policies/starting/loadStartingSet.ts'
import { startFromTextInForce } from '../../src/programme/policies/versions/newVersion.ts'
import { becomeVolunteer } from '../../src/programme/recruitment/applications/becomeVolunteer.ts'
import { activityWorkflow } from '../../src/programme/recruitment/activity/workflow.ts'
import { vettingWorkflow } from '../../src/programme/recruitment/vetting/workflow.ts'
import { referralWorkflow } from '../../src/programme/referrals/decisions/workflow.ts'
import { NO_WORDS } from '../../src/programme/workingList/columns.ts'
import { planTakingIn, takeIn } from '../../src/programme/workingList/takeIn.ts'
import { anAskedParent } from '../support/consent.ts'
import { inTurn, type Doing } from '../support/inTurn.ts'
import { aChild, aPerson, aVolunteer, insertOne } from '../support/people.ts'
import { aPairThatMayAgree, aPolicy, aVersion, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aGoal, aMembership, aReferral } from '../support/story.ts'

const NOW = '2026-03-03T12:00:00Z'
let programme: TestProgramme
let coordinator: PersonActor
let committee: PersonActor
let another: PersonActor
const software: Actor = { kind: 'system', reason: 'a test' }
const nobodyKnown: Actor = { kind: 'anonymous' }
beforeAll(async () => {
  programme = await testProgramme({ now: NOW })
  programme.payload.logger.level = 'silent'
  const person = async (name: string, role: 'committee' | 'co-ordinator'): Promise<PersonActor> =>
    (
      await programme.signIn(
        await aPerson({
          ...programme,
          name,
          roles: [role],
          designations: role === 'committee' ? ['meeting-confirmer'] : [],
        }),
      )
    ).person
  coordinator = await person('Morgan Specimen', 'co-ordinator')
  committee = await person('Casey Standin', 'committee')
  another = await person('Linden Sampleton', 'committee')
})
beforeEach(() => programme.clock.set(NOW))
afterAll(async () => {
  await poolOf(programme.payload).end()
})

type Collection = Parameters<ReturnType<typeof asUser>['create']>[0]['collection']

const act =
  (workflow: Workflow, id: string, action: string, input: Record<string, unknown> = {}) =>
  (work: Work) =>
    performAction({ work, workflow, id, action, input })
const change = (collection: Collection, id: string, data: Record<string, unknown>) => (work: Work) =>
  asUser(work).update({ collection, id, data })
const create = (collection: Collection, data: Record<string, unknown>) => (work: Work) =>
  asUser(work).create({ collection, data })
const race = (first: [Doing['by'], Doing['does']], second: [Doing['by'], Doing['does']]) =>
  inTurn(programme, { first: { by: first[0], does: first[1] }, second: { by: second[0], does: second[1] } })
/** What somebody did before, by themselves. */
const before = async (by: Actor, does: Doing['does']): Promise<void> => {
  const work = await programme.workOf(by)
  await inTransaction({ req: work.req, work: () => does(work) })
}
/** The same done by two at once, and what each got. */
const twice = async <Result>(
  by: Actor,
  does: (work: Work, number: number) => Promise<Result>,
): Promise<{ outcomes: unknown; got: Array<Result | undefined> }> => {
  const got: Array<Result | undefined> = [undefined, undefined]
  const outcomes = await race(
    [by, async (work) => (got[0] = await does(work, 0))],
    [by, async (work) => (got[1] = await does(work, 1))],
  )
  return { outcomes, got }
}
const bothDone = { first: 'done', second: 'done' }
const one = async <Row extends Record<string, unknown>>(
  statement: string,
  values: unknown[] = [],
): Promise<Row | undefined> => (await programme.query<Row>(statement, values))[0]
const countOf = async (from: string, values: unknown[] = []): Promise<number> =>
  Number((await one<{ count: number }>(`select count(*)::int as count from ${from}`, values))?.count)

type Pair = Awaited<ReturnType<typeof aPairThatMayAgree>>
const aMeeting = (pair: Pair, changes: Record<string, unknown> = {}): Promise<string> =>
  insertOne({
    ...programme,
    collection: 'meetings',
    row: {
      match_id: pair.match,
      child_id: pair.child.id,
      volunteer_id: pair.volunteer.id,
      guardian_id: pair.child.guardianId,
      starts_at: '2026-03-10T16:00:00Z',
      minutes: 60,
      kind: 'one-to-one',
      place_kind: 'public',
      place: 'Library café',
      agreed_on: '2026-03-02',
      agreed_way: 'text',
      proposed_by_id: pair.volunteer.userId,
      status: 'proposed',
      row_version: 1,
      ...changes,
    },
  })
const meetingStatus = async (id: string) =>
  (await one<{ status: string }>('select status::text as status from meetings where id = $1', [id]))?.status
const reasonOf = async (id: string) =>
  (await one<{ reason: string | null }>('select reason from meetings where id = $1', [id]))?.reason

describe('the record itself', () => {
  const aDraftPage = () =>
    insertOne({
      ...programme,
      collection: 'guidance-pages',
      row: {
        title: 'Your phone',
        address: randomUUID(),
        place: 1,
        text: JSON.stringify(richText('Carry it charged.')),
        status: 'draft',
        row_version: 1,
      },
    })

  test('[STATE] an action taken twice at once is taken once', async () => {
    const page = await aDraftPage()
    expect(
      await race(
        [committee, act(guidanceWorkflow, page, 'publish')],
        [another, act(guidanceWorkflow, page, 'publish')],
      ),
    ).toEqual({ first: 'done', second: 'STATE' })
  })

  test('[SAVE] two saves from one version: the second is not stored over the first', async () => {
    const { id } = await aChild(programme)
    expect(
      await race(
        [coordinator, change('children', id, { knownAs: 'Rob', rowVersion: 1 })],
        [committee, change('children', id, { knownAs: 'Bobby', rowVersion: 1 })],
      ),
    ).toEqual({ first: 'done', second: 'SAVE' })
    expect(await one('select known_as, row_version::int as version from children where id = $1', [id])).toEqual({
      known_as: 'Rob',
      version: 2,
    })
  })

  test('[SAVE] an action on what somebody else has changed since it was opened is refused', async () => {
    const page = await aDraftPage()
    await before(committee, change('guidance-pages', page, { title: 'Your telephone' }))
    const work = await programme.workOf(another)
    await expect(
      performAction({ work, workflow: guidanceWorkflow, id: page, action: 'publish', input: {}, rowVersion: 1 }),
    ).rejects.toMatchObject({ data: { rule: 'SAVE' } })
    expect(
      await performAction({
        work: await programme.workOf(another),
        workflow: guidanceWorkflow,
        id: page,
        action: 'publish',
        input: {},
        rowVersion: 2,
      }),
    ).toMatchObject({ status: 'published' })
  })

  test.each(['an action', 'an edit'])(
    '[SAVE] %s of a record that names somebody else by the time that it is locked is refused, since they are not',
    async (what) => {
      const pair = await aPairThatMayAgree(programme)
      const [chosen, after] = [await aVolunteer(programme), await aVolunteer(programme)]
      const meeting = await aMeeting(pair, { second_volunteer_id: chosen.id })
      const second =
        what === 'an action'
          ? act(meetingWorkflow, meeting, 'confirm')
          : change('meetings', meeting, { place: 'The other library' })
      expect(
        await race([coordinator, change('meetings', meeting, { secondVolunteer: after.id })], [committee, second]),
      ).toEqual({ first: 'done', second: 'SAVE' })
    },
  )
})

describe('many records at once', () => {
  test('[ELG-6] new rows wait for the children whom they name', async () => {
    const { id } = await aChild(programme)
    const row = { name: 'Robin Testerton', child: id }
    expect(
      await race(
        [coordinator, create('working-list-entries', row)],
        [
          committee,
          (work) =>
            asSystem(work, { reason: 'a test' }).createMany({ collection: 'working-list-entries', records: [row] }),
        ],
      ),
    ).toEqual({ first: 'done', second: 'ELG-6' })
  })

  test('[SAVE] changed rows wait for whoever is saving them, and count their own save', async () => {
    const id = await insertOne({
      ...programme,
      collection: 'working-list-entries',
      row: { name: 'Ash', status: 'listed', row_version: 1 },
    })
    const many = (work: Work) =>
      asSystem(work, { reason: 'a test' }).changeMany({
        collection: 'working-list-entries',
        changes: [{ id, data: { goals: 'Join one club' } }],
      })
    expect(
      await race([coordinator, change('working-list-entries', id, { comment: 'Shy' })], [committee, many]),
    ).toEqual(bothDone)
    expect(
      await one('select comment, goals, row_version::int as version from working_list_entries where id = $1', [id]),
    ).toEqual({ comment: 'Shy', goals: 'Join one club', version: 3 })
  })

  test('[ELG-6] two people who take in one list at once: the second is shown it again', async () => {
    const rows = [{ row: 2, words: { ...NO_WORDS, name: 'Solo Once', ageGiven: 'Y8' } }]
    const { digest } = await planTakingIn({ work: await programme.workOf(coordinator), rows })
    expect(
      await race(
        [coordinator, (work) => takeIn({ work, rows, agreedTo: digest })],
        [committee, (work) => takeIn({ work, rows, agreedTo: digest })],
      ),
    ).toEqual({ first: 'done', second: 'SAVE' })
    expect(await countOf("working_list_entries where name = 'Solo Once'")).toBe(1)
  })

  test('[LOG-4] two people who bring in one log sheet at once: the second is shown it again', async () => {
    const childId = (await aChild(programme)).id
    const words = { ...NOTHING_WRITTEN, heldOn: '3/9/2024', location: 'Library', activities: 'Cards' }
    const rows = [{ row: 2, words, beside: [], isHidden: false, settled: { day: '', anyway: false } }]
    const given = { childId, rows, file: 'log.csv' }
    const work = await programme.workOf(coordinator)
    const { digest } = await planBringingIn({ work, child: await childOfPaper({ work, childId }), rows })
    expect(
      await race(
        [coordinator, (own) => bringIn({ work: own, ...given, agreedTo: digest })],
        [committee, (own) => bringIn({ work: own, ...given, agreedTo: digest })],
      ),
    ).toEqual({ first: 'done', second: 'SAVE' })
    expect(await countOf(`session_logs where child_id = '${childId}'`)).toBe(1)
  })
})

describe('gates that close', () => {
  const noContact = (pair: Pair) => change('guardians', pair.child.guardianId, { contactRule: 'none' })
  const withdrawCheck = (pair: Pair) => async (work: Work) => {
    const check = await one<{ id: string }>(
      "select id from vetting_records where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    await act(vettingWorkflow, check?.id ?? '', 'withdraw', { reason: 'Entered by mistake' })(work)
  }

  test.each([
    ['[CON-8, MTG-4] a parent who may not be contacted any more', noContact],
    ['[VOL-3, MTG-4] a check that is withdrawn', withdrawCheck],
  ])('%s waits for the meeting that is being confirmed, and takes its confirmation back', async (_what, closing) => {
    const pair = await aPairThatMayAgree(programme)
    const meeting = await aMeeting(pair)
    expect(await race([committee, act(meetingWorkflow, meeting, 'confirm')], [coordinator, closing(pair)])).toEqual(
      bothDone,
    )
    expect(await meetingStatus(meeting)).toBe('proposed')
  })

  test('[MTG-4] the night, which asks again of a meeting that is just being called off, passes it over', async () => {
    const pair = await aPairThatMayAgree(programme)
    const meeting = await aMeeting(pair, { status: 'confirmed' })
    await programme.query(
      "update vetting_records set valid_until = '2026-03-04' where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    expect(
      await race(
        [coordinator, act(meetingWorkflow, meeting, 'cancel', { reason: 'A cold' })],
        [software, askAgainForAll],
      ),
    ).toEqual(bothDone)
    expect(await meetingStatus(meeting)).toBe('cancelled')
  })

  test('[MAT-5] the night, which calls off a meeting that is just being called off by somebody, passes it over', async () => {
    // The night goes by child: the one that it waits for comes first, so that nothing else has made it wait before.
    const [pair, elsewhere] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)].sort(
      (left, right) => (left.child.id < right.child.id ? -1 : 1),
    ) as [Pair, Pair]
    const [meeting, other] = [await aMeeting(pair), await aMeeting(elsewhere)]
    await programme.query("update matches set ends_on = '2026-03-09' where id = any($1)", [
      [pair.match, elsewhere.match],
    ])
    expect(
      await race(
        [coordinator, act(meetingWorkflow, meeting, 'cancel', { reason: 'A cold' })],
        [software, callOffForAll],
      ),
    ).toEqual(bothDone)
    expect([await reasonOf(meeting), await reasonOf(other)]).toEqual([
      'A cold',
      'The last day of the match, 9 March 2026, comes before this meeting.',
    ])
  })

  test.each([
    [
      '[MAT-5] a match that ends',
      (pair: Pair) => act(matchWorkflow, pair.match, 'end', { reason: 'They move away' }),
      'The match has ended.',
    ],
    [
      '[VOL-11] a volunteer who pauses',
      (pair: Pair) => act(activityWorkflow, pair.volunteer.id, 'pause', { reason: 'A new job' }),
      'The volunteer has paused.',
    ],
  ])('%s waits for the meeting that is being confirmed, and calls it off', async (_what, closing, reason) => {
    const pair = await aPairThatMayAgree(programme)
    const meeting = await aMeeting(pair)
    expect(await race([committee, act(meetingWorkflow, meeting, 'confirm')], [coordinator, closing(pair)])).toEqual(
      bothDone,
    )
    expect([await meetingStatus(meeting), await reasonOf(meeting)]).toEqual(['cancelled', reason])
  })

  test('[VOL-11, CON-9] a volunteer who pauses while a match of theirs ends has no hand-over of it', async () => {
    const pair = await aPairThatMayAgree(programme)
    expect(
      await race(
        [software, act(matchWorkflow, pair.match, 'endAtEighteen')],
        [coordinator, act(activityWorkflow, pair.volunteer.id, 'pause', { reason: 'A new job' })],
      ),
    ).toEqual(bothDone)
    expect(await countOf('handovers where match_id = $1', [pair.match])).toBe(0)
  })
})

describe('children', () => {
  test('[ELG-5] two children, accepted at once for the last place: one is, and the other hears that there is no room', async () => {
    await programme.query(
      'insert into programme_settings (capacity, members_to_accept, members_over_capacity) values (1, 1, 1)',
    )
    await programme.query("update referrals set status = 'declined' where status = 'accepted'")
    const ready = async (): Promise<string> => {
      const { id } = await aChild(programme)
      await aMembership({ ...programme, childId: id })
      await aGoal({ ...programme, childId: id })
      return aReferral({ ...programme, childId: id, enteredBy: coordinator.userId })
    }
    const [referral, other] = [await ready(), await ready()]
    expect(
      await race(
        [committee, act(referralWorkflow, referral, 'accept')],
        [another, act(referralWorkflow, other, 'accept')],
      ),
    ).toEqual({ first: 'done', second: 'ELG-5' })
    await programme.query('delete from programme_settings')
  })

  test('[SAME-CHILD] one child, entered by two people at once, is entered once', async () => {
    const { familyId } = await aChild({ ...programme, name: 'Sky Placeholder' })
    const entered = create('children', { name: 'Juniper Onlyonce', bornOn: '2015-05-05', family: familyId })
    expect(await race([coordinator, entered], [committee, entered])).toEqual({ first: 'done', second: 'SAME-CHILD' })
  })

  test('[ORG-1] two who hold one job, whose accounts are closed at once: the second is refused', async () => {
    const holder = (name: string) =>
      aPerson({ ...programme, name, roles: ['committee'], designations: ['grants-lead'] })
    const [one, other] = [await holder('Grant One'), await holder('Grant Other')]
    const closing = (id: string) => (work: Work) =>
      asSystem(work, { reason: 'a test' }).update({ collection: 'users', id, data: { standing: 'closed' } })
    expect(await race([software, closing(one)], [software, closing(other)])).toEqual({ first: 'done', second: 'ORG-1' })
  })

  test('[ORG-1] the first administrator, asked for twice at once, is one', async () => {
    const asked = (work: Work) => firstAdministrator({ work, email: 'first@example.org', name: 'Ada Keeper' })
    expect(await race([software, asked], [software, asked])).toEqual({ first: 'done', second: 'done' })
    expect(await programme.query("select count(*)::int as n from role_grants where role = 'administrator'")).toEqual([
      { n: 1 },
    ])
  })

  /** Two records of one child, the second in a family that nobody is in yet, and that they are one. */
  const twoRecords = async (): Promise<{ keep: string; leave: string; familyId: string; merge: string }> => {
    const { id: keep } = await aChild(programme)
    const familyId = await insertOne({
      ...programme,
      collection: 'families',
      row: { name: 'Testerton, second entry', row_version: 1 },
    })
    const leave = await insertOne({
      ...programme,
      collection: 'children',
      row: { name: 'Robyn Testerton', born_on: '2014-01-20', family_id: familyId, row_version: 1 },
    })
    const merge = await insertOne({
      ...programme,
      collection: 'child-merges',
      row: {
        keep_id: keep,
        leave_id: leave,
        why: 'The mother says so.',
        proposed_by_id: coordinator.userId,
        status: 'proposed',
        row_version: 1,
      },
    })
    return { keep, leave, familyId, merge }
  }

  test('[SAME-CHILD] a family to which somebody is just being added is not taken away when records are joined', async () => {
    const { familyId, merge } = await twoRecords()
    const guardian = create('guardians', { name: 'Jo Testerton', family: familyId, relationship: 'Aunt' })
    expect(await race([coordinator, guardian], [committee, act(mergeWorkflow, merge, 'carryOut')])).toEqual(bothDone)
    expect(await countOf('families where id = $1', [familyId])).toBe(1)
  })

  test('[SAME-CHILD] what is just being stored for a child goes with them when their record is joined to another', async () => {
    const { keep, leave, merge } = await twoRecords()
    const membership = create('memberships', { child: leave, since: '2026-01-01' })
    expect(await race([coordinator, membership], [committee, act(mergeWorkflow, merge, 'carryOut')])).toEqual(bothDone)
    expect(await countOf('memberships where child_id = $1', [keep])).toBe(1)
    expect(await countOf('memberships where child_id = $1', [leave])).toBe(0)
  })
})

describe('policies and what comes with the software', () => {
  test('[POL-3] a new version, started twice at once from the text in force, is started once', async () => {
    const policyId = await aPolicy({
      ...programme,
      kind: 'expense-policy',
      title: 'Expense policy',
      mustBeAccepted: false,
    })
    const versionId = await aVersion({ ...programme, policyId })
    const start = (work: Work) => startFromTextInForce({ work, versionId })
    expect(await race([committee, start], [another, start])).toEqual({ first: 'done', second: 'POL-3' })
  })

  test.each([
    ['[POL-1] the texts', loadStartingSet, 'policies', 'kind'],
    ['[DIR-1] the places', loadStartingPlaces, 'directory_entries', 'organisation'],
    ['[GUI-1] the pages', loadStartingPages, 'guidance_pages', 'address'],
  ])('%s to start from, asked for twice at once, are put there once', async (_what, load, table, name) => {
    const { outcomes, got } = await twice(committee, load)
    expect(outcomes).toEqual(bothDone)
    expect([got[0]?.length === 0, got[1]]).toEqual([false, []])
    expect(await programme.query(`select ${name} from ${table} group by ${name} having count(*) > 1`)).toEqual([])
  })
})

describe('volunteers', () => {
  test('[VOL-1] two applications from one address, approved at once, make one volunteer', async () => {
    const record = {
      name: 'Reese Placeholder',
      email: `${randomUUID()}@example.invalid`,
      mobile: '07700 900321',
      bornOn: '1991-07-15',
      homeAddress: '9 Made-up Lane, Andover',
    }
    const { outcomes, got } = await twice(committee, (work) => becomeVolunteer({ work, record }))
    expect(outcomes).toEqual(bothDone)
    expect(got[0]).toBe(got[1])
  })

  test('[VOL-13] when somebody has time, said twice at once for the first time, is kept as said last', async () => {
    const volunteer = await aVolunteer(programme)
    const { person } = await programme.signIn(volunteer.userId)
    const { outcomes } = await twice(person, (work, number) =>
      keepAvailability({
        work,
        volunteerId: volunteer.id,
        availability: { free: [number === 0 ? 'tuesday-afternoon' : 'thursday-afternoon'], away: [] },
      }),
    )
    expect(outcomes).toEqual(bothDone)
    expect(
      await programme.query(
        'select f.value::text from availabilities a join availabilities_free f on f.parent_id = a.id where a.volunteer_id = $1',
        [volunteer.id],
      ),
    ).toEqual([{ value: 'thursday-afternoon' }])
  })
})

describe('parents’ links', () => {
  test('[CON-1] wrong dates of birth, tried at once, are counted one by one', async () => {
    const { requestId } = await anAskedParent(programme)
    await twice(nobodyKnown, (work) => checkDateOfBirth({ work, requestId, given: '2014-01-21' }))
    expect(await one('select wrong_tries::int as tries from consent_requests where id = $1', [requestId])).toEqual({
      tries: 2,
    })
  })

  const aProvenParent = async () => {
    const parent = await anAskedParent(programme)
    const email =
      (await one<{ email: string }>('select email from guardians where id = $1', [parent.child.guardianId]))?.email ??
      ''
    await programme.query("insert into consent_copies (request_id, action, facts) values ($1, 'sign', $2)", [
      parent.requestId,
      JSON.stringify({ method: 'link', linkSentTo: email }),
    ])
    return {
      ...parent,
      code: (work: Work) =>
        sendCode({
          work,
          request: {
            asking: randomUUID(),
            requestId: parent.requestId,
            addressDigest: linkDigest(email.trim().toLowerCase()),
          },
        }),
    }
  }

  test('[CON-7] codes, asked for at once, stay within the number of an hour', async () => {
    const { requestId, code } = await aProvenParent()
    for (let sent = 1; sent < CODES_AN_HOUR; sent += 1) await before(software, code)
    await twice(software, code)
    expect(await countOf('consent_email_codes where request_id = $1', [requestId])).toBe(CODES_AN_HOUR)
  })

  test('[CON-7] a code, typed on two devices at once, opens one', async () => {
    const { requestId, code } = await aProvenParent()
    await before(software, code)
    const given = (await codeToSend({ ...programme, requestId, now: programme.clock.now() })) ?? ''
    expect((await twice(nobodyKnown, (work) => checkCode({ work, requestId, given }))).got).toEqual(['right', 'wrong'])
  })

  test('[CON-7] a new link, asked for twice at once, goes out once', async () => {
    const { requestId, token } = await anAskedParent(programme)
    const earlier = await countOf('notifications where subject_record = $1', [requestId])
    await twice(software, (work) => sendNewLink({ work, request: { asking: randomUUID(), digest: linkDigest(token) } }))
    expect(await countOf('notifications where subject_record = $1', [requestId])).toBe(earlier + 1)
  })

  test('[CON-1] scans of one form, brought at once, stay within their number', async () => {
    const child = await aChild(programme)
    const capture = await insertOne({
      ...programme,
      collection: 'consent-captures',
      row: {
        child_id: child.id,
        guardian_id: child.guardianId,
        meetings: 'yes',
        decided_on: '2026-03-03',
        method: 'paper',
        signed_name: 'Alex Testerton',
        signed_relationship: 'Mother',
        says_responsible: true,
        status: 'entered',
        entered_by_id: coordinator.userId,
        row_version: 1,
      },
    })
    const bring = (work: Work, page: number) =>
      keepScan({
        work,
        captureId: capture,
        scan: { kind: 'application/pdf', bytes: Buffer.from(`%PDF-1.7\n${page}\n%%EOF`) },
      })
    for (let page = 2; page <= MOST_SCANS; page += 1) await before(coordinator, (work) => bring(work, page + 10))
    expect((await twice(coordinator, bring)).outcomes).toEqual({ first: 'done', second: 'CON-1' })
  })
})

describe('accounts', () => {
  test('a link to choose a password, used twice at once, is used once', async () => {
    const userId = await aPerson({ ...programme, roles: ['committee'] })
    const id = randomUUID()
    await before(software, (work) => issueLink({ work, userId, purpose: 'password-reset', id }))
    const token = signInLinkToken({ ...programme, purpose: 'password-reset', id })
    const { got } = await twice(nobodyKnown, (work, number) =>
      choosePassword({ work, token, password: `a long invented password ${number}` }),
    )
    expect(got.map(Boolean)).toEqual([true, false])
  })

  test('a password, changed twice at once, is changed once', async () => {
    const userId = await aPerson({ ...programme, roles: ['committee'] })
    const current = 'the present invented password'
    await insertOne({
      ...programme,
      collection: 'credentials',
      row: { user_id: userId, password_digest: await digestPassword(current), changed_at: NOW },
    })
    const { token, person } = await programme.signIn(userId)
    const { got } = await twice(person, (work, number) =>
      changePassword({ work, userId, token, current, next: `another long invented password ${number}` }),
    )
    expect(got.map(Boolean)).toEqual([true, false])
  })

  test('two links to choose a password, asked for at once: one can be used, the newer', async () => {
    const userId = await aPerson({ ...programme, roles: ['committee'] })
    const email = (await one<{ email: string }>('select email from users where id = $1', [userId]))?.email ?? ''
    await twice(software, (work) => sendPasswordLink({ work, request: { linkId: randomUUID(), email } }))
    expect(await countOf('sign_in_links where user_id = $1 and used_at is null and ends_at > $2', [userId, NOW])).toBe(
      1,
    )
  })

  test('a sign-in with the password that is just being changed opens nothing', async () => {
    const userId = await aPerson({ ...programme, roles: ['committee'] })
    await insertOne({
      ...programme,
      collection: 'credentials',
      row: { user_id: userId, password_digest: 'the old digest', changed_at: NOW },
    })
    let opened: string | undefined = 'not tried'
    const changing = (work: Work) =>
      work.query("update credentials set password_digest = 'the new digest' where user_id = $1", [userId])
    const signingIn = async ({ query, now }: Work) =>
      (opened = await openProvenSession({ query, userId, now, device: 'a test', passwordDigest: 'the old digest' }))
    expect(await race([software, changing], [nobodyKnown, signingIn])).toEqual(bothDone)
    expect(opened).toBeUndefined()
  })
})

describe('forms', () => {
  const aDraft = () => beginDraft({ ...programme, form: 'a form', answers: {}, now: programme.clock.now() })

  test('two pages of a form, saved at once, are both kept', async () => {
    const { token } = await aDraft()
    const save = async ({ query, now }: Work, number: number) => {
      const draft = await draftByToken({ query, form: 'a form', token, now })
      if (draft) await saveAnswers({ query, draft, answers: { [`page ${number}`]: 'said' }, now })
    }
    expect((await twice(nobodyKnown, save)).outcomes).toEqual(bothDone)
    expect((await draftByToken({ ...programme, form: 'a form', token, now: programme.clock.now() }))?.answers).toEqual({
      'page 0': 'said',
      'page 1': 'said',
    })
  })

  test('a form, sent twice at once, is found sent the second time', async () => {
    const { token } = await aDraft()
    const { got } = await twice(nobodyKnown, async ({ query, now }) => {
      const draft = await draftByToken({ query, form: 'a form', token, now, lock: true })
      if (draft && !draft.isSent) await closeDraft({ query, draft, outcome: { reference: 'AB-12' }, now })
      return draft?.isSent
    })
    expect(got).toEqual([false, true])
  })

  test('one submission, sent twice at once, is done once', async () => {
    const submission = { key: randomUUID(), actor: 'somebody', purpose: 'a test', fingerprint: 'the same' }
    let times = 0
    const { got } = await twice(nobodyKnown, ({ query }) =>
      withIdempotency({ ...submission, query }, () => Promise.resolve({ times: (times += 1) })),
    )
    expect(got).toEqual([
      { outcome: { times: 1 }, repeated: false },
      { outcome: { times: 1 }, repeated: true },
    ])
  })
})

test('[DAT-2] two rows of the audit, chained at once, follow one another', async () => {
  const event = [
    {
      occurred_at: NOW,
      actor_kind: 'system',
      actor_id: null,
      actor_note: 'a test',
      action: 'read',
      record_collection: 'children',
      record_id: randomUUID(),
      came_from: 'a test',
      detail: {},
    },
  ]
  const { outcomes } = await twice(software, ({ query }) =>
    query('select append_audit_events($1::jsonb)', [JSON.stringify(event)]),
  )
  expect(outcomes).toEqual(bothDone)
  expect((await verifyAudit(programme)).problem).toBeUndefined()
})

test('two processes that bring one database up to date take turns', async () => {
  const { ownerUrl } = programme.database
  const slow: Migration = {
    name: 'a test',
    up: async ({ db }: { db: { execute: (statement: string) => Promise<unknown> } }) => {
      await db.execute('select pg_sleep(0.5)')
      await db.execute('create table made_once ()')
    },
    down: () => Promise.resolve(),
  }
  const ran = await Promise.all([
    applyMigrations({ ownerUrl, migrations: [...migrations, slow] }),
    applyMigrations({ ownerUrl, migrations: [...migrations, slow] }),
  ])
  expect(ran.flat()).toEqual(['a test'])
})

test('the unique indexes of the database are those of docs/locks.md', async () => {
  const indexes = await programme.query<{ name: string; definition: string }>(
    "select indexname as name, indexdef as definition from pg_indexes i where schemaname = 'public' and indexdef like 'CREATE UNIQUE%' and not exists (select from pg_constraint c where c.conname = i.indexname and c.contype = 'p') order by indexname",
  )
  const listed = readFileSync(new URL('../../docs/locks.md', import.meta.url), 'utf8')
    .split('```\n')[1]
    ?.trim()
    .split('\n')
  expect(
    indexes.map(
      ({ name, definition }) =>
        `${name}: ${definition.replace(`CREATE UNIQUE INDEX ${name} ON public.`, '').replace(' USING btree', '')}`,
    ),
  ).toEqual(listed)
})
