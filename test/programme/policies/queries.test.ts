import { beforeAll, expect, test } from '@jest/globals'
import {
  askedDocumentsOf,
  ownAcceptances,
  personalDocuments,
  readableVersions,
  requiredDocumentsOf,
} from '../../../src/programme/policies/queries.ts'
import { textDigest } from '../../../src/programme/policies/versions/textDigest.ts'
import { aPerson } from '../../support/people.ts'
import { anAcceptance, aPolicy, aVersion, richText } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// One document that must be accepted, with all four states of a version; the agreement that is asked of everybody; one
// that need not be accepted; one that was never adopted, and one without any version.
let programme: TestProgramme
let [accepted, newcomer]: [string, string] = ['', '']
const ids: Record<string, string> = {}
beforeAll(async () => {
  programme = await testProgramme()
  await programme.query("delete from policies where kind::text <> 'consent-wording'")
  accepted = await aPerson({ ...programme, roles: ['volunteer'] })
  newcomer = await aPerson({ ...programme, roles: ['volunteer'] })
  const conduct = await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' })
  // Stored in another order than adopted in: what counts is the day of adoption.
  ids.second = await aVersion({
    ...programme,
    policyId: conduct,
    number: '2.0',
    status: 'adopted',
    adoptedOn: '2026-01-20',
    graceUntil: '2026-02-03',
    text: richText('Be kind, always.'),
    changes: 'Always.',
  })
  ids.first = await aVersion({
    ...programme,
    policyId: conduct,
    number: '1.0',
    status: 'superseded',
    adoptedOn: '2025-09-10',
    graceUntil: null,
  })
  ids.proposed = await aVersion({ ...programme, policyId: conduct, number: '3.0', status: 'proposed' })
  ids.draft = await aVersion({ ...programme, policyId: conduct, number: '3.1', status: 'draft' })
  const agreement = await aPolicy({
    ...programme,
    kind: 'confidentiality-agreement',
    title: 'Confidentiality agreement',
    mustBeAccepted: false,
  })
  ids.agreement = await aVersion({ ...programme, policyId: agreement, number: '1.0' })
  const expenses = await aPolicy({
    ...programme,
    kind: 'expense-policy',
    title: 'Expense policy',
    mustBeAccepted: false,
  })
  ids.expenses = await aVersion({ ...programme, policyId: expenses, number: '4.0' })
  const mentoring = await aPolicy({ ...programme, kind: 'mentoring-policy', title: 'A mentoring policy' })
  await aVersion({ ...programme, policyId: mentoring, number: '0.9', status: 'proposed' })
  await aPolicy({ ...programme, kind: 'safeguarding-policy', title: 'Safeguarding policy' })
  await anAcceptance({ ...programme, versionId: ids.first, userId: accepted, on: '2025-09-12' })
  await anAcceptance({
    ...programme,
    versionId: ids.second,
    userId: accepted,
    on: '2026-01-21',
    typedName: 'H Sample',
  })
})

const conductVersions = [
  { number: '1.0', adoptedOn: '2025-09-10', adoptedIn: null, graceUntil: null },
  { number: '2.0', adoptedOn: '2026-01-20', adoptedIn: null, graceUntil: '2026-02-03' },
]
const agreementVersions = [{ number: '1.0', adoptedOn: '2025-09-10', adoptedIn: null, graceUntil: '2025-09-24' }]
const twice = [
  { number: '1.0', acceptedOn: '2025-09-12' },
  { number: '2.0', acceptedOn: '2026-01-21' },
]
const inOrder = <Document extends { acceptances: ReadonlyArray<{ number: string }> }>(documents: Document[] = []) =>
  documents.map((document) => ({
    ...document,
    acceptances: [...document.acceptances].sort((left, right) => left.number.localeCompare(right.number)),
  }))

