import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest from 'supertest'
import { asUser } from '../../../src/core/access/localApi.ts'
import { richTextOf } from '../../../src/core/richText/plainText.ts'
import { STARTING_PAGES } from '../../../src/programme/guidance/starting/startingPages.ts'
import { guidanceWorkflow } from '../../../src/programme/guidance/workflow.ts'
import { logsToRead } from '../../../src/programme/meetings/queues.ts'
import { actingIn } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aMatchedPair, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { longSentencesIn, proseOf, readingAge } from '../../support/readingAge.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
let people: {
  volunteer: string
  uncleared: string
  committee: string
  coordinator: string
  trustee: string
  administrator: string
}
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  people = {
    volunteer: (await aVolunteer(programme)).userId,
    uncleared: (await aVolunteer({ ...programme, name: 'Wren Notreal', cleared: false })).userId,
    committee: await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] }),
    coordinator: await aPerson({ ...programme, roles: ['co-ordinator'] }),
    trustee: await aPerson({ ...programme, name: 'Juniper Pretend', roles: ['trustee'] }),
    administrator: await aPerson({ ...programme, name: 'Sage Pretend', roles: ['administrator'] }),
  }
})
/** The values of the programme, as it was written down. */
const FIRST_VALUES = [
  { heading: 'Above all', names: ['Give everything a try', 'Keep it fun'] },
  { heading: 'Security', names: ['Trust', 'Reliability', 'Absolute trust', 'Resilience', 'Self-esteem'] },
  { heading: 'Protection', names: ['Safe', 'Participation', 'Try everything'] },
  { heading: 'Spirit', names: ['Fun', 'Generosity of spirit', 'Kindness', 'Positivity'] },
  {
    heading: 'Inclusion',
    names: ['Belonging', 'Family', 'Supportive of each other', 'Support', 'Teamwork', 'Team player'],
  },
  { heading: 'Other', names: ['Professional', 'Health and exercise', 'Good behaviour'] },
]

const { act, create, workAs } = actingIn(() => programme)
const visit = async (userId: string): Promise<Visitor> =>
  visitor(served, { cookie: (await programme.signIn(userId)).cookie })
const aDraft = ({
  by = people.committee,
  ...fields
}: {
  by?: string
  title: string
  address: string
  text: Record<string, unknown>
}) => create({ by, collection: 'guidance-pages', fields: { place: 500, ...fields } })

test('[GUI-1] the committee writes a page, previews the draft as it will be read, and publishes it; only then volunteers find it', async () => {
  const page = await aDraft({
    title: 'May we play chess?',
    address: 'chess',
    text: richTextOf('Yes, in a café.\n- Bring a board.\n- Let them win once.'),
  })
  expect(
    programme.payload.collections['guidance-pages']?.config.admin.preview?.({ address: 'chess' }, {} as never),
  ).toBe('/portal/guidance/chess')
  const [volunteer, coordinator] = [await visit(people.volunteer), await visit(people.coordinator)]
  const preview = await coordinator.get('/portal/guidance/chess')
  expect(wordsOf(preview)).toContain(
    'This is a draft. Volunteers see it once the committee publishes it. May we play chess? Yes, in a café. Bring a board.',
  )
  for (const who of [people.volunteer, people.trustee, people.administrator])
    expect((await (await visit(who)).get('/portal/guidance/chess')).status).toBe(404)
  expect(wordsOf(await coordinator.get('/portal/guidance'))).not.toContain('May we play chess?')
  await act({ by: people.committee, workflow: guidanceWorkflow, id: page.id, action: 'publish' })
  expect(wordsOf(await volunteer.get('/portal/guidance/chess'))).toMatch(
    /^May we play chess\?|Guidance May we play chess\?/,
  )
  expect(wordsOf(await volunteer.get('/portal/guidance?text=BOARD+chess'))).toContain('May we play chess?')
  expect(wordsOf(await volunteer.get('/portal/guidance?text=draughts'))).toContain('No page has all of these words.')
  await act({ by: people.committee, workflow: guidanceWorkflow, id: page.id, action: 'withdraw' })
  expect((await volunteer.get('/portal/guidance/chess')).status).toBe(404)
})

