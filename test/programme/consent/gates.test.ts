// Where a request, an answer, a form on paper and a call can go, and what stands in the way: every gate by itself.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { consentWorkflow } from '../../../src/programme/consent/answers/workflow.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { FOR_THE_COUNCIL } from '../../../src/programme/consent/asking/relationships.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { callRequestWorkflow } from '../../../src/programme/consent/calls/workflow.ts'
import { captureWorkflow } from '../../../src/programme/consent/paper/workflow.ts'
import { actingIn } from '../../support/acting.ts'
import { anAskedParent } from '../../support/consent.ts'
import { lifeOf } from '../../support/lifeOf.ts'
import { aChild, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let coordinator: string
let committee: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
})
const { workAs, create } = actingIn(() => programme)

test('[CON-1, CON-4] a request, an answer, a form on paper and a call go these ways and no others', () => {
  expect(lifeOf(consentRequestWorkflow)).toEqual({
    states: ['open', 'signed', 'declined', 'cancelled'],
    initial: 'open',
    stateField: 'status',
    steps: {
      issueLink: 'open → open',
      resend: 'open → open',
      chooseLanguage: 'open → open',
      chooseLanguageOfSigner: 'signed → signed',
      chooseLanguageOfDecliner: 'declined → declined',
      renewLink: 'open → open',
      renewLinkOfSigner: 'signed → signed',
      renewLinkOfDecliner: 'declined → declined',
      endLinkOfAsked: 'open → open',
      endLinkOfSigner: 'signed → signed',
      endLinkOfDecliner: 'declined → declined',
      correctAddress: 'open → open',
      resendToSigner: 'signed → signed',
      resendToDecliner: 'declined → declined',
      askAgain: 'signed → signed',
      keepCapture: 'open, signed, declined → signed',
      cancelByRule: 'open → cancelled',
      cancel: 'open → cancelled',
      retire: 'open, signed, declined → cancelled',
      sign: 'open → signed',
      decline: 'open → declined',
      change: 'signed, declined → signed',
      agreeOne: 'signed → signed',
      withdrawOne: 'signed → signed',
      withdraw: 'signed → declined',
    },
    editable: {},
    locked: ['child of children'],
  })
  expect(lifeOf(captureWorkflow)).toEqual({
    states: ['entered', 'confirmed', 'refused'],
    initial: 'entered',
    stateField: 'status',
    steps: { confirm: 'entered → confirmed', refuse: 'entered → refused' },
    editable: {},
    locked: ['child of children'],
  })
  expect(lifeOf(consentWorkflow)).toMatchObject({ states: ['given'], steps: {}, editable: {}, locked: [] })
  expect(lifeOf(callRequestWorkflow)).toMatchObject({
    states: ['asked', 'done'],
    initial: 'asked',
    steps: { done: 'asked → done' },
    editable: {},
    locked: ['consentRequest of consent-requests'],
  })
})

/** What a gate says, by the gate's own short name. */
const SAID: ReadonlyArray<[gate: string, words: RegExp]> = [
  ['run out', /^This link has run out/],
  ['decides', /can decide\.$|so the parents decide and nobody signs for the council\.$/],
  ['email', /^We have no email address/],
  ['birthday', /^We do not know the child’s date of birth/],
  ['age', /^The child is 18 now|^The young person decides from 18 on/],
  ['one open', /has been asked already\.$/],
  ['language', /^This parent or carer reads the form in Polish/],
  ['words in it', /^We do not have this form in that language/],
  ['words', /^The words of this form have changed/],
  ['words since', /^The form has other words now/],
  ['signs as', /^You sign for the council|^We do not have you on record/],
  ['second person', /^You entered this yourself/],
  ['says something', /^No point has an answer/],
  ['responsible', /^A yes counts only from somebody who says/],
  ['ahead', /^Consent cannot be given on a day that is still to come/],
]
const gateOf = ({ reason }: { reason: string }): string => {
  const gate = SAID.find(([, words]) => words.test(reason))
  if (!gate) throw new Error(`No gate says “${reason}”.`)
  return gate[0]
}