test('[POL-4] what must be accepted is what was ever adopted of it, with what each person accepted and nobody else', async () => {
  const found = await requiredDocumentsOf({ ...programme, userIds: [accepted, newcomer] })
  expect([...found.keys()].sort()).toEqual([accepted, newcomer].sort())
  expect(inOrder(found.get(accepted))).toEqual([
    { title: 'Code of conduct', versions: conductVersions, acceptances: twice },
  ])
  expect(found.get(newcomer)).toEqual([{ title: 'Code of conduct', versions: conductVersions, acceptances: [] }])
  expect(await requiredDocumentsOf({ ...programme, userIds: [] })).toEqual(new Map())
})

test('[MAT-7] the document of one kind is asked for whether or not it must be accepted, and alone', async () => {
  const found = await requiredDocumentsOf({
    ...programme,
    userIds: [newcomer],
    kind: 'confidentiality-agreement',
  })
  expect(found.get(newcomer)).toEqual([
    { title: 'Confidentiality agreement', versions: agreementVersions, acceptances: [] },
  ])
})

test('[POL-4] a volunteer is asked for what must be accepted and for the agreement, by title, as it concerns each', async () => {
  const found = await askedDocumentsOf({ ...programme, userIds: [accepted, newcomer] })
  expect([...found.keys()].sort()).toEqual([accepted, newcomer].sort())
  const conduct = { kind: 'code-of-conduct', title: 'Code of conduct', mustBeAccepted: true, versions: conductVersions }
  const agreement = {
    kind: 'confidentiality-agreement',
    title: 'Confidentiality agreement',
    mustBeAccepted: false,
    versions: agreementVersions,
    acceptances: [],
  }
  expect(inOrder(found.get(accepted))).toEqual([{ ...conduct, acceptances: twice }, agreement])
  expect(found.get(newcomer)).toEqual([{ ...conduct, acceptances: [] }, agreement])
  expect(await askedDocumentsOf({ ...programme, userIds: [] })).toEqual(new Map())
})

test('[POL-3] everybody reads each document that was ever adopted, by title', async () => {
  const documents = (await personalDocuments({ ...programme, userId: accepted })).filter(
    ({ kind }) => kind !== 'consent-wording',
  )
  expect(documents.map(({ title, mustBeAccepted }) => [title, mustBeAccepted])).toEqual([
    ['Code of conduct', true],
    ['Confidentiality agreement', false],
    ['Expense policy', false],
  ])
  expect(inOrder(documents)[0]).toMatchObject({ versions: conductVersions, acceptances: twice })
  expect((await personalDocuments({ ...programme, userId: newcomer }))[0]?.acceptances).toEqual([])
})

test('[POL-3] of a document one reads what was adopted, newest first; drafts and proposals are nobody’s to read', async () => {
  const versions = await readableVersions({ ...programme, kind: 'code-of-conduct' })
  expect(versions).toEqual([
    {
      id: ids.second,
      number: '2.0',
      status: 'adopted',
      text: richText('Be kind, always.'),
      changes: 'Always.',
      adoptedBy: 'The invented volunteers',
      signedBy: 'Casey Standin',
      adoptedOn: '2026-01-20',
      adoptedIn: null,
      reviewOn: null,
      reviewIn: null,
    },
    expect.objectContaining({ id: ids.first, number: '1.0', status: 'superseded', adoptedOn: '2025-09-10' }),
  ])
  expect(await readableVersions({ ...programme, kind: 'mentoring-policy' })).toEqual([])
})

test('[POL-4] one’s own acceptances, newest first, each with the name typed and the text that it was', async () => {
  const digest = textDigest(richText('Be kind, always.'))
  expect(await ownAcceptances({ ...programme, userId: accepted })).toEqual([
    {
      kind: 'code-of-conduct',
      title: 'Code of conduct',
      number: '2.0',
      typedName: 'H Sample',
      textDigest: digest,
      acceptedAt: new Date('2026-01-21T12:00:00Z'),
    },
    expect.objectContaining({ number: '1.0', typedName: 'Harper Sample' }),
  ])
  expect(await ownAcceptances({ ...programme, userId: newcomer })).toEqual([])
})
