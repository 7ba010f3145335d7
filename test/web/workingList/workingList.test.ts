import { waitingList } from '../../../src/programme/matching/waitingList.ts'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { loadWorkingList } from '../../../src/admin/workingList/loadWorkingList.ts'
import { readSheet } from '../../../src/core/sheets/readSheet.ts'
import { COLUMNS } from '../../../src/programme/workingList/columns.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aChild, aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aGoal, aMembership, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let app: TestApp
let people: {
  coordinator: string
  committee: string
  trustee: string
  administrator: string
  volunteer: string
  harper: string
}
const { create, workAs } = actingIn(() => programme)
const limits = { bytes: 1_000_000, rows: 2_000 }

beforeAll(async () => {
  programme = await testProgramme()
  app = testApp({ programme })
  const harper = await aVolunteer({ ...programme, name: 'Harper Sample' })
  for (const name of ['Jordan Example', 'Morgan Specimen', 'Casey Standin']) await aVolunteer({ ...programme, name })
  people = {
    coordinator: await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] }),
    committee: await aPerson({ ...programme, name: 'Cas Chair', roles: ['committee'] }),
    trustee: await aPerson({ ...programme, name: 'Toni Trusty', roles: ['trustee'] }),
    administrator: await aPerson({ ...programme, name: 'Ed Minister', roles: ['administrator'] }),
    volunteer: harper.userId,
    harper: harper.id,
  }
  for (const by of [people.coordinator, people.committee, people.trustee, people.administrator, people.volunteer])
    cookies[by] = (await programme.signIn(by)).cookie
})

const cookies: Record<string, string> = {}
const bytes = (
  response: { on: (event: string, heard: (part: Buffer) => void) => unknown },
  done: (problem: Error | null, body: Buffer) => void,
): void => {
  const parts: Buffer[] = []
  response.on('data', (part) => parts.push(part))
  response.on('end', () => done(null, Buffer.concat(parts)))
}
const post = ({ path, by, origin = app.publicUrl }: { path: string; by: string; origin?: string }) =>
  request(app.app)
    .post(path)
    .set('Cookie', cookies[by] ?? '')
    .set('Origin', origin)
const get = ({ path, by }: { path: string; by: string }) =>
  request(app.app)
    .get(path)
    .set('Cookie', cookies[by] ?? '')
    .buffer(true)
    .parse(bytes)
const check = (list: Buffer | string, by = people.coordinator) =>
  post({ path: '/working-list/import/check', by }).attach('list', Buffer.from(list), 'list.csv')
const hidden = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const formIn = (html: string) => ({
  rows: hidden(html, 'rows'),
  agreedTo: hidden(html, 'agreedTo'),
  submissionKey: hidden(html, 'submissionKey'),
})
const takeIn = (html: string, by = people.coordinator) =>
  post({ path: '/working-list/import/take-in', by }).type('form').send(formIn(html))
const entries = () =>
  programme.query<Record<string, unknown>>(
    'select name, age_given, reason, mentor_given, goals, comment, sheet_row::int as row, years_given from working_list_entries order by sheet_row, name',
  )
const everything = async () =>
  JSON.stringify([
    await programme.query('select * from working_list_entries order by id'),
    (await programme.query('select count(*) from working_list_imports'))[0],
  ])
const listOf = async (asked: Record<string, string> = {}) =>
  (await loadWorkingList({ work: await workAs(people.coordinator), asked }))!

