// Each lock that a kind of record declares, by what goes wrong without it: two people act at once, in an order that is
// the same each time. docs/locks.md names the locks and these tests.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { PersonActor } from '../../src/core/access/actor.ts'
import { asSystem, asUser } from '../../src/core/access/localApi.ts'
import type { Work } from '../../src/core/access/work.ts'
import { poolOf } from '../../src/core/database/transaction.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import type { Workflow } from '../../src/core/workflow/workflow.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { mergeWorkflow } from '../../src/programme/merging/workflow.ts'
import { policyVersionWorkflow } from '../../src/programme/policies/versions/workflow.ts'
import { textDigest } from '../../src/programme/policies/versions/textDigest.ts'
import { capacityOverrideWorkflow } from '../../src/programme/recruitment/capacity/workflow.ts'
import { trainingWorkflow } from '../../src/programme/recruitment/training/workflow.ts'
import { vettingWorkflow } from '../../src/programme/recruitment/vetting/workflow.ts'
import { referralWorkflow } from '../../src/programme/referrals/decisions/workflow.ts'
import { aPlace } from '../support/directory.ts'
import { refereeSays } from '../support/applications.ts'
import { inTurn, type Doing } from '../support/inTurn.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree, aPolicy, aVersion, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aConsentRequest, aReadyMatch } from '../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let coordinator: PersonActor
let committee: PersonActor
let another: PersonActor
beforeAll(async () => {
  programme = await testProgramme()
  programme.payload.logger.level = 'silent'
  const person = async (...given: [name: string, role: 'committee' | 'co-ordinator']): Promise<PersonActor> =>
    (
      await programme.signIn(
        await aPerson({
          ...programme,
          name: given[0],
          roles: [given[1]],
          designations: given[1] === 'committee' ? ['meeting-confirmer'] : [],
        }),
      )
    ).person
  coordinator = await person('Morgan Specimen', 'co-ordinator')
  committee = await person('Casey Standin', 'committee')
  another = await person('Linden Sampleton', 'committee')
})
afterAll(async () => {
  await poolOf(programme.payload).end()
})

type Collection = Parameters<ReturnType<typeof asUser>['create']>[0]['collection']

const doing = (by: Doing['by'], does: Doing['does']): Doing => ({ by, does })
const act =
  (workflow: Workflow, id: string, action: string, input: Record<string, unknown> = {}) =>
  (work: Work) =>
    performAction({ work, workflow, id, action, input })
const create = (collection: Collection, data: Record<string, unknown>) => (work: Work) =>
  asUser(work).create({ collection, data })
const change = (collection: Collection, id: string, data: Record<string, unknown>) => (work: Work) =>
  asUser(work).update({ collection, id, data })

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
const proposed = (given: { policyId: string; number: string }) =>
  aVersion({ ...programme, ...given, status: 'proposed', authorId: coordinator.userId })
const withdrawCheck =
  (volunteerId: string) =>
  async (work: Work): Promise<unknown> => {
    const [check] = await programme.query<{ id: string }>(
      "select id from vetting_records where volunteer_id = $1 and kind = 'dbs-check'",
      [volunteerId],
    )
    return act(vettingWorkflow, check?.id ?? '', 'withdraw', { reason: 'Entered by mistake' })(work)
  }
const sayNo = (child: { id: string; guardianId: string }) =>
  create('consent-captures', {
    child: child.id,
    guardian: child.guardianId,
    meetings: 'no',
    decidedOn: '2026-03-03',
    method: 'telephone',
    signedName: 'Alex Testerton',
    signedRelationship: 'Mother',
    saysResponsible: true,
  })
const log = (pair: Pair, meeting: string) =>
  create('session-logs', {
    match: pair.match,
    child: pair.child.id,
    volunteer: pair.volunteer.id,
    meeting,
    heldOn: '2026-03-02',
    location: 'Library café',
    runBy: 'Harper Sample',
    attendees: 'Robin, Harper',
  })

/** What two people do at once, and how the second is answered; the first is done each time. */
type Race = { lock: string; test: string; race: () => Promise<{ first: Doing; second: Doing }>; second: string }

