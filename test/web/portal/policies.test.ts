import { beforeAll, expect, test } from '@jest/globals'
import { asUser } from '../../../src/core/access/localApi.ts'
import { refusalWithin } from '../../../src/core/errors/problems.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { digestPassword } from '../../../src/programme/people/signIn/passwords.ts'
import { textDigest } from '../../../src/programme/policies/versions/textDigest.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/versions/workflow.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { anAcceptance, aPolicy, aVersion, richText } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { hiddenIn, visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
})

const visit = async (userId: string): Promise<Visitor> =>
  visitor(served, { cookie: (await programme.signIn(userId)).cookie })
const acceptancesOf = (userId: string) =>
  programme.query('select version_id, typed_name, text_digest, statement from policy_acceptances where user_id = $1', [
    userId,
  ])

test('[POL-4] a volunteer finds what is to be accepted, reads it, signs it, and has a receipt (consent 22)', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' })
  const text = richText('I will be on time.', 'I will listen.')
  const versionId = await aVersion({ ...programme, policyId, text })
  const { userId } = await aVolunteer(programme)
  const volunteer = await visit(userId)

  expect(wordsOf(await volunteer.get('/portal'))).toContain(
    'Read and accept: Code of conduct Version 1.0 To accept now',
  )
  expect(wordsOf(await volunteer.get('/portal/policies'))).toContain(
    'To read and accept Code of conduct Version 1.0, adopted 10 September 2025 To accept now',
  )
  for (const [asked, says] of [
    ['LISTENING times', 'With “LISTENING times” Code of conduct Version 1.0'],
    ['a code of conducts', 'With “a code of conducts” Code of conduct Version 1.0'],
    ['swimming', 'No policy has all of these words.'],
  ] as const)
    expect(wordsOf(await volunteer.get(`/portal/policies?text=${encodeURIComponent(asked)}`))).toContain(says)
  const page = await volunteer.get('/portal/policies/code-of-conduct')
  expect(wordsOf(page)).toContain('I will be on time. I will listen.')
  expect(wordsOf(page)).toContain('I have read “Code of conduct”, version 1.0. I understand it, and I will keep to it.')

  const fields = {
    version: hiddenIn(page, 'version'),
    textDigest: hiddenIn(page, 'textDigest'),
    submissionKey: hiddenIn(page, 'submissionKey'),
  }
  const unsigned = await volunteer.post('/portal/policies/code-of-conduct', { ...fields, typedName: '  ' })
  expect([unsigned.status, unsigned.text.includes('<title>Error: ')]).toEqual([400, true])
  expect(wordsOf(unsigned)).toContain('There is a problem Type your full name to sign.')

  const answers = await Promise.all(
    [1, 2, 3].map(() => volunteer.post('/portal/policies/code-of-conduct', { ...fields, typedName: 'Harper Sample' })),
  )
  expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual(
    answers.map(() => [303, '/portal/policies/code-of-conduct?done=policy-accepted']),
  )
  expect(await acceptancesOf(userId)).toEqual([
    {
      version_id: versionId,
      typed_name: 'Harper Sample',
      text_digest: textDigest(text),
      statement: 'I have read “Code of conduct”, version 1.0. I understand it, and I will keep to it.',
    },
  ])

  const receipt = wordsOf(await volunteer.get('/portal/policies/code-of-conduct?done=policy-accepted'))
  expect(receipt).toContain('Thank you.')
  expect(receipt).toContain(
    'Your receipt You accepted Code of conduct, version 1.0 On 3 March 2026 Signed Harper Sample',
  )
  expect(receipt).not.toContain('Accept version')
  expect(wordsOf(await volunteer.get('/portal/policies'))).toContain(
    'What you have accepted Code of conduct, version 1.0 Accepted on 3 March 2026, signed “Harper Sample”',
  )
  expect(wordsOf(await volunteer.get('/portal'))).not.toContain('Code of conduct')
  const [acceptance] = await programme.query<{ id: string }>('select id from policy_acceptances where user_id = $1', [
    userId,
  ])
  expect(
    await programme.query('select action, actor_id, came_from from audit_events where record_id = $1', [
      acceptance?.id,
    ]),
  ).toEqual([{ action: 'create', actor_id: userId, came_from: 'portal' }])
})