describe('[ELG-6] the sheet that the charity keeps today', () => {
  const sheet = readFileSync(new URL('../../fixtures/working-list.csv', import.meta.url))

  test('[ELG-6] looking changes nothing; taking in takes what is sure, and a second time changes nothing', async () => {
    const looked = await check(sheet)
    expect([looked.status, (await entries()).length]).toEqual([200, 0])
    expect(looked.text).toContain('Take in 12 rows')
    expect(looked.text).toContain('31/02/2012 is not a day in any calendar.')
    const taken = await takeIn(looked.text)
    expect([taken.status, (await entries()).length]).toEqual([200, 12])
    expect(taken.text).toContain('12 rows taken in. 3 rows came back.')
    expect((await entries())[0]).toEqual({
      name: 'Robin Testerton',
      age_given: '11 / Y7',
      reason: 'Lost a grandparent in the spring; quiet since',
      mentor_given: 'Harper Sample',
      goals: 'Support after bereavement',
      comment: 'Mum very keen.\nPrefers Tuesdays',
      row: 2,
      years_given: '7',
    })
    expect(
      await programme.query(
        'select imported_by_id as by, new_rows::int as new, returned_rows::int as returned from working_list_imports',
      ),
    ).toEqual([{ by: people.coordinator, new: 12, returned: 3 }])
    expect(
      await programme.query("select actor_id as by, detail ->> 'new' as new from audit_events where action = 'import'"),
    ).toEqual([{ by: people.coordinator, new: '12' }])
    expect(
      await programme.query(
        "select count(*)::int as count from audit_events where action = 'create' and record_collection = 'working-list-entries'",
      ),
    ).toEqual([{ count: 12 }])

    const before = await everything()
    const again = await takeIn(looked.text)
    expect([again.status, again.text.includes('12 rows taken in'), await everything()]).toEqual([200, true, before])
    const second = await check(sheet)
    expect(second.text).toContain('There is nothing new to take in.')
    expect(await everything()).toBe(before)
  })

  test('[ELG-6] the rows that came back are a file in the same columns with what to put right, in both forms', async () => {
    const looked = await check(sheet)
    for (const form of ['csv', 'xlsx']) {
      const file = await post({ path: '/working-list/import/returned', by: people.coordinator })
        .type('form')
        .send({ rows: hidden(looked.text, 'rows'), form })
        .buffer(true)
        .parse(bytes)
      const rows = (await readSheet({ bytes: file.body as Buffer, limits, by: 'somebody' })).pages[0]?.rows ?? []
      expect(rows[0]).toEqual([...COLUMNS.map(({ heading }) => heading), 'What to put right'])
      expect(rows.slice(1).map((row) => [row[0], row[6]])).toEqual([
        ['', expect.stringContaining('There is no name')],
        ['Rowan Madeup', expect.stringContaining('31/02/2012')],
        ['Ash Demo-Smith', expect.stringContaining('Row 4 names Ash Demo-Smith')],
      ])
    }
  })

  test('[ELG-6] what was agreed to is what is done: a list that changed in between is looked at again', async () => {
    const looked = await check('Name,Age\nTansy Changing,Y7\n')
    await create({
      by: people.committee,
      collection: 'working-list-entries',
      fields: { name: 'Tansy Changing', ageGiven: 'Y7', comment: 'Entered by hand' },
    })
    const refused = await takeIn(looked.text)
    expect([refused.status, refused.text.includes('The list has changed since you looked')]).toEqual([409, true])
    expect(
      await programme.query("select count(*)::int as count from working_list_entries where name = 'Tansy Changing'"),
    ).toEqual([{ count: 1 }])
  })

  test('[ELG-6] 500 rows with 40 bad ones: 460 in, 40 back with reasons, a second run changes nothing', async () => {
    const bad = (index: number) =>
      [
        `,Y7,No name ${index}`,
        `Bad Date ${index},30/02/2013,x`,
        `Bad Year ${index},Y19,x`,
        `Too Long ${index},Y7,${'x'.repeat(4_001)}`,
      ][index % 4]
    const lines = Array.from({ length: 500 }, (_, index) =>
      index % 25 < 2 ? bad(index) : `Numbered ${wordOf(index)},Y${5 + (index % 8)},Reason ${index}`,
    )
    const sheetOf500 = `Name,Age,Reason\n${lines.join('\n')}\n`
    const looked = await check(sheetOf500)
    expect(looked.text).toContain('Take in 460 rows')
    const startedAt = performance.now()
    expect((await takeIn(looked.text)).text).toContain('460 rows taken in. 40 rows came back.')
    console.info(`460 rows taken in: ${Math.round(performance.now() - startedAt)} ms`)
    expect(
      await programme.query("select count(*)::int as count from working_list_entries where name like 'Numbered %'"),
    ).toEqual([{ count: 460 }])
    expect(
      await programme.query(
        "select count(*)::int as count from audit_events where action = 'create' and record_collection = 'working-list-entries' and detail -> 'name' ->> 'after' like 'Numbered %'",
      ),
    ).toEqual([{ count: 460 }])
    const before = await everything()
    expect((await check(sheetOf500)).text).toContain('There is nothing new to take in.')
    expect(await everything()).toBe(before)

    const yearOn = await check(
      sheetOf500.replaceAll(/,Y(\d+),Reason/g, (_all, year: string) => `,Y${Number(year) + 1},Reason`),
    )
    expect(yearOn.text).toContain('Take in 460 rows')
    await programme.query('update working_list_entries set row_version = 7 where name = $1', [`Numbered ${wordOf(2)}`])
    expect((await takeIn(yearOn.text)).text).toContain('460 rows taken in. 40 rows came back.')
    expect(
      await programme.query(
        'select age_given as age, years_given as years, reason, row_version::int as version from working_list_entries where name = $1',
        [`Numbered ${wordOf(2)}`],
      ),
    ).toEqual([{ age: 'Y8', years: '8', reason: 'Reason 2', version: 8 }])
    expect(
      await programme.query(
        "select detail -> 'ageGiven' as age, detail -> 'name' as name from audit_events where action = 'change' and record_id = (select id::text from working_list_entries where name = $1)",
        [`Numbered ${wordOf(2)}`],
      ),
    ).toEqual([{ age: { before: 'Y7', after: 'Y8' }, name: null }])
    await programme.query("delete from working_list_entries where name like 'Numbered %'")
  }, 120_000)
})