const races: Race[] = [
  {
    lock: 'meetings.volunteer',
    test: '[MTG-4, VOL-3] a meeting is not confirmed beside the withdrawal of the volunteer’s check',
    race: async () => {
      const pair = await aPairThatMayAgree(programme)
      return {
        first: doing(coordinator, withdrawCheck(pair.volunteer.id)),
        second: doing(committee, act(meetingWorkflow, await aMeeting(pair), 'confirm')),
      }
    },
    second: 'VOL-3',
  },
  {
    lock: 'meetings.secondVolunteer',
    test: '[MTG-3] nor beside the withdrawal of the second volunteer’s',
    race: async () => {
      const pair = await aPairThatMayAgree(programme)
      const beside = await aVolunteer({ ...programme, name: 'Jordan Example' })
      return {
        first: doing(coordinator, withdrawCheck(beside.id)),
        second: doing(
          committee,
          act(
            meetingWorkflow,
            await aMeeting(pair, { place_kind: 'cinema', second_volunteer_id: beside.id }),
            'confirm',
          ),
        ),
      }
    },
    second: 'MTG-3',
  },
  {
    lock: 'meetings.child',
    test: '[MTG-4, CON-4] nor beside a parent’s no',
    race: async () => {
      const pair = await aPairThatMayAgree(programme)
      return {
        first: doing(coordinator, sayNo(pair.child)),
        second: doing(committee, act(meetingWorkflow, await aMeeting(pair), 'confirm')),
      }
    },
    second: 'CON-1',
  },
  {
    lock: 'meetings.volunteer',
    test: '[MTG-12] two meetings of one volunteer with two children at one time, proposed at once: one stands',
    race: async () => {
      const [pair, other] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)]
      const match = await aMatch({
        ...programme,
        childId: other.child.id,
        volunteerId: pair.volunteer.id,
        contactId: committee.userId,
        status: 'proposed',
      })
      await programme.query("update matches set status = 'ended', ends_on = '2026-03-01' where id = $1", [other.match])
      await programme.query("update matches set status = 'active' where id = $1", [match])
      return {
        first: doing(coordinator, create('meetings', meetingFields(pair))),
        second: doing(coordinator, create('meetings', meetingFields({ ...other, match, volunteer: pair.volunteer }))),
      }
    },
    second: 'MTG-12',
  },
  {
    lock: 'meetings.secondVolunteer',
    test: '[MTG-12] a second volunteer who is named newly by an edit is locked too',
    race: async () => {
      const [pair, other] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)]
      return {
        first: doing(coordinator, create('meetings', meetingFields(other))),
        second: doing(coordinator, change('meetings', await aMeeting(pair), { secondVolunteer: other.volunteer.id })),
      }
    },
    second: 'MTG-12',
  },
  {
    lock: 'session-logs.child',
    test: '[LOG-4] two logs of one meeting, sent at once: one is taken, and the other hears that it is there',
    race: async () => {
      const pair = await aPairThatMayAgree(programme)
      const meeting = await aMeeting(pair, { starts_at: '2026-03-02T16:00:00Z', status: 'confirmed' })
      return { first: doing(coordinator, log(pair, meeting)), second: doing(coordinator, log(pair, meeting)) }
    },
    second: 'LOG-4',
  },
  {
    lock: 'matches.volunteer',
    test: '[VOL-3] a match does not start beside the withdrawal of the volunteer’s check',
    race: async () => {
      const ready = await aReadyMatch(programme)
      return {
        first: doing(coordinator, withdrawCheck(ready.volunteer.id)),
        second: doing(committee, act(matchWorkflow, ready.match, 'start')),
      }
    },
    second: 'VOL-3',
  },
  {
    lock: 'matches.volunteer',
    test: '[VOL-5] two matches of one volunteer, started at once, stay within their number of children',
    race: async () => {
      const [ready, other] = [await aReadyMatch(programme), await aReadyMatch(programme)]
      await aMatch({
        ...programme,
        childId: (await aChild(programme)).id,
        volunteerId: ready.volunteer.id,
        contactId: committee.userId,
      })
      await programme.query('update matches set volunteer_id = $2 where id = $1', [other.match, ready.volunteer.id])
      return {
        first: doing(committee, act(matchWorkflow, ready.match, 'start')),
        second: doing(committee, act(matchWorkflow, other.match, 'start')),
      }
    },
    second: 'VOL-5',
  },
  {
    lock: 'matches.child',
    test: '[CON-1] a match does not start beside a parent’s no',
    race: async () => {
      const ready = await aReadyMatch(programme)
      return {
        first: doing(coordinator, sayNo(ready.child)),
        second: doing(committee, act(matchWorkflow, ready.match, 'start')),
      }
    },
    second: 'CON-1',
  },
  {
    lock: 'matches.child',
    test: '[MAT-3] two volunteers for one child, started at once: one starts, and the other hears why not',
    race: async () => {
      const [ready, other] = [await aReadyMatch(programme), await aReadyMatch(programme)]
      await programme.query('update matches set child_id = $2 where id = $1', [other.match, ready.child.id])
      return {
        first: doing(committee, act(matchWorkflow, ready.match, 'start')),
        second: doing(committee, act(matchWorkflow, other.match, 'start')),
      }
    },
    second: 'MAT-3',
  },
  {
    lock: 'referrals.child',
    test: '[MAT-5] a child does not leave the programme beside the start of their match',
    race: async () => {
      const ready = await aReadyMatch(programme)
      return {
        first: doing(committee, act(matchWorkflow, ready.match, 'start')),
        second: doing(another, act(referralWorkflow, ready.referral, 'finish', { reason: 'They moved away' })),
      }
    },
    second: 'MAT-5',
  },
  ...(['keep', 'leave'] as const).map((side): Race => ({
    lock: `child-merges.${side}`,
    test: `[SAME-CHILD] two records are not joined beside a correction of the date of birth on the one to ${side}`,
    race: async () => {
      const keep = await aChild(programme)
      const leave = await aChild({ ...programme, name: 'Robyn Testerton' })
      await programme.query('update children set family_id = $2 where id = $1', [leave.id, keep.familyId])
      const merge = await insertOne({
        ...programme,
        collection: 'child-merges',
        row: {
          keep_id: keep.id,
          leave_id: leave.id,
          why: 'The mother says so.',
          proposed_by_id: coordinator.userId,
          status: 'proposed',
          row_version: 1,
        },
      })
      const corrected = { keep, leave }[side].id
      return {
        first: doing(
          coordinator,
          change('children', corrected, { bornOn: side === 'keep' ? '2013-02-21' : '2012-06-30' }),
        ),
        second: doing(committee, act(mergeWorkflow, merge, 'carryOut')),
      }
    },
    second: 'SAME-CHILD',
  })),
  {
    lock: 'policy-versions.policy',
    test: '[POL-2, POL-3] two versions of one policy, adopted at once: one is, and the other hears that its number is behind',
    race: async () => {
      const policyId = await aPolicy({
        ...programme,
        kind: 'expense-policy',
        title: 'Expense policy',
        mustBeAccepted: false,
      })
      await aVersion({ ...programme, policyId })
      const [next, behind] = [await proposed({ policyId, number: '3.0' }), await proposed({ policyId, number: '2.0' })]
      return {
        first: doing(committee, act(policyVersionWorkflow, next, 'adopt')),
        second: doing(another, act(policyVersionWorkflow, behind, 'adopt')),
      }
    },
    second: 'POL-2',
  },
  {
    lock: 'policy-translations.version',
    test: '[POL-2] the words in one language, begun twice at once: one begins, and the other is led there',
    race: async () => {
      const [version] = await programme.query<{ id: string }>(
        "select v.id from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'",
      )
      const words = create('policy-translations', {
        version: version?.id,
        language: 'cy',
        text: richText('Croeso.'),
        translatedBy: 'An invented translator',
      })
      return { first: doing(committee, words), second: doing(another, words) }
    },
    second: 'POL-2',
  },
  {
    lock: 'policy-acceptances.version',
    test: '[POL-4] a version is not accepted beside the adoption of the next',
    race: async () => {
      const policyId = await aPolicy({
        ...programme,
        kind: 'volunteer-agreement',
        title: 'Volunteer agreement',
        mustBeAccepted: false,
      })
      const text = richText('I give my time.')
      const version = await aVersion({ ...programme, policyId, text })
      const next = await proposed({ policyId, number: '2.0' })
      return {
        first: doing(committee, act(policyVersionWorkflow, next, 'adopt')),
        second: doing(
          another,
          create('policy-acceptances', {
            version,
            user: another.userId,
            typedName: another.name,
            textDigest: textDigest(text),
          }),
        ),
      }
    },
    second: 'POL-4',
  },
  {
    lock: 'working-list-entries.child',
    test: '[ELG-6] a second row of one child on the working list, added at once, is refused in words',
    race: async () => {
      const { id } = await aChild(programme)
      const row = create('working-list-entries', { name: 'Robin Testerton', child: id })
      return { first: doing(coordinator, row), second: doing(committee, row) }
    },
    second: 'ELG-6',
  },
  {
    lock: 'trainings.volunteer',
    test: '[VOL-14] a match does not start beside the withdrawal of a required training',
    race: async () => {
      const ready = await aReadyMatch(programme)
      const [training] = await programme.query<{ id: string }>(
        'select t.id from trainings t join training_kinds k on k.id = t.kind_id where t.volunteer_id = $1 and k.required_before_match',
        [ready.volunteer.id],
      )
      return {
        first: doing(
          coordinator,
          act(trainingWorkflow, training?.id ?? '', 'withdraw', { reason: 'Entered by mistake' }),
        ),
        second: doing(committee, act(matchWorkflow, ready.match, 'start')),
      }
    },
    second: 'VOL-14',
  },
  {
    lock: 'pause-requests.volunteer',
    test: '[VOL-11] a wish to pause, told twice at once, is one, and the second is answered in words',
    race: async () => {
      const volunteer = await aVolunteer(programme)
      const themselves = (await programme.signIn(volunteer.userId)).person
      const wish = create('pause-requests', { volunteer: volunteer.id, wish: 'pause', words: 'A new job' })
      return { first: doing(themselves, wish), second: doing(themselves, wish) }
    },
    second: 'VOL-11',
  },
  {
    lock: 'account-changes.user',
    test: '[ORG-1] two new addresses of one account, proposed at once by one person: one waits, and the second is answered in words',
    race: async () => {
      const administrator = (await programme.signIn(await aPerson({ ...programme, roles: ['administrator'] }))).person
      const user = await aPerson({ ...programme, roles: ['trustee'] })
      const wanted = () =>
        create('account-changes', {
          user,
          kind: 'address',
          newAddress: `${randomUUID()}@example.invalid`,
          why: 'A new provider',
        })
      return { first: doing(administrator, wanted()), second: doing(administrator, wanted()) }
    },
    second: 'ORG-1',
  },
  {
    lock: 'capacity-overrides.volunteer',
    test: '[VOL-5] a match does not start beside the end of the exception that it needs',
    race: async () => {
      const ready = await aReadyMatch(programme)
      for (const child of [await aChild(programme), await aChild(programme)])
        await aMatch({ ...programme, childId: child.id, volunteerId: ready.volunteer.id, contactId: committee.userId })
      const exception = await insertOne({
        ...programme,
        collection: 'capacity-overrides',
        row: {
          volunteer_id: ready.volunteer.id,
          children: 3,
          reason: 'Brothers',
          proposed_by_id: another.userId,
          decided_by_id: committee.userId,
          status: 'approved',
          row_version: 1,
        },
      })
      return {
        first: doing(committee, act(capacityOverrideWorkflow, exception, 'end')),
        second: doing(committee, act(matchWorkflow, ready.match, 'start')),
      }
    },
    second: 'VOL-5',
  },
  {
    lock: 'volunteer-references.volunteer',
    test: '[VOL-6] one referee, named twice at once for a volunteer, counts once',
    race: async () => {
      const volunteer = await aVolunteer({ ...programme, cleared: false })
      const referee = create('volunteer-references', {
        volunteer: volunteer.id,
        refereeName: 'Sky Specimen',
        refereeEmail: 'sky@example.invalid',
        howKnown: 'Work',
      })
      return { first: doing(coordinator, referee), second: doing(committee, referee) }
    },
    second: 'VOL-6',
  },
  {
    lock: 'volunteer-references.application',
    test: '[VOL-6] nor twice for an application',
    race: async () => {
      const application = await insertOne({
        ...programme,
        collection: 'applications',
        row: {
          name: 'Reese Placeholder',
          source: 'outsider',
          email: `${randomUUID()}@example.invalid`,
          mobile: '07700 900321',
          born_on: '1991-07-15',
          home_address: '9 Made-up Lane, Andover',
          why: 'I had a mentor once.',
          code: randomUUID().slice(0, 8),
          received_on: '2026-03-01',
          link_number: 1,
          status: 'considered',
          row_version: 1,
        },
      })
      const referee = create('volunteer-references', {
        application,
        refereeName: 'Sky Specimen',
        refereeEmail: 'sky@example.invalid',
        howKnown: 'Work',
      })
      return { first: doing(coordinator, referee), second: doing(committee, referee) }
    },
    second: 'VOL-6',
  },
  {
    lock: 'reference-answers.reference',
    test: '[VOL-6] what one referee said, written down twice at once, is there once, and the second is answered in words',
    race: async () => {
      const volunteer = await aVolunteer({ ...programme, cleared: false })
      const reference = await insertOne({
        ...programme,
        collection: 'volunteer-references',
        row: {
          volunteer_id: volunteer.id,
          referee_name: 'Sky Specimen',
          referee_telephone: '01264 000000',
          status: 'named',
          link_number: 0,
          row_version: 1,
        },
      })
      const answer = create('reference-answers', {
        reference,
        method: 'telephone',
        spokenOn: '2026-03-03',
        ...refereeSays(),
      })
      return { first: doing(coordinator, answer), second: doing(committee, answer) }
    },
    second: 'VOL-6',
  },
  {
    lock: 'directory-suggestions.entry',
    test: '[DIR-1] that a place is out of date, said twice at once by one person, waits once',
    race: async () => {
      const entry = await aPlace(programme)
      const themselves = (await programme.signIn((await aVolunteer(programme)).userId)).person
      const suggestion = create('directory-suggestions', {
        kind: 'out-of-date',
        entry,
        organisation: 'The Invented Climbing Wall',
        words: 'It has closed.',
      })
      return { first: doing(themselves, suggestion), second: doing(themselves, suggestion) }
    },
    second: 'DIR-1',
  },
  {
    lock: 'consent-captures.child',
    test: '[CON-8] what a parent said is not entered beside the child coming into the care of a council',
    race: async () => {
      const child = await aChild(programme)
      const said = create('consent-captures', {
        child: child.id,
        guardian: child.guardianId,
        meetings: 'yes',
        decidedOn: '2026-03-03',
        method: 'telephone',
        signedName: 'Alex Testerton',
        signedRelationship: 'Mother',
        saysResponsible: true,
      })
      return {
        first: doing(coordinator, change('children', child.id, { inCare: true })),
        second: doing(committee, said),
      }
    },
    second: 'CON-8',
  },
  {
    lock: 'consent-requests.child',
    test: '[CON-8] nor is a parent asked',
    race: async () => {
      const child = await aChild(programme)
      return {
        first: doing(coordinator, change('children', child.id, { inCare: true })),
        second: doing(committee, create('consent-requests', { child: child.id, guardian: child.guardianId })),
      }
    },
    second: 'CON-8',
  },
  {
    lock: 'call-requests.consentRequest',
    test: '[MAT-12] a call that a parent asks for twice at once waits once, and the second is answered in words',
    race: async () => {
      const child = await aChild(programme)
      const recordId = await aConsentRequest({ ...programme, childId: child.id, guardianId: child.guardianId })
      const parent = { kind: 'link', holder: 'guardian', recordId } as const
      const wish = (work: Work) =>
        asSystem(work, { reason: 'a parent asks for a call' }).create({
          collection: 'call-requests',
          data: { consentRequest: recordId, words: 'After school', number: '07700 900456' },
        })
      return { first: doing(parent, wish), second: doing(parent, wish) }
    },
    second: 'MAT-12',
  },
]

describe('two at once, where the second must wait for the first', () => {
  test.each(races)('$lock: $test', async ({ race, second }) => {
    expect(await inTurn(programme, await race())).toEqual({ first: 'done', second })
  })
})

test('every lock that a kind of record declares has its race here and its row in docs/locks.md', () => {
  const declared = programme.payload.config.collections
    .flatMap(({ slug, custom }) =>
      ((custom?.workflow as Workflow | undefined)?.locked ?? []).map(({ field }) => `${slug}.${field}`),
    )
    .sort()
  expect([...new Set(races.map(({ lock }) => lock))].sort()).toEqual(declared)
  const page = readFileSync(new URL('../../docs/locks.md', import.meta.url), 'utf8')
  expect(declared.filter((lock) => !page.includes(`| \`${lock}\` |`))).toEqual([])
})