test('[POL-4] what was not shown cannot be accepted: another text, an older version, a version of something else', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'volunteer-agreement', title: 'Volunteer agreement' })
  const first = await aVersion({ ...programme, policyId })
  const { userId } = await aVolunteer(programme)
  const volunteer = await visit(userId)
  const shown = await volunteer.get('/portal/policies/volunteer-agreement')
  const fields = {
    version: hiddenIn(shown, 'version'),
    textDigest: hiddenIn(shown, 'textDigest'),
    typedName: 'Harper Sample',
  }

  const otherText = await volunteer.post('/portal/policies/volunteer-agreement', {
    ...fields,
    textDigest: textDigest(richText('Something else')),
  })
  expect([otherText.status, wordsOf(otherText)]).toEqual([
    409,
    expect.stringContaining('The text you saw is not the text that is adopted now.'),
  ])
  expect(otherText.text).toContain('value="Harper Sample"')

  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    text: richText('Be very kind.'),
    adoptedOn: '2026-03-03',
    graceUntil: '2026-03-17',
  })
  const older = await volunteer.post('/portal/policies/volunteer-agreement', fields)
  expect([older.status, wordsOf(older)]).toEqual([
    409,
    expect.stringContaining('Only the version that is adopted now can be accepted.'),
  ])
  expect(wordsOf(older)).toContain('Be very kind.')
  expect(hiddenIn(older, 'version')).not.toBe(first)

  expect((await volunteer.post('/portal/policies/code-of-conduct', fields)).status).toBe(404)
  expect((await volunteer.post('/portal/policies/volunteer-agreement', { ...fields, version: 'none' })).status).toBe(
    404,
  )
  expect(await acceptancesOf(userId)).toEqual([])
})

test('[POL-4] a new major version is due by its grace date, with what changed since one’s own last acceptance; a minor one is not asked again (consent 22)', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'safeguarding-policy', title: 'Safeguarding policy' })
  const { userId } = await aVolunteer(programme)
  await anAcceptance({ ...programme, versionId: await aVersion({ ...programme, policyId }), userId })
  await aVersion({
    ...programme,
    policyId,
    number: '1.1',
    changes: 'A comma.',
    adoptedOn: '2025-11-01',
    graceUntil: '2025-11-15',
  })
  const volunteer = await visit(userId)
  const minor = wordsOf(await volunteer.get('/portal/policies/safeguarding-policy'))
  expect(minor).toContain('Accepted on 12 September 2025')
  expect(minor).toContain('What changed since you accepted version 1.0 Version 1.1: A comma.')
  expect(minor).not.toContain('Accept version')

  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    changes: 'Whom to ring.',
    adoptedOn: '2026-02-27',
    graceUntil: '2026-03-03',
  })
  expect(wordsOf(await volunteer.get('/portal'))).toContain(
    'Read and accept: Safeguarding policy Version 2.0 To accept by 3 March 2026',
  )
  const due = wordsOf(await volunteer.get('/portal/policies/safeguarding-policy'))
  expect(due).toContain('What changed since you accepted version 1.0 Version 2.0: Whom to ring. Version 1.1: A comma.')
  expect(due).toContain('Accept version 2.0')
  programme.clock.set('2026-03-03T23:59:59Z')
  expect(wordsOf(await (await visit(userId)).get('/portal/policies'))).toContain('To accept by 3 March 2026')
  programme.clock.set('2026-03-04T00:00:00Z')
  expect(wordsOf(await (await visit(userId)).get('/portal/policies'))).toContain(
    'Safeguarding policy Version 2.0, adopted 27 February 2026 To accept now',
  )
  programme.clock.set('2026-03-03T12:00:00Z')
})