describe('[ELG-8] how far each child has come is worked out', () => {
  let known: Record<
    'unreferred' | 'referred' | 'accepted' | 'matched' | 'ended' | 'declined' | 'bare',
    Awaited<ReturnType<typeof aChild>>
  >
  beforeAll(async () => {
    const named = async (name: string, given: { member?: boolean; referral?: string; match?: 'active' | 'ended' }) => {
      const child = await aChild({ ...programme, name })
      if (given.member !== false) await aMembership({ ...programme, childId: child.id })
      if (given.referral)
        await aReferral({
          ...programme,
          childId: child.id,
          enteredBy: people.coordinator,
          status: given.referral,
          receivedOn: '2025-10-01',
        })
      if (given.match)
        await aMatch({
          ...programme,
          childId: child.id,
          volunteerId: people.harper,
          contactId: people.committee,
          status: given.match,
          endsOn: given.match === 'ended' ? '2026-02-01' : null,
        })
      return child
    }
    known = {
      bare: await named('Phase Bare', { member: false }),
      unreferred: await named('Phase Unreferred', {}),
      referred: await named('Phase Referred', { referral: 'received' }),
      accepted: await named('Phase Accepted', { referral: 'accepted' }),
      matched: await named('Phase Matched', { referral: 'accepted', match: 'active' }),
      ended: await named('Phase Ended', { referral: 'accepted', match: 'ended' }),
      declined: await named('Phase Declined', { referral: 'declined' }),
    }
    await aGoal({ ...programme, childId: known.matched.id })
  })

  test('[ELG-8] every phase, from what the programme knows', async () => {
    const { rows } = await listOf({ text: 'Phase', size: '100' })
    expect(Object.fromEntries(rows.map(({ shown, phase }) => [shown.name, phase]))).toEqual({
      'Phase Bare': 'not-referred',
      'Phase Unreferred': 'not-referred',
      'Phase Referred': 'referred',
      'Phase Accepted': 'waiting',
      'Phase Matched': 'matched',
      'Phase Ended': 'finished',
      'Phase Declined': 'declined',
    })
  })

  test('[ELG-7, ELG-8] the list and the waiting list agree on who is matched: one whose first day is to come is, one whose last day has gone by is to be ended', async () => {
    const accepted = async (name: string, days: { starts_on?: string; ends_on?: string }) => {
      const child = await aChild({ ...programme, name })
      await aReferral({ ...programme, childId: child.id, enteredBy: people.coordinator, status: 'accepted' })
      const match = await aMatch({
        ...programme,
        childId: child.id,
        volunteerId: (await aVolunteer(programme)).id,
        contactId: people.committee,
      })
      for (const [column, day] of Object.entries(days))
        await programme.query(`update matches set ${column} = $2 where id = $1`, [match, day])
      return child.id
    }
    const [starting, over] = [
      await accepted('Quillon Starting', { starts_on: '2026-04-01' }),
      await accepted('Quillon Over', { ends_on: '2026-03-02' }),
    ]
    const bare = await aChild({ ...programme, name: 'Quillon Bare' })
    await programme.query('update children set born_on = null where id = $1', [bare.id])
    const { rows } = await listOf({ text: 'Quillon', size: '100' })
    expect(Object.fromEntries(rows.map(({ shown, phase }) => [shown.name, phase]))).toEqual({
      'Quillon Starting': 'matched',
      'Quillon Over': 'waiting',
      'Quillon Bare': 'to-complete',
    })
    const work = await programme.workOf((await programme.signIn(people.committee)).person)
    const waiting = await waitingList({ work, limit: 500 })
    const stepOf = (id: string) => waiting.find((child) => child.id === id)?.nextStep
    expect([stepOf(starting), stepOf(known.matched.id), stepOf(over), stepOf(known.accepted.id)]).toEqual([
      undefined,
      undefined,
      'end-match',
      'ask-consent',
    ])
  })

  test('[ELG-6] the facts of the programme stand beside the committee’s words', async () => {
    await create({
      by: people.committee,
      collection: 'working-list-entries',
      fields: {
        name: 'Phasey',
        ageGiven: 'Y6?',
        mentorGiven: 'Jordan',
        reason: 'In our words',
        child: known.matched.id,
      },
    })
    const { rows } = await listOf({ text: 'Phase Matched' })
    expect(rows).toMatchObject([
      {
        shown: {
          name: 'Phase Matched',
          ageGiven: '12, Year 7',
          reason: 'In our words',
          mentorGiven: 'Harper Sample',
          goals: 'Join one club',
          comment: '',
        },
        words: { ageGiven: 'Y6?', mentorGiven: 'Jordan' },
        known: { reason: 'Confidence' },
      },
    ])
  })

  test('[ELG-6] a child has one row; a row that was taken off makes room', async () => {
    const second = {
      by: people.committee,
      collection: 'working-list-entries' as const,
      fields: { name: 'Again', child: known.matched.id },
    }
    expect(await refusalOf(create(second))).toMatchObject({ rule: 'ELG-6' })
  })

  test('[ELG-6] filters, order and pages stand in the address', async () => {
    expect((await listOf({ text: 'Phase', phase: 'matched' })).rows.map(({ shown }) => shown.name)).toEqual([
      'Phase Matched',
    ])
    expect((await listOf({ text: 'Phase', mentor: 'harper' })).rows.map(({ shown }) => shown.name)).toEqual([
      'Phase Matched',
    ])
    expect((await listOf({ year: '10' })).rows.map(({ shown }) => shown.name)).toContain('Juniper Invented')
    expect((await listOf({ year: '7', text: 'Phase' })).total).toBe(7)
    expect((await listOf({ year: '8', text: 'Phase' })).total).toBe(0)
    expect((await listOf({ text: '%' })).total).toBe(0)
    expect((await listOf({ text: 'PHASES mâtched' })).rows.map(({ shown }) => shown.name)).toEqual(['Phase Matched'])
    const byPhase = await listOf({ text: 'Phase', sort: 'phase', order: 'down' })
    expect(byPhase.rows.at(0)?.phase).toBe('declined')
    const paged = [await listOf({ size: '25', page: '1' }), await listOf({ size: '25', page: '2' })]
    expect(new Set(paged.flatMap(({ rows }) => rows.map(({ key }) => key))).size).toBe(paged[0]?.total)
    expect((await listOf({ phase: 'nonsense', year: 'x', sort: 'drop table', page: '-3' })).page).toBe(1)
  })

  test('[ELG-6] what the list shows, taken out and brought back, changes nothing; a cell that was changed changes that cell', async () => {
    for (const form of ['csv', 'xlsx']) {
      const file = await get({ path: `/working-list/file?form=${form}`, by: people.coordinator })
      const before = await everything()
      expect((await check(file.body as Buffer)).text).toContain('There is nothing new to take in.')
      expect(await everything()).toBe(before)
    }
    const csv = (
      (await get({ path: '/working-list/file?form=csv&text=Phase', by: people.coordinator })).body as Buffer
    ).toString()
    const looked = await check(csv.replace('In our words', 'In other words'))
    expect(looked.text).toContain('Take in 1 row<')
    await takeIn(looked.text)
    expect((await listOf({ text: 'Phase Matched' })).rows[0]?.shown.reason).toBe('In other words')
  })

  test('[ELG-8] a row is completed with a child who has a record, or one is made', async () => {
    const link = await aChild({ ...programme, name: 'Sky Placeholder' })
    const [sky] = await programme.query<{ id: string }>(
      "select id from working_list_entries where name = 'Sky Placeholder'",
    )
    const page = await get({ path: `/working-list/${sky?.id}/complete`, by: people.committee })
    expect(String(page.body)).toContain(link.id)
    const linked = await post({ path: `/working-list/${sky?.id}/complete`, by: people.committee })
      .type('form')
      .send({ submissionKey: crypto.randomUUID(), child: link.id })
    expect([
      linked.status,
      await programme.query('select child_id as child from working_list_entries where id = $1', [sky?.id]),
    ]).toEqual([303, [{ child: link.id }]])

    const [ash] = await programme.query<{ id: string }>(
      "select id from working_list_entries where name = 'Ash Demo-Smith'",
    )
    const fields = {
      submissionKey: crypto.randomUUID(),
      child: 'new',
      name: 'Ash Demo-Smith',
      'bornOn-day': '5',
      'bornOn-month': 'may',
      'bornOn-year': '2011',
      family: 'new',
      familyName: 'Family Demo-Smith',
      'memberSince-day': '1',
      'memberSince-month': '9',
      'memberSince-year': '2024',
    }
    const wrong = await post({ path: `/working-list/${ash?.id}/complete`, by: people.committee })
      .type('form')
      .send({ ...fields, 'bornOn-day': '31', 'bornOn-month': '2' })
    expect([
      wrong.status,
      wrong.text.includes('Write the date of birth'),
      wrong.text.includes('Family Demo-Smith'),
    ]).toEqual([400, true, true])
    await aChild({ ...programme, name: 'Ash Demosmith' })
    await programme.query("update children set born_on = '2011-05-05' where name = 'Ash Demosmith'")
    const asked = await post({ path: `/working-list/${ash?.id}/complete`, by: people.committee })
      .type('form')
      .send(fields)
    expect([
      asked.status,
      asked.text.includes('Ash Demosmith, born 5 May 2011'),
      asked.text.includes('name="anotherChildBecause"'),
      asked.text.includes('Family Demo-Smith'),
    ]).toEqual([409, true, true, true])
    Object.assign(fields, { submissionKey: crypto.randomUUID(), anotherChildBecause: 'Two cousins' })
    const made = await post({ path: `/working-list/${ash?.id}/complete`, by: people.committee })
      .type('form')
      .send(fields)
    expect([made.status, (await listOf({ text: 'Ash Demo' })).rows[0]?.phase]).toEqual([303, 'not-referred'])
    expect(
      (
        await post({ path: `/working-list/${ash?.id}/complete`, by: people.committee })
          .type('form')
          .send(fields)
      ).status,
    ).toBe(303)
    expect(await programme.query("select count(*)::int as count from children where name = 'Ash Demo-Smith'")).toEqual([
      { count: 1 },
    ])
  })
})