type Child = Awaited<ReturnType<typeof aChild>>
/** One thing that is not as it should be, and the gates that mind it. */
const FAULTS: ReadonlyArray<[what: string, spoil: (child: Child) => [string, unknown[]], minding: readonly string[]]> =
  [
    ['nothing', ({ id }) => ['select $1::uuid', [id]], []],
    [
      'no parental responsibility',
      ({ guardianId }) => ['update guardians set parental_responsibility = false where id = $1', [guardianId]],
      ['decides'],
    ],
    [
      'nobody may contact them',
      ({ guardianId }) => ["update guardians set contact_rule = 'none' where id = $1", [guardianId]],
      ['decides'],
    ],
    [
      'a child in the care of a council',
      ({ id }) => ['update children set in_care = true where id = $1', [id]],
      ['decides'],
    ],
    [
      'somebody who signs for the council, of a child who is not in its care',
      ({ guardianId }) => ['update guardians set for_council = true where id = $1', [guardianId]],
      ['decides', 'signs as'],
    ],
    [
      'no email address',
      ({ guardianId }) => ["update guardians set email = '' where id = $1", [guardianId]],
      ['email'],
    ],
    [
      'no email address at all',
      ({ guardianId }) => ['update guardians set email = null where id = $1', [guardianId]],
      ['email'],
    ],
    ['no date of birth', ({ id }) => ['update children set born_on = null where id = $1', [id]], ['birthday']],
    ['eighteen today', ({ id }) => ["update children set born_on = '2008-03-03' where id = $1", [id]], ['age']],
    ['eighteen tomorrow', ({ id }) => ["update children set born_on = '2008-03-04' where id = $1", [id]], []],
    [
      'the young person themselves, before they are eighteen',
      ({ id, guardianId }) => ['update guardians set themselves_id = $2 where id = $1', [guardianId, id]],
      ['age'],
    ],
    [
      'a language without words',
      ({ guardianId }) => ["update guardians set form_language = 'pl' where id = $1", [guardianId]],
      ['language'],
    ],
    [
      'a link that ran out this minute',
      ({ id }) => ["update consent_requests set ends_at = '2026-03-03T12:00:00Z' where child_id = $1", [id]],
      ['run out'],
    ],
    [
      'a link that runs out in a minute',
      ({ id }) => ["update consent_requests set ends_at = '2026-03-03T12:01:00Z' where child_id = $1", [id]],
      [],
    ],
  ]
const ASKED = ['decides', 'email', 'birthday', 'age']
/** The gates of each step, in order; “words” and “words since” stand in the way of whoever sends none. */
const GATES: Readonly<Record<string, readonly string[]>> = {
  chooseLanguage: ['words in it'],
  chooseLanguageOfSigner: ['words in it'],
  chooseLanguageOfDecliner: ['words in it'],
  resend: [...ASKED, 'language'],
  correctAddress: ['decides', 'birthday', 'age', 'language'],
  resendToSigner: ASKED,
  resendToDecliner: ASKED,
  askAgain: [...ASKED, 'language'],
  cancel: [],
  sign: ['run out', 'decides', 'age', 'words', 'signs as'],
  decline: ['run out', 'decides', 'age', 'words'],
  change: ['decides', 'age', 'words', 'signs as'],
  agreeOne: ['decides', 'age', 'words', 'words since', 'signs as'],
  withdrawOne: [],
  withdraw: [],
  issueLink: [],
  renewLink: [],
  renewLinkOfSigner: [],
  renewLinkOfDecliner: [],
  endLinkOfAsked: [],
  endLinkOfSigner: [],
  endLinkOfDecliner: [],
  keepCapture: [],
  cancelByRule: [],
  retire: [],
}