test('[POL-4] whoever may read a document holds any two of its adopted versions against each other; a draft is nobody’s to compare', async () => {
  const policyId = await aPolicy({
    ...programme,
    kind: 'children-code-of-conduct',
    title: 'Code of conduct for children',
    mustBeAccepted: false,
  })
  const versions = { '1.0': 'We like walks.', '1.1': 'We like walks and swims.', '2.0': 'We like swims.' }
  await aVersion({ ...programme, policyId, number: '1.0', text: richText(versions['1.0']), adoptedOn: '2025-09-10' })
  const volunteer = await visit((await aVolunteer(programme)).userId)
  const address = '/portal/policies/children-code-of-conduct'
  expect([
    (await volunteer.get(address)).text.includes(`${address}/compare`),
    (await volunteer.get(`${address}/compare`)).status,
  ]).toEqual([false, 404])
  await aVersion({
    ...programme,
    policyId,
    number: '1.1',
    text: richText(versions['1.1']),
    changes: 'Swims too.',
    adoptedOn: '2025-11-01',
  })
  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    text: richText(versions['2.0']),
    changes: 'No more walks.',
    adoptedOn: '2026-02-01',
  })
  await aVersion({ ...programme, policyId, number: '3.0', text: richText('A secret draft.'), status: 'draft' })
  expect((await volunteer.get(address)).text).toContain(`href="${address}/compare"`)
  const compared = async (query: string) => wordsOf(await volunteer.get(`${address}/compare${query}`))
  const newest = await compared('')
  expect(newest).toContain('What changed from 1.1 to 2.0 Version 2.0: No more walks. What is new is underlined.')
  expect(newest).not.toContain('Swims too.')
  for (const query of ['?from=1.0&to=2.0', '?from=2.0&to=1.0']) {
    const words = await compared(query)
    expect(words).toContain('What changed from 1.0 to 2.0 Version 2.0: No more walks. Version 1.1: Swims too.')
    expect(words).toMatch(/We like\s+\[Taken out: walks ?\]\s+\[Added: swims ?\]/)
  }
  expect(await compared('?from=1.1&to=1.1')).toContain('Version 1.1 alone Choose another version to hold against it.')
  expect(await compared('')).not.toContain('secret')
  for (const query of ['?from=1.0&to=3.0', '?from=9.9', '?to=', "?from=1.0'--"])
    expect([query, (await volunteer.get(`${address}/compare${query}`)).status]).toEqual([query, 404])
  expect(
    (await (await visit(await aPerson({ ...programme, roles: ['trustee'] }))).get(`${address}/compare?from=1.0&to=1.1`))
      .text,
  ).toContain('swims')
})

test('[POL-3] only what somebody other than its author adopted is shown, exactly so, and an earlier version stays as it was', async () => {
  const policyId = await aPolicy({
    ...programme,
    kind: 'expense-policy',
    title: 'Expense policy',
    mustBeAccepted: false,
  })
  const author = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
  const other = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  const work = async (userId: string) => programme.workOf((await programme.signIn(userId)).person)
  await aVersion({
    ...programme,
    policyId,
    number: '1.0',
    text: richText('Keep every receipt.'),
    adoptedOn: '2025-09-10',
  })
  const draft = await asUser(await work(author)).create({
    collection: 'policy-versions',
    data: { policy: policyId, number: '2.0', text: richText('Photograph every receipt.'), changes: 'Photographs.' },
  })
  const act = async (userId: string, action: string) =>
    performAction({ work: await work(userId), workflow: policyVersionWorkflow, id: draft.id, action, input: {} })
  const { userId } = await aVolunteer(programme)
  const volunteer = await visit(userId)
  const asBefore = async (): Promise<void> => {
    expect(wordsOf(await volunteer.get('/portal/policies/expense-policy'))).toContain('Keep every receipt.')
    expect((await volunteer.get('/portal/policies/expense-policy/versions/2.0')).status).toBe(404)
  }

  await asBefore()
  await act(author, 'propose')
  await asBefore()
  const refusal = await act(author, 'adopt').catch((problem: unknown) => refusalWithin(problem))
  expect(refusal).toMatchObject({ rule: 'POL-3' })
  await asBefore()
  await act(other, 'adopt')
  const adopted = await volunteer.get('/portal/policies/expense-policy')
  expect(wordsOf(adopted)).toContain('Version 2.0, adopted 3 March 2026 Expense policy')
  expect(wordsOf(adopted)).toContain('Photograph every receipt.')
  expect(wordsOf(adopted)).not.toContain('Accept version')
  const earlier = wordsOf(await volunteer.get('/portal/policies/expense-policy/versions/1.0'))
  expect(earlier).toContain('This version no longer holds.')
  expect(earlier).toContain('Keep every receipt.')
})