test('[GUI-1] a page is found by a word that means the same as one of its own', async () => {
  const page = await aDraft({ title: 'Who drives?', address: 'who-drives', text: richTextOf('Ask before a car ride.') })
  await act({ by: people.committee, workflow: guidanceWorkflow, id: page.id, action: 'publish' })
  const volunteer = await visit(people.volunteer)
  expect(wordsOf(await volunteer.get('/portal/guidance?text=transport'))).toContain('Who drives?')
  expect(wordsOf(await volunteer.get('/portal/guidance?text=photograph'))).not.toContain('Who drives?')
})

test('[GUI-1] an edit of a published page holds at once; only the committee writes, and nothing empty is kept', async () => {
  const page = await aDraft({ title: 'Tea?', address: 'tea', text: richTextOf('With milk.') })
  await act({ by: people.committee, workflow: guidanceWorkflow, id: page.id, action: 'publish' })
  await asUser(await workAs(people.committee)).update({
    collection: 'guidance-pages',
    id: page.id,
    data: { text: richTextOf('Without milk.') },
  })
  expect(wordsOf(await (await visit(people.uncleared)).get('/portal/guidance/tea'))).toContain('Without milk.')
  for (const by of [people.coordinator, people.volunteer, people.trustee])
    await expect(aDraft({ by, title: 'x', address: 'x', text: richTextOf('x') })).rejects.toMatchObject({ status: 403 })
  await expect(
    act({ by: people.coordinator, workflow: guidanceWorkflow, id: page.id, action: 'withdraw' }),
  ).rejects.toMatchObject({ data: { rule: 'GUI-1' } })
  await expect(aDraft({ title: 'Nothing', address: 'nothing', text: richTextOf(' ') })).rejects.toMatchObject({
    status: 400,
  })
  for (const address of ['values', 'Tea', '../admin', 'a b', 'tea'])
    await expect(aDraft({ title: 'x', address, text: richTextOf('x') })).rejects.toMatchObject({ status: 400 })
})