describe('[CON-1, CON-3, CON-8, CON-9] each gate of a request alone stands in the way of the steps that mind it', () => {
  test('no step is forgotten here', () => {
    expect(Object.keys(GATES).sort()).toEqual(Object.keys(lifeOf(consentRequestWorkflow).steps).sort())
  })

  test.each(FAULTS)('%s', async (_what, spoil, minding) => {
    const child = await aChild(programme)
    const work = await workAs(coordinator)
    const { requestId } = await anAskedParent(programme, { child, coordinator })
    await programme.query(...spoil(child))
    const [row] = await programme.query<{ endsAt: Date }>(
      'select ends_at as "endsAt" from consent_requests where id = $1',
      [requestId],
    )
    const record = { id: requestId, child: child.id, guardian: child.guardianId, endsAt: row?.endsAt.toISOString() }
    const blockers = await Promise.all(
      Object.keys(GATES).map(async (action) => {
        const [standing] = await consentRequestWorkflow.obstacles({ work, records: [record], action })
        return [action, standing?.blockers.map(gateOf)]
      }),
    )
    expect(Object.fromEntries(blockers)).toEqual(
      Object.fromEntries(
        Object.entries(GATES).map(([action, gates]) => [
          action,
          gates.filter((gate) => gate.startsWith('words') || minding.includes(gate)),
        ]),
      ),
    )
    await programme.query("update consent_requests set status = 'cancelled' where id = $1", [requestId])
    const anew = await consentRequestWorkflow.decideCreate({
      work,
      record: { child: child.id, guardian: child.guardianId },
    })
    expect('allowed' in anew ? gateOf(anew) : undefined).toBe(
      [...ASKED, 'language'].find((gate) => minding.includes(gate)),
    )
  })

  test.each([
    ['open', 'one open'],
    ['signed', 'one open'],
    ['declined', 'one open'],
    ['cancelled', undefined],
  ])('[CON-1] beside a request that is %s', async (status, gate) => {
    const { child, requestId } = await anAskedParent(programme, { coordinator })
    await programme.query('update consent_requests set status = $2 where id = $1', [requestId, status])
    const another = await consentRequestWorkflow.decideCreate({
      work: await workAs(coordinator),
      record: { child: child.id, guardian: child.guardianId },
    })
    expect('allowed' in another ? gateOf(another) : undefined).toBe(gate)
  })
})

describe('[CON-1, CON-5] who takes each step', () => {
  const office = ['co-ordinator', 'committee']
  const officeOrSoftware = [...office, 'the software']
  const itself = ['co-ordinator', 'committee', 'volunteer', 'the link', 'another’s link', 'the software', 'nobody']
  const TAKEN_BY: Readonly<Record<string, readonly string[]>> = {
    resend: officeOrSoftware,
    correctAddress: officeOrSoftware,
    resendToSigner: officeOrSoftware,
    resendToDecliner: officeOrSoftware,
    askAgain: ['committee'],
    cancel: officeOrSoftware,
    chooseLanguage: ['the link'],
    chooseLanguageOfSigner: ['the link'],
    chooseLanguageOfDecliner: ['the link'],
    sign: ['the link'],
    decline: ['the link'],
    change: ['the link'],
    agreeOne: ['the link'],
    withdrawOne: ['the link'],
    withdraw: ['the link'],
    // These nobody is offered; that nobody can ask for them is asked over all workflows.
    issueLink: itself,
    renewLink: itself,
    renewLinkOfSigner: itself,
    renewLinkOfDecliner: itself,
    endLinkOfAsked: itself,
    endLinkOfSigner: itself,
    endLinkOfDecliner: itself,
    keepCapture: itself,
    cancelByRule: itself,
    retire: itself,
  }

  test('of a request and of a form on paper, and who begins one', async () => {
    const child = await aChild(programme)
    const { requestId } = await anAskedParent(programme, { coordinator })
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    const works = {
      'co-ordinator': await workAs(coordinator),
      committee: await workAs(committee),
      volunteer: await workAs(volunteer.userId),
      'the link': await programme.workOf(holderOf({ requestId })),
      'another’s link': await programme.workOf(holderOf({ requestId: child.id })),
      'the software': await programme.workOf({ kind: 'system', reason: 'a test' }),
      nobody: await programme.workOf({ kind: 'anonymous' }),
    }
    const takers = async (workflow: typeof captureWorkflow, action: string, record: Record<string, unknown>) => {
      const theirs: string[] = []
      for (const [who, work] of Object.entries(works)) {
        const [standing] = await workflow.obstacles({ work, records: [record], action })
        if (standing?.isTheirs) theirs.push(who)
      }
      return theirs
    }
    const request = { id: requestId, child: child.id, guardian: child.guardianId }
    for (const [action, who] of Object.entries(TAKEN_BY))
      expect([action, await takers(consentRequestWorkflow, action, request)]).toEqual([action, who])
    for (const action of ['confirm', 'refuse'])
      expect([action, await takers(captureWorkflow, action, capture(child))]).toEqual([action, office])
    const beginners = async (workflow: typeof captureWorkflow, record: Record<string, unknown>) => {
      const may: string[] = []
      for (const [who, work] of Object.entries(works))
        if (!('allowed' in (await workflow.decideCreate({ work, record })))) may.push(who)
      return may
    }
    expect([
      await beginners(consentRequestWorkflow, { child: child.id, guardian: child.guardianId }),
      await beginners(captureWorkflow, capture(child)),
    ]).toEqual([officeOrSoftware, office])
  })
})