test('trustees, committee and administrators read policies and are asked for nothing; nobody without a role gets in', async () => {
  for (const role of ['trustee', 'committee', 'co-ordinator', 'administrator'] as const) {
    const reader = await visit(await aPerson({ ...programme, roles: [role] }))
    const list = await reader.get('/portal/policies')
    expect([list.status, wordsOf(list).includes('To accept')]).toEqual([200, false])
    const page = await reader.get('/portal/policies/code-of-conduct')
    expect([page.status, page.text.includes('textDigest')]).toEqual([200, false])
  }
  const trustee = await visit(await aPerson({ ...programme, roles: ['trustee'] }))
  expect((await trustee.get('/portal')).headers.location).toBe('/admin')
  expect((await trustee.get('/portal/worry')).status).toBe(200)
  const nobody = await visit(await aPerson({ ...programme, roles: [] }))
  for (const path of ['/portal/policies', '/portal/policies/code-of-conduct', '/portal/worry', '/portal'])
    expect((await nobody.get(path)).headers.location).toBe('/account')
  expect((await visitor(served).get('/portal/policies')).headers.location).toBe('/sign-in?next=%2Fportal%2Fpolicies')
})

test.each([
  '/portal/policies/nothing',
  "/portal/policies/'%20or%201=1--",
  '/portal/policies/code-of-conduct/versions/9.9',
  '/portal/policies/guidance',
])('%s is nowhere', async (path) => {
  const { userId } = await aVolunteer(programme)
  expect((await (await visit(userId)).get(path)).status).toBe(404)
})

test('[POL-2] an adopted version is kept as a PDF with who adopted it and when, byte for byte the same; a draft is nobody’s to print', async () => {
  const policyId = await aPolicy({
    ...programme,
    kind: 'insurance-policy',
    title: 'Insurance and liability',
    mustBeAccepted: false,
  })
  await aVersion({ ...programme, policyId, text: richText('We are insured.') })
  await aVersion({ ...programme, policyId, number: '2.0', status: 'draft' })
  const { userId } = await aVolunteer(programme)
  const volunteer = await visit(userId)
  expect((await volunteer.get('/portal/policies/insurance-policy')).text).toContain(
    'href="/portal/policies/insurance-policy/versions/1.0/pdf"',
  )
  const [first, again] = [
    await volunteer.get('/portal/policies/insurance-policy/versions/1.0/pdf'),
    await volunteer.get('/portal/policies/insurance-policy/versions/1.0/pdf'),
  ]
  expect([first.status, first.headers['content-type'], first.headers['content-disposition']]).toEqual([
    200,
    'application/pdf',
    expect.stringContaining('insurance-policy-1.0.pdf'),
  ])
  expect(Buffer.compare(first.body as Buffer, again.body as Buffer)).toBe(0)
  expect((first.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await volunteer.get('/portal/policies/insurance-policy/versions/2.0/pdf')).status).toBe(404)
  expect((await visitor(served).get('/portal/policies/insurance-policy/versions/1.0/pdf')).headers.location).toMatch(
    /^\/sign-in/,
  )
})

