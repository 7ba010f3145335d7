import { beforeAll, expect, test } from '@jest/globals'
import supertest, { type Response } from 'supertest'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { whatWaits } from '../../../src/admin/today/whatWaits.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { entryWorkflow } from '../../../src/programme/directory/entries/workflow.ts'
import { STARTING_PLACES } from '../../../src/programme/directory/starting/startingPlaces.ts'
import { suggestionWorkflow } from '../../../src/programme/directory/suggestions/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aCategory, aPlace } from '../../support/directory.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { longSentencesIn, proseOf, readingAge } from '../../support/readingAge.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let served: TestApp
let people: { volunteer: string; other: string; committee: string; coordinator: string; trustee: string }
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  people = {
    volunteer: (await aVolunteer(programme)).userId,
    other: (await aVolunteer({ ...programme, name: 'Wren Notreal' })).userId,
    committee: await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] }),
    coordinator: await aPerson({ ...programme, roles: ['co-ordinator'] }),
    trustee: await aPerson({ ...programme, name: 'Juniper Pretend', roles: ['trustee'] }),
  }
})
const { act, create, workAs } = actingIn(() => programme)
const visit = async (userId: string): Promise<Visitor> =>
  visitor(served, { cookie: (await programme.signIn(userId)).cookie })
const fileFor = async (userId: string, form: string): Promise<Response> =>
  supertest(served.app)
    .get(`/directory/file?form=${form}`)
    .set('Cookie', (await programme.signIn(userId)).cookie)
    .buffer(true)
const acceptanceOf = async (id: string) =>
  (
    await programme.query(
      'select status::text as status, checked_on, checked_by_id, doubted_on from directory_entries where id = $1',
      [id],
    )
  )[0]