describe('[DAT-6] least privilege, recorded', () => {
  const PATHS = [
    '/working-list/import',
    '/working-list/file?form=csv',
    '/working-list/file?form=xlsx',
    '/working-list/print',
  ]

  test.each(PATHS)('[DAT-6] %s is for the co-ordinator and committee alone', async (path) => {
    expect((await request(app.app).get(path)).status).toBe(303)
    for (const by of [people.trustee, people.administrator, people.volunteer])
      expect((await get({ path, by })).status).toBe(403)
    for (const by of [people.coordinator, people.committee]) expect((await get({ path, by })).status).toBe(200)
  })

  test('[DAT-6] nobody else takes rows in, and none come from a foreign page', async () => {
    const before = await everything()
    for (const by of [people.trustee, people.volunteer])
      expect((await check('Name,Age\nFern Foreign,Y7\n', by)).status).toBe(403)
    const looked = await check('Name,Age\nFern Foreign,Y7\n')
    expect((await takeIn(looked.text, people.administrator)).status).toBe(403)
    expect(
      (
        await post({
          path: '/working-list/import/take-in',
          by: people.coordinator,
          origin: 'https://elsewhere.invalid',
        })
          .type('form')
          .send(formIn(looked.text))
      ).status,
    ).toBe(403)
    expect(await loadWorkingList({ work: await workAs(people.trustee), asked: {} })).toBeUndefined()
    expect(await everything()).toBe(before)
  })

  test('[DAT-6, DAT-1] what leaves is recorded with its filter and number; whose rows were shown too', async () => {
    const file = await get({ path: '/working-list/file?form=xlsx&phase=matched&text=Phase', by: people.committee })
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="working-list-2026-03-03\.xlsx"$/)
    await get({ path: '/working-list/print?phase=matched&text=Phase', by: people.committee })
    expect(
      await programme.query(
        "select actor_id as by, detail from audit_events where action = 'export' and detail ->> 'filter' like 'Matched%' order by detail ->> 'form'",
      ),
    ).toEqual([
      { by: people.committee, detail: { form: 'print', filter: 'Matched, with “Phase”', rows: 1 } },
      { by: people.committee, detail: { form: 'xlsx', filter: 'Matched, with “Phase”', rows: 1 } },
    ])
    expect(
      await programme.query(
        "select count(*)::int as count from audit_events where action = 'read' and record_collection = 'children' and actor_id = $1",
        [people.committee],
      ),
    ).toMatchObject([{ count: expect.any(Number) }])
  })

  test('[DAT-6] a cell that begins like a formula leaves harmless', async () => {
    const csv = (
      (await get({ path: '/working-list/file?form=csv&text=Phoenix', by: people.coordinator })).body as Buffer
    ).toString()
    expect(csv.startsWith('\ufeff')).toBe(true)
    expect(csv).toContain("'=HYPERLINK(")
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m)
  })

  test('[ELG-6] a file too large, or none, is told so and changes nothing', async () => {
    const large = await check(`Name,Age\n${'x'.repeat(1_100_000)}`)
    expect([large.status, large.text.includes('larger than 1000 kB')]).toEqual([400, true])
    const photograph = await check(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(9_000_000)]))
    expect([photograph.status, photograph.text.includes('This is a photograph')]).toEqual([400, true])
    const none = await post({ path: '/working-list/import/check', by: people.coordinator }).field('submissionKey', 'x')
    expect([none.status, none.text.includes('No file was chosen.')]).toEqual([400, true])
  })
})