test('[GUI-1] hostile words and links on a page are harmless', async () => {
  const words = '<script>alert(1)</script><img src=x onerror=alert(1)>'
  const text = {
    root: {
      type: 'root',
      version: 1,
      children: ['javascript:alert(1)', 'data:text/html,x', 'https://safe.example/'].map((url) => ({
        type: 'paragraph',
        version: 1,
        children: [
          {
            type: 'link',
            version: 3,
            fields: { url, linkType: 'custom', newTab: false },
            children: [{ type: 'text', version: 1, format: 0, text: words }],
          },
        ],
      })),
    },
  }
  const page = await aDraft({ title: words, address: 'hostile', text })
  await act({ by: people.committee, workflow: guidanceWorkflow, id: page.id, action: 'publish' })
  const volunteer = await visit(people.volunteer)
  for (const path of [
    '/portal/guidance/hostile',
    '/portal/guidance',
    `/portal/guidance?text=${encodeURIComponent(words)}`,
  ]) {
    const { text: html } = await volunteer.get(path)
    expect([path, /<script>|<img|href="(?:javascript|data):/i.exec(html)?.[0]]).toEqual([path, undefined])
  }
  expect((await volunteer.get('/portal/guidance/hostile')).text).toContain('href="https://safe.example/"')
})

test('[GUI-1] the values stand under their headings; the committee changes them', async () => {
  const volunteer = await visit(people.volunteer)
  const page = wordsOf(await volunteer.get('/portal/guidance/values'))
  expect(page).toContain(FIRST_VALUES.map(({ heading, names }) => `${heading} ${names.join(' ')}`).join(' '))
  const [fun] = await programme.query<{ id: string }>("select id from programme_values where name = 'Fun'")
  await asUser(await workAs(people.committee)).update({
    collection: 'programme-values',
    id: String(fun?.id),
    data: { inUse: false },
  })
  expect(wordsOf(await volunteer.get('/portal/guidance/values'))).toContain('Spirit Generosity of spirit')
  await expect(
    create({
      by: people.volunteer,
      collection: 'programme-values',
      fields: { name: 'Loud', heading: 'Other', place: 1 },
    }),
  ).rejects.toMatchObject({ status: 403 })
})

test('[LOG-5] a log may be tagged with our values, none of which needs to be ticked; they stay as they were called that day, and nothing else is taken', async () => {
  const pair = await aMatchedPair(programme)
  const volunteer = await visit(pair.volunteer.userId)
  const form = await volunteer.get(`/portal/logs/new?match=${pair.match}`)
  expect(/<details class="details">.*?Tick values that were lived/s.test(form.text)).toBe(true)
  expect(form.text).toContain('value="Kindness"')
  expect(form.text).not.toContain('value="Fun"')
  const send = async (valuesLived: string[]) => {
    const fields = {
      submissionKey: randomUUID(),
      match: pair.match,
      heldOn: '2026-03-02',
      location: 'Library café',
      runBy: 'Harper',
      attendees: 'Both',
    }
    const body = [...Object.entries(fields), ...valuesLived.map((value) => ['valuesLived', value])]
      .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
      .join('&')
    return supertest(served.app)
      .post('/portal/logs/new')
      .set('Cookie', (await programme.signIn(pair.volunteer.userId)).cookie)
      .set('Origin', served.publicUrl)
      .type('form')
      .send(body)
  }
  const stored = async () =>
    (
      await programme.query<{ values_lived: string | null }>(
        'select values_lived from session_logs where match_id = $1 order by submitted_at desc, created_at desc limit 1',
        [pair.match],
      )
    )[0]?.values_lived
  expect((await send([])).headers.location).toContain('done=log-sent')
  expect(await stored()).toBeNull()
  // What was lived may be said of a value that has gone out of use meanwhile.
  expect((await send(['Kindness', 'Fun', 'Kindness'])).headers.location).toContain('done=log-sent')
  expect(await stored()).toBe('Kindness\nFun')
  const refused = await send(['Kindness', 'Loud'])
  expect([refused.status, /<a href="#field-valuesLived">([^<]*)</.exec(refused.text)?.[1]]).toEqual([
    409,
    '“Loud” is not one of our values. Choose from those on the list of values.',
  ])
  expect(refused.text).toMatch(
    /<details class="details" open="">.*?(value="Kindness"[^>]*checked|checked=""[^>]*value="Kindness")/s,
  )
  const [log] = await programme.query<{ id: string }>(
    'select id from session_logs where match_id = $1 and values_lived is not null',
    [pair.match],
  )
  await programme.query("update programme_values set name = 'Being kind' where name = 'Kindness'")
  expect(
    (await logsToRead({ work: await workAs(people.coordinator), limit: 50 })).map(({ id, valuesLived }) => [
      id,
      valuesLived,
    ]),
  ).toContainEqual([log?.id, 'Kindness\nFun'])
  expect(wordsOf(await volunteer.get(`/portal/logs/${log?.id}`))).toContain('Values that were lived Kindness, Fun')
  await expect(
    programme.query("update session_logs set values_lived = 'Trust' where id = $1", [log?.id]),
  ).rejects.toThrow(/permission denied|cannot be changed/)
  await programme.query("update programme_values set name = 'Kindness' where name = 'Being kind'")
})

test('[GUI-1] a new programme starts from drafts that answer what volunteers ask, each at most 200 words and readable at eleven', async () => {
  const start = async (who: string) =>
    supertest(served.app)
      .post('/api/guidance-pages/starting-pages')
      .set('Cookie', (await programme.signIn(who)).cookie)
      .set('Origin', served.publicUrl)
      .send({})
  expect((await start(people.coordinator)).status).toBe(403)
  expect((await start(people.committee)).body).toEqual({ added: STARTING_PAGES.map(({ title }) => title) })
  expect((await start(people.committee)).body).toEqual({ added: [] })
  expect(
    await programme.query('select distinct status::text as status from guidance_pages where address = any($1)', [
      STARTING_PAGES.map(({ address }) => address),
    ]),
  ).toEqual([{ status: 'draft' }])
  const committee = await visit(people.committee)
  for (const { address, title, text } of STARTING_PAGES) {
    const prose = proseOf((await committee.get(`/portal/guidance/${address}`)).text)
    expect([
      address,
      prose.includes(title),
      text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length <= 200,
      readingAge(prose) <= 11,
      longSentencesIn(prose),
    ]).toEqual([address, true, true, true, []])
  }
  for (const path of ['/portal/guidance', '/portal/guidance/values'])
    expect([
      path,
      readingAge(
        proseOf((await committee.get(path)).text, {
          without: FIRST_VALUES.flatMap(({ heading, names }) => [heading, ...names]),
        }),
      ) <= 11,
    ]).toEqual([path, true])
})