/** What a browser, a spreadsheet and a template could each mistake for something of their own. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '@SUM(1)',
  "'; drop table users; --",
  '${7*7}{{7*7}}',
  '\u202Eevil',
  'javascript:alert(1)',
]

test('[DIR-1] a volunteer searches the directory by its address alone, and reaches a place with one tap', async () => {
  const wall = await aPlace({
    ...programme,
    more: {
      needs: 'Confidence\nHealth',
      phone: '01632 960 201',
      website: 'https://climbing.example/',
      how_to_refer: 'Ring on a Monday.',
      cost: 'price',
      cost_pence: 650,
      age_from: 7,
      age_to: 16,
      note: 'The committee alone reads this.',
    },
  })
  await aPlace({
    ...programme,
    organisation: 'Madeup Bereavement Circle',
    category: 'Bereavement',
    more: { needs: 'Loss', email: 'hello@circle.example', checked_on: '2025-03-02' },
  })
  await aPlace({ ...programme, organisation: 'Somewhere Closed', more: { status: 'taken-off' } })
  const volunteer = await visit(people.volunteer)
  const whole = await volunteer.get('/portal/directory')
  expect(wordsOf(whole)).toContain('2 places')
  expect(wordsOf(whole)).toContain('Madeup Bereavement Circle Not checked for a year')
  expect(wordsOf(whole)).toContain('From 7 to 16. Cost: £6.50')
  expect(whole.text).toContain('href="tel:01632960201"')
  expect(whole.text).toContain('href="https://climbing.example/"')
  expect(whole.text).toContain('href="mailto:hello@circle.example"')
  for (const hidden of ['The committee alone reads this.', 'Somewhere Closed', '<script'])
    expect(whole.text).not.toContain(hidden)
  const found = async (query: string): Promise<string[]> =>
    ['The Invented Climbing Wall', 'Madeup Bereavement Circle'].filter((name) =>
      RegExp(`card__title">${name}`).test(wholeText[query] ?? ''),
    )
  const wholeText: Record<string, string> = {}
  for (const query of [
    'text=monday',
    'need=Loss',
    'category=Bereavement',
    'age=17',
    'age=9',
    'cost=free',
    'text=nothing+like+it',
  ])
    wholeText[query] = (await volunteer.get(`/portal/directory?${query}`)).text
  expect(await Promise.all(Object.keys(wholeText).map(found))).toEqual([
    ['The Invented Climbing Wall'],
    ['Madeup Bereavement Circle'],
    ['Madeup Bereavement Circle'],
    ['Madeup Bereavement Circle'],
    ['The Invented Climbing Wall', 'Madeup Bereavement Circle'],
    ['Madeup Bereavement Circle'],
    [],
  ])
  expect(wordsOf({ text: wholeText['text=nothing+like+it'] ?? '' })).toContain('Nothing fits all of this.')
  const page = wordsOf(await volunteer.get(`/portal/directory/${wall}`))
  expect(page).toContain('How to refer Ring on a Monday.')
  expect(page).toContain('Last checked 1 February 2026')
  expect([
    (await (await visit(people.trustee)).get('/portal/directory')).status,
    (await visitor(served).get('/portal/directory')).headers.location,
  ]).toEqual([303, '/sign-in?next=%2Fportal%2Fdirectory'])
})

test('[DIR-1] what is not checked for a year waits on Today and is flagged everywhere, until somebody says “checked today”', async () => {
  const old = await aPlace({ ...programme, organisation: 'Old Mill Club', more: { checked_on: '2025-03-02' } })
  const never = await aPlace({ ...programme, organisation: 'New Mill Club', more: { checked_on: null } })
  const fresh = await aPlace({ ...programme, organisation: 'Fresh Mill Club', more: { checked_on: '2025-03-03' } })
  const waiting = async (who: string) =>
    (await whatWaits({ work: await workAs(who) })).toCheck.rows
      .filter(({ organisation }) => organisation.endsWith('Mill Club'))
      .map(({ id, reliance }) => [id, reliance])
  expect(await waiting(people.coordinator)).toEqual([
    [never, 'unchecked'],
    [old, 'old'],
  ])
  expect(await waiting(people.volunteer)).toEqual([])
  const shown = async () =>
    /Not checked for [\w ]+/.exec(wordsOf(await (await visit(people.volunteer)).get(`/portal/directory/${old}`)))?.[0]
  expect(await shown()).toContain('Not checked for a year')
  // For how long a check counts is the charity's to say.
  const setting = async (months: number): Promise<void> => {
    await programme.query('delete from programme_settings')
    await programme.query(
      "insert into programme_settings (charity_name, programme_name, directory_check_months) values ('Kids on Track', 'Mentoring', $1)",
      [months],
    )
  }
  await setting(13)
  expect([await waiting(people.coordinator), await shown()]).toEqual([[[never, 'unchecked']], undefined])
  await setting(11)
  expect((await waiting(people.coordinator)).map(([id]) => id)).toEqual([never, old, fresh])
  await setting(12)
  await expect(act({ by: people.volunteer, workflow: entryWorkflow, id: old, action: 'check' })).rejects.toMatchObject({
    data: { rule: 'DIR-1' },
  })
  await act({ by: people.committee, workflow: entryWorkflow, id: old, action: 'check' })
  expect(await acceptanceOf(old)).toEqual({
    status: 'listed',
    checked_on: '2026-03-03',
    checked_by_id: people.committee,
    doubted_on: null,
  })
  expect(await waiting(people.committee)).toEqual([[never, 'unchecked']])
  await act({
    by: people.committee,
    workflow: entryWorkflow,
    id: fresh,
    action: 'takeOff',
    input: { reason: 'It has closed.' },
  })
  expect((await (await visit(people.volunteer)).get(`/portal/directory/${fresh}`)).status).toBe(404)
  await act({ by: people.committee, workflow: entryWorkflow, id: fresh, action: 'putBack' })
  expect((await (await visit(people.volunteer)).get(`/portal/directory/${fresh}`)).status).toBe(200)
})

test('[DIR-1, ORG-1] a volunteer suggests a place; the committee takes it up, and the volunteer has a word back', async () => {
  const volunteer = await visit(people.volunteer)
  const category = await aCategory({ ...programme, name: 'Others' })
  const bare = await volunteer.post('/portal/directory/suggest', {
    organisation: 'The Invented Youth Choir',
    website: 'javascript:alert(1)',
    words: '',
  })
  expect([
    bare.status,
    bare.text.includes('value="The Invented Youth Choir"'),
    bare.text.includes('<title>Error: '),
  ]).toEqual([400, true, true])
  expect(wordsOf(bare)).toContain(
    'Choose what kind of place it is. Write a web address, such as www.example.org, or leave it empty. Say what it does, and for whom.',
  )
  const sent = await volunteer.post('/portal/directory/suggest', {
    organisation: 'The Invented Youth Choir',
    category,
    website: 'choir.example',
    words: 'Everybody from 9 to 15.',
  })
  expect(sent.headers.location).toBe('/portal/directory?done=place-suggested')
  const [suggestion] = (await whatWaits({ work: await workAs(people.committee) })).suggestions.rows
  expect(suggestion).toMatchObject({
    organisation: 'The Invented Youth Choir',
    kind: 'new-place',
    suggestedBy: 'Harper Sample',
    isTheirs: true,
  })
  const id = String(suggestion?.id)
  await act({
    by: people.committee,
    workflow: suggestionWorkflow,
    id,
    action: 'accept',
    input: { answer: 'Lovely, thank you.' },
  })
  const [entry] = await programme.query(
    'select e.website, e.cost_words, e.checked_on, e.note, e.status::text as status from directory_entries e join directory_suggestions s on s.entry_id = e.id where s.id = $1',
    [id],
  )
  expect(entry).toEqual({
    website: 'https://choir.example',
    cost_words: 'To be checked',
    checked_on: null,
    note: 'As it was suggested:\nEverybody from 9 to 15.',
    status: 'listed',
  })
  const page = wordsOf(await volunteer.get('/portal/directory'))
  expect(page).toContain('The Invented Youth Choir Not checked yet')
  expect(page).toContain('The Invented Youth Choir Taken up A new place, sent on')
  expect(page).toContain('The committee says: “Lovely, thank you.”')
  expect(wordsOf(await (await visit(people.other)).get('/portal/directory'))).not.toContain('Lovely, thank you.')
  expect(
    await programme.query('select template, recipient_user_id, details from notifications where subject_record = $1', [
      id,
    ]),
  ).toEqual([{ template: 'suggestion-answered', recipient_user_id: people.volunteer, details: {} }])

  const own = await create({
    by: people.committee,
    collection: 'directory-suggestions',
    fields: { kind: 'new-place', organisation: 'Own idea', category, words: 'Mine.' },
  })
  expect((await whatWaits({ work: await workAs(people.committee) })).suggestions.rows).toMatchObject([
    { id: own.id, isTheirs: false },
  ])
  expect(
    await refusalOf(act({ by: people.committee, workflow: suggestionWorkflow, id: own.id, action: 'accept' })),
  ).toMatchObject({ rule: 'ORG-1' })
  await expect(
    act({
      by: people.coordinator,
      workflow: suggestionWorkflow,
      id: own.id,
      action: 'decline',
      input: { answer: ' ' },
    }),
  ).rejects.toMatchObject({ status: 400 })
  await act({
    by: people.coordinator,
    workflow: suggestionWorkflow,
    id: own.id,
    action: 'decline',
    input: { answer: 'Not for children.' },
  })
})

test('[DIR-1] “this is out of date”: said once, and taken up it stands as doubted until it is checked', async () => {
  const id = await aPlace({ ...programme, organisation: 'Pretend Homework Club' })
  const volunteer = await visit(people.volunteer)
  expect((await volunteer.post(`/portal/directory/${id}/out-of-date`, { words: ' ' })).status).toBe(400)
  expect(
    (await volunteer.post(`/portal/directory/${id}/out-of-date`, { words: 'It has moved.' })).headers.location,
  ).toBe('/portal/directory?done=out-of-date-said')
  const again = await volunteer.post(`/portal/directory/${id}/out-of-date`, { words: 'It has moved!' })
  expect([again.status, again.text.includes('It has moved!')]).toEqual([409, true])
  expect(wordsOf(again)).toContain('You have told the committee already.')
  const [suggestion] = await programme.query<{ id: string; organisation: string }>(
    'select id, organisation from directory_suggestions where entry_id = $1',
    [id],
  )
  expect(suggestion?.organisation).toBe('Pretend Homework Club')
  await act({
    by: people.committee,
    workflow: suggestionWorkflow,
    id: String(suggestion?.id),
    action: 'accept',
    input: {},
  })
  expect(await acceptanceOf(id)).toMatchObject({ doubted_on: '2026-03-03', checked_on: '2026-02-01' })
  expect(wordsOf(await volunteer.get(`/portal/directory/${id}`))).toContain('May be out of date')
  expect((await whatWaits({ work: await workAs(people.committee) })).toCheck.rows[0]).toMatchObject({
    id,
    reliance: 'doubted',
  })
  await act({ by: people.committee, workflow: entryWorkflow, id, action: 'check' })
  expect(await acceptanceOf(id)).toMatchObject({ doubted_on: null, checked_on: '2026-03-03' })
  expect(
    await refusalOf(
      create({
        by: people.volunteer,
        collection: 'directory-suggestions',
        fields: { kind: 'out-of-date', organisation: 'x', words: 'Which?' },
      }),
    ),
  ).toMatchObject({ rule: 'DIR-1' })
})

// The Open Referral UK standard's required fields (version 3), with the types of those that we fill; strict, so that a
// name of our own would be found.
const uuid = z.uuid()
const organization = z.strictObject({
  id: uuid,
  name: z.string().min(1),
  description: z.string().min(1),
  website: z.url().optional(),
  email: z.email().optional(),
})
const service = z.strictObject({
  id: uuid,
  name: z.string().min(1),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: z.string().optional(),
  url: z.url().optional(),
  email: z.email().optional(),
  fees_description: z.string().optional(),
  eligibility_description: z.string().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: z.iso.date().optional(),
  last_modified: z.iso.datetime(),
  organization,
  contacts: z.array(
    z.strictObject({
      id: uuid,
      email: z.email().optional(),
      phones: z.array(z.strictObject({ id: uuid, number: z.string().min(1) })),
    }),
  ),
  cost_options: z.array(
    z.strictObject({
      id: uuid,
      option: z.string(),
      currency: z.literal('GBP').optional(),
      amount: z.number().optional(),
      amount_description: z.string(),
    }),
  ),
  service_areas: z.array(z.strictObject({ id: uuid, name: z.string() })),
  attributes: z.array(
    z.strictObject({
      id: uuid,
      link_id: uuid,
      link_entity: z.literal('service'),
      taxonomy_term_id: uuid,
      taxonomy_term: z.strictObject({
        id: uuid,
        name: z.string().min(1),
        description: z.string().min(1),
        taxonomy: z.string(),
      }),
    }),
  ),
})
const servicePage = z.strictObject({
  total_items: z.number(),
  total_pages: z.number(),
  page_number: z.number(),
  size: z.number(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(service),
})

test('[DIR-1, DAT-6] the directory leaves in the shape of the standard, for the committee alone, without private people and notes, and it is recorded', async () => {
  await aPlace({
    ...programme,
    organisation: 'Sage Example, tutor',
    category: 'Tutoring',
    more: { is_private_person: true, phone: '07700 900777' },
  })
  await aPlace({
    ...programme,
    organisation: '=cmd|calc',
    category: 'Counselling',
    more: {
      cost: 'price',
      cost_pence: 1250,
      age_from: 5,
      area: '+Andover',
      email: 'hello@rooms.example',
      phone: '+44 1632 960204',
      note: 'A secret of the committee',
    },
  })
  for (const who of [people.volunteer, people.trustee]) expect((await fileFor(who, 'json')).status).toBe(403)
  const json = await fileFor(people.coordinator, 'json')
  const page = servicePage.parse(JSON.parse(json.text))
  expect(page.contents.length).toBe(page.total_items)
  expect(page.contents.find(({ name }) => name === '=cmd|calc')).toMatchObject({
    minimum_age: 5,
    eligibility_description: 'From 5',
    contacts: [{ phones: [{ number: '+44 1632 960204' }] }],
    cost_options: [{ currency: 'GBP', amount: 12.5, amount_description: '£12.50' }],
    attributes: [{ taxonomy_term: { name: 'Counselling' } }],
  })
  expect(servicePage.parse(JSON.parse((await fileFor(people.coordinator, 'json')).text))).toEqual(page)
  const csv = await fileFor(people.committee, 'csv')
  const rows = parse(csv.text, { columns: true, bom: true }) as Array<Record<string, string>>
  expect(rows.map(({ id }) => id)).toEqual(page.contents.map(({ id }) => id))
  expect(rows.find(({ name }) => name?.endsWith('=cmd|calc'))).toMatchObject({
    name: "'=cmd|calc",
    'service_area.name': "'+Andover",
    'phone.number': "'+44 1632 960204",
    'cost_option.amount': '12.5',
    'taxonomy_term.name': 'Counselling',
  })
  for (const { text } of [json, csv])
    for (const kept of ['Sage Example', '900777', 'A secret of the committee', 'Somewhere Closed'])
      expect(text).not.toContain(kept)
  expect(
    await programme.query(
      "select actor_id, detail->>'form' as form, (detail->>'rows')::int as rows from audit_events where action = 'export' and record_collection = 'directory-entries' order by sequence",
    ),
  ).toEqual([
    { actor_id: people.coordinator, form: 'json', rows: page.total_items },
    { actor_id: people.coordinator, form: 'json', rows: page.total_items },
    { actor_id: people.committee, form: 'csv', rows: page.total_items },
  ])
})

test('[DIR-1, DAT-6] hostile words are harmless in every field, on every page and in every file', async () => {
  const category = await aCategory({ ...programme, name: 'Others' })
  const volunteer = await visit(people.other)
  for (const [index, words] of HOSTILE.entries()) {
    const entry = await create({
      by: people.committee,
      collection: 'directory-entries',
      fields: {
        organisation: words,
        category,
        needs: words,
        howToRefer: words,
        cost: 'words',
        costWords: words,
        area: words,
        note: words,
      },
    })
    await expect(
      create({
        by: people.committee,
        collection: 'directory-entries',
        fields: { organisation: 'x', category, cost: 'free', website: words },
      }),
    ).rejects.toMatchObject({ status: 400 })
    await expect(
      create({
        by: people.committee,
        collection: 'directory-entries',
        fields: { organisation: 'x', category, cost: 'free', phone: words },
      }),
    ).rejects.toMatchObject({ status: 400 })
    expect(
      (await volunteer.post('/portal/directory/suggest', { organisation: `${words} ${index}`, category, words }))
        .status,
    ).toBe(303)
    const pages = [
      await volunteer.get(`/portal/directory/${entry.id}`),
      await volunteer.get(`/portal/directory/${entry.id}/out-of-date`),
      await volunteer.get('/portal/directory'),
      await volunteer.get(`/portal/directory?${new URLSearchParams({ text: words, need: words, category: words })}`),
      await volunteer.post('/portal/directory/suggest', { organisation: words, phone: words, website: words, words }),
    ]
    for (const { status, text } of pages) {
      expect([200, 400]).toContain(status)
      expect([
        words,
        /<script>|<img|href="(?!\/|https?:|tel:|mailto:|#)/i.exec(text.replace(/<link[^>]*>/g, ''))?.[0],
      ]).toEqual([words, undefined])
    }
  }
  servicePage.parse(JSON.parse((await fileFor(people.committee, 'json')).text))
  const cells = (parse((await fileFor(people.committee, 'csv')).text, { bom: true }) as string[][]).flat()
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  await expect(programme.query("update directory_entries set website = 'javascript:alert(1)'")).rejects.toThrow(
    'website_is_of_the_web',
  )
  const [entry] = await programme.query<{ id: string }>(
    "select id from directory_entries where status = 'listed' limit 1",
  )
  await expect(
    asUser(await workAs(people.committee)).update({
      collection: 'directory-entries',
      id: String(entry?.id),
      data: { checkedOn: '2026-03-01' },
    }),
  ).rejects.toMatchObject({ status: 409 })
})

test('[DIR-1] a directory begins with places that nobody has checked, without numbers, put there once and by the committee', async () => {
  const start = async (who: string) =>
    supertest(served.app)
      .post('/api/directory-entries/starting-places')
      .set('Cookie', (await programme.signIn(who)).cookie)
      .set('Origin', served.publicUrl)
      .send({})
  expect((await start(people.trustee)).status).toBe(403)
  const answers = await Promise.all([start(people.committee), start(people.coordinator)])
  expect(
    answers.map(({ body }) => (body as { added: string[] }).added.length).sort((one, other) => one - other),
  ).toEqual([0, STARTING_PLACES.length])
  const placed = await programme.query<{ reached: boolean; checked_on: string | null }>(
    'select phone is not null or email is not null or website is not null as reached, checked_on from directory_entries where organisation = any($1)',
    [STARTING_PLACES.map(({ organisation }) => organisation)],
  )
  expect(placed).toEqual(STARTING_PLACES.map(() => ({ reached: false, checked_on: null })))
})

test('[DIR-1] the directory’s pages can be read at eleven', async () => {
  const volunteer = await visit(people.volunteer)
  const id = await aPlace({
    ...programme,
    organisation: 'Readable Place',
    more: { phone: '01632 960 201', how_to_refer: 'Ring them.' },
  })
  for (const path of [
    '/portal/directory?text=Readable',
    '/portal/directory/suggest',
    `/portal/directory/${id}`,
    `/portal/directory/${id}/out-of-date`,
  ]) {
    const prose = proseOf((await volunteer.get(path)).text, { without: ['The Invented Youth Choir'] })
    expect([path, readingAge(prose) <= 11, longSentencesIn(prose)]).toEqual([path, true, []])
  }
})