/** A number in letters, so that no two are spelt nearly alike. */
const wordOf = (index: number): string =>
  [...String(index).padStart(3, '0')]
    .map(
      (digit) =>
        ['nought', 'onety', 'twain', 'threep', 'fourty', 'fiver', 'sixer', 'sevent', 'eighth', 'niner'][Number(digit)],
    )
    .join(' ')

test('the pages beside the panel have the panel’s menu, and say where in it they stand', async () => {
  for (const path of ['/working-list/import', '/working-list/print', '/paper-form']) {
    const { body } = (await get({ path, by: people.committee })) as { body: Buffer }
    const menu = /<nav class="navigation" aria-label="Panel">.*?<\/nav>/s.exec(body.toString())?.[0] ?? ''
    expect([path, [...menu.matchAll(/<li><a [^>]*>([^<]*)<\/a>/g)].map(([, word]) => word)]).toEqual([
      path,
      ['Today', 'Children', 'Volunteers', 'Meetings', 'Policies', 'Settings'],
    ])
    expect([path, /aria-current="(\w+)">([^<]*)</.exec(menu)?.slice(1)]).toEqual([path, ['true', 'Children']])
  }
  const { body } = (await get({ path: '/portal', by: people.committee })) as { body: Buffer }
  expect(body.toString()).toContain('<nav class="navigation" aria-label="Portal">')
})