const WAYS: ReadonlyArray<[what: string, relationship: string, forCouncil: boolean, gates: readonly string[]]> = [
  ['a parent as their mother', 'Mother', false, []],
  ['a parent as the council', FOR_THE_COUNCIL, false, ['signs as']],
  ['whoever signs for the council as a mother', 'Mother', true, ['signs as']],
]
test.each(WAYS)('[CON-8] on paper, %s', async (_what, signedRelationship, forCouncil, gates) => {
  const child = await aChild(programme)
  await programme.query('update guardians set for_council = $2 where id = $1', [child.guardianId, forCouncil])
  await programme.query('update children set in_care = $2 where id = $1', [child.id, forCouncil])
  expect(await gateOfCapture(child, { signedRelationship })).toBe(gates[0])
})

const capture = (child: Child, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  child: child.id,
  guardian: child.guardianId,
  method: 'paper',
  decidedOn: '2026-03-02',
  signedName: 'Alex Testerton',
  signedRelationship: 'Mother',
  saysResponsible: true,
  takingPart: 'yes',
  meetings: 'yes',
  travel: 'yes',
  outings: 'yes',
  firstAid: 'yes',
  photographs: 'no',
  talkingWithSchool: 'yes',
  talkingWithKeyWorkers: 'yes',
  ...changes,
})
const gateOfCapture = async (child: Child, changes: Record<string, unknown> = {}): Promise<string | undefined> => {
  const decided = await captureWorkflow.decideCreate({
    work: await workAs(coordinator),
    record: capture(child, changes),
  })
  return 'allowed' in decided ? gateOf(decided) : undefined
}

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['everything said', {}, undefined],
  ['today', { decidedOn: '2026-03-03' }, undefined],
  ['tomorrow', { decidedOn: '2026-03-04' }, 'ahead'],
  ['a yes without responsibility', { saysResponsible: false }, 'responsible'],
  [
    'a no alone without responsibility',
    {
      saysResponsible: false,
      ...Object.fromEntries(
        ['takingPart', 'meetings', 'travel', 'outings', 'firstAid', 'talkingWithSchool', 'talkingWithKeyWorkers'].map(
          (field) => [field, 'no'],
        ),
      ),
    },
    undefined,
  ],
])('[CON-1, CON-8] on paper, %s', async (_what, changes, gate) => {
  expect(await gateOfCapture(await aChild(programme), changes)).toBe(gate)
})

test('[CON-2] on paper, nothing said at all', async () => {
  const { id, guardianId, familyId } = await aChild(programme)
  const { method, decidedOn, signedName, signedRelationship } = capture({ id, guardianId, familyId })
  const decided = await captureWorkflow.decideCreate({
    work: await workAs(coordinator),
    record: { child: id, guardian: guardianId, method, decidedOn, signedName, signedRelationship },
  })
  expect('allowed' in decided ? gateOf(decided) : undefined).toBe('says something')
})

test.each(FAULTS.filter(([, , minding]) => minding.some((gate) => gate === 'decides' || gate === 'age')))(
  '[CON-8, CON-9] on paper, %s: neither entered nor confirmed',
  async (_what, spoil, minding) => {
    const child = await aChild(programme)
    const { id } = await create({ by: coordinator, collection: 'consent-captures', fields: capture(child) })
    await programme.query(...spoil(child))
    expect(await gateOfCapture(child)).toBe(minding[0])
    const record = { ...capture(child), id, enteredBy: coordinator }
    const blockersFor = async (by: string, action: string) =>
      (await captureWorkflow.obstacles({ work: await workAs(by), records: [record], action }))[0]?.blockers.map(gateOf)
    expect(await blockersFor(committee, 'confirm')).toEqual([minding[0]])
    expect(await blockersFor(coordinator, 'confirm')).toEqual(['second person', minding[0]])
    expect(await blockersFor(committee, 'refuse')).toEqual([])
  },
)