test('[POL-4] a signature more than 15 minutes after the password needs it again, beside the name and counted by sign-in; it then holds for all that is signed in one sitting (consent 22, acceptance 22)', async () => {
  for (const kind of ['code-of-conduct', 'safeguarding-policy'])
    await aVersion({ ...programme, policyId: await aPolicy({ ...programme, kind, title: kind }), number: '9.0' })
  const { userId } = await aVolunteer(programme)
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, await digestPassword('velvet cactus riding north')],
  )
  const volunteer = await visit(userId)
  const address = '/portal/policies/code-of-conduct'
  const asks = (page: { text: string }) => page.text.includes('name="password"')
  const send = async (fields: Record<string, string> = {}, to = address) => {
    const page = await volunteer.get(to)
    return volunteer.post(to, {
      version: hiddenIn(page, 'version'),
      textDigest: hiddenIn(page, 'textDigest'),
      typedName: 'Harper Sample',
      ...fields,
    })
  }
  programme.clock.set('2026-03-03T12:15:00Z')
  expect(asks(await volunteer.get(address))).toBe(false)
  programme.clock.set('2026-03-03T12:15:01Z')
  expect(asks(await volunteer.get(address))).toBe(true)
  const unproven = await send()
  expect([
    unproven.status,
    wordsOf(unproven).includes('Enter your password, to show that it is you who signs.'),
    unproven.text.includes('value="Harper Sample"'),
  ]).toEqual([400, true, true])
  const wrong = await send({ password: 'not this one at all' })
  expect([
    wrong.status,
    wordsOf(wrong).includes('That is not your password.'),
    wrong.text.includes('value="Harper Sample"'),
    wrong.text.includes('not this one'),
  ]).toEqual([400, true, true, false])
  for (let time = 0; time < 9; time += 1) await send({ password: 'not this one at all' })
  expect((await send({ password: 'velvet cactus riding north' })).status).toBe(429)
  // What is counted is this sign-in: neither another one nor a stranger's guesses at the door use its tries up, nor the
  // other way round.
  const [account] = await programme.query<{ email: string }>('select email from users where id = $1', [userId])
  expect(
    (await visitor(served).post('/sign-in', { email: account?.email ?? '', password: 'velvet cactus riding north' }))
      .status,
  ).toBe(303)
  await programme.query('delete from rate_limits')
  for (let guess = 0; guess < 11; guess += 1)
    await visitor(served).post('/sign-in', { email: account?.email ?? '', password: 'a guess of a stranger' })
  // Nor does another door take it.
  const [{ id: version, digest } = { id: '', digest: '' }] = (
    await programme.query<{ id: string; text: unknown }>(
      "select v.id, v.text from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'code-of-conduct' and v.status = 'adopted'",
    )
  ).map(({ id, text }) => ({ id, digest: textDigest(text) }))
  const stale = { ...(await programme.signIn(userId)).person, provenAt: new Date('2026-03-03T12:00:00Z') }
  expect(
    await asUser(await programme.workOf(stale))
      .create({
        collection: 'policy-acceptances',
        data: { version, user: userId, typedName: 'Harper Sample', textDigest: digest },
      })
      .catch(refusalWithin),
  ).toMatchObject({
    rule: 'POL-4',
    reason: 'You gave your password more than 15 minutes ago, and a signature needs it.',
  })
  expect(await acceptancesOf(userId)).toEqual([])

  expect((await send({ password: 'velvet cactus riding north' })).status).toBe(303)
  programme.clock.set('2026-03-03T12:30:00Z')
  const next = '/portal/policies/safeguarding-policy'
  expect(asks(await volunteer.get(next))).toBe(false)
  expect((await send({}, next)).status).toBe(303)
  expect(await acceptancesOf(userId)).toHaveLength(2)
  expect(
    (await programme.query('select action from audit_events where record_id = $1 order by sequence', [userId])).map(
      ({ action }) => action,
    ),
  ).toEqual([...Array.from({ length: 10 }, () => 'password-again-refused'), 'sign-in', 'password-again'])
  programme.clock.set('2026-03-03T12:00:00Z')
})
