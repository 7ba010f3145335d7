// A log sheet that was kept on paper or in a spreadsheet comes into a child's record: what is sure goes in, what is not
// comes back with the reason.
import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { asUser } from '../../../src/core/access/localApi.ts'
import { readSheet } from '../../../src/core/sheets/readSheet.ts'
import { writeSheet } from '../../../src/core/sheets/writeSheet.ts'
import { bringIn, childOfPaper } from '../../../src/programme/meetings/logs/paper/bringIn.ts'
import { LOG_SHEET } from '../../../src/programme/meetings/logs/paper/columns.ts'
import { mergeWorkflow } from '../../../src/programme/merging/workflow.ts'
import { logsToRead } from '../../../src/programme/meetings/queues.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aPhotograph } from '../../support/broughtFiles.ts'
import { aChild, aPerson, insertOne } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aLog } from '../../support/story.ts'

const NOW = '2026-09-03T12:00:00Z'
const sheet = readFileSync(new URL('../../fixtures/messy-log-sheet.csv', import.meta.url))
const HEADINGS = LOG_SHEET.map(({ heading }) => heading).join(',')

let programme: TestProgramme
let app: TestApp
let people: Record<'coordinator' | 'committee' | 'trustee' | 'administrator' | 'volunteer', string>
let child: string
const cookies: Record<string, string> = {}
const { act, create, workAs } = actingIn(() => programme)

beforeAll(async () => {
  programme = await testProgramme({ now: NOW })
  app = testApp({ programme })
  people = {
    coordinator: await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] }),
    committee: await aPerson({ ...programme, name: 'Cas Chair', roles: ['committee'] }),
    trustee: await aPerson({ ...programme, name: 'Toni Trusty', roles: ['trustee'] }),
    administrator: await aPerson({ ...programme, name: 'Ed Minister', roles: ['administrator'] }),
    volunteer: await aPerson({ ...programme, name: 'Val Untier', roles: ['volunteer'] }),
  }
  for (const by of Object.values(people)) cookies[by] = (await programme.signIn(by)).cookie
})
beforeEach(async () => {
  child = (await aChild({ ...programme, name: 'Sky Placeholder' })).id
})

const post = (path: string, by = people.coordinator, origin = app.publicUrl) =>
  request(app.app)
    .post(path)
    .set('Cookie', cookies[by] ?? '')
    .set('Origin', origin)
const get = (path: string, by = people.coordinator) =>
  request(app.app)
    .get(path)
    .set('Cookie', cookies[by] ?? '')
const check = (file: Buffer | string, { by = people.coordinator, of = child, name = 'log sheet.csv' } = {}) =>
  post(`/log-sheets/${of}/bring-in`, by).attach('sheet', Buffer.from(file), name)
const hidden = (html: string, name: string): string =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const formIn = (html: string) =>
  Object.fromEntries(['rows', 'agreedTo', 'file', 'submissionKey'].map((name) => [name, hidden(html, name)]))
const send = (
  html: string,
  { deed = 'bring-in', by = people.coordinator, of = child, ...settled }: Record<string, string> = {},
) =>
  post(`/log-sheets/${of}/bring-in/rows`, by)
    .type('form')
    .send({ ...formIn(html), ...settled, deed })
/** What the page says of each row, by its number. */
const said = (html: string): Record<number, string> =>
  Object.fromEntries([
    ...[
      ...html.matchAll(/<h3 class="card__title">Row (\d+): ([\s\S]*?)(?=<h3 class="card__title">|<h2|<\/main>)/g),
    ].map(([, row, words = '']) => [Number(row), wordsIn(words)] as const),
    ...[...html.matchAll(/<th scope="row"[\s\S]*?<\/tr>/g)].map(
      ([row]) => [Number(/\(row (?:<!-- -->)?(\d+)/.exec(row)?.[1]), wordsIn(row)] as const,
    ),
  ])
const wordsIn = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
const logs = (of = child) =>
  programme.query<Record<string, unknown>>(
    `select held_on as on, location as at, run_by as by, attendees as who, activities as did, outcomes as goals, comment as said, paper_row::int as row, paper_date as date
     from session_logs where child_id = $1 order by held_on, paper_row`,
    [of],
  )
const everything = async () =>
  JSON.stringify([
    await programme.query('select * from session_logs order by id'),
    await programme.query('select count(*) from notifications'),
  ])

describe('[LOG-1] the sheet as it was kept', () => {
  test('[LOG-1] looking changes nothing; what is sure is brought in as it stands on the paper, the rest comes back', async () => {
    const looked = await check(sheet)
    expect([looked.status, (await logs()).length]).toEqual([200, 0])
    expect(looked.text).toContain('Not part of a log sheet, and left out: Initials')
    const taken = await send(looked.text)
    expect(taken.status).toBe(200)
    expect(taken.text).toContain('8 logs brought in. 10 rows came back.')
    expect(await logs()).toEqual([
      {
        on: '2025-03-04',
        at: 'Cafe by the river',
        by: 'Jordan Example',
        who: 'Sky + J',
        did: 'Chatted',
        goals: 'Wants to swim',
        said: null,
        row: 3,
        date: '4/3/25',
      },
      expect.objectContaining({ on: '2025-03-11', by: 'Jordan', did: 'Cards,\nthen a walk', row: 4 }),
      expect.objectContaining({ on: '2025-03-18', date: '18/3', said: 'forgot the year', row: 5 }),
      expect.objectContaining({
        on: '2025-03-25',
        by: 'Jordan Example + Morgan Specimen',
        date: 'Tues 25th March 2025 4pm',
      }),
      expect.objectContaining({ on: '2025-04-08', at: "Jordan's car", said: '=Morgan knew, 5 mins' }),
      expect.objectContaining({ on: '2025-04-08', at: 'Library' }),
      expect.objectContaining({
        on: '2025-04-22',
        at: 'Not written on the sheet',
        by: 'Not written on the sheet',
        who: 'Not written on the sheet',
        did: 'Walk',
      }),
      expect.objectContaining({ on: '2025-05-20', did: '-1 goal then +44 points', goals: 'no worries today' }),
    ])
  })

  test('[LOG-1] each row that comes back says why and what to do, and each that is read says how', async () => {
    const rows = said((await check(sheet)).text)
    expect(rows[5]).toContain(
      'The sheet says “18/3” without a year. It stands between 11 March 2025 and 25 March 2025, so it is 18 March 2025.',
    )
    for (const [row, words] of [
      [6, 'There is no date. Find out the day, and write it here with its year.'],
      [6, 'The row says that this meeting did not take place, and a log is of one that did.'],
      [8, '1 April 2025 was a Tuesday, and the sheet says Monday.'],
      [9, '“31/4/2025” is not a day in any calendar.'],
      [11, 'Row 10 is of the same day: both are brought in.'],
      [12, '15 April 2015 is far out of the order of the sheet: it stands between 8 April 2025 and 22 April 2025.'],
      [13, 'Blank on the sheet, and the log says so: Location, Mentoring Programme run by, Attendees present.'],
      [14, '“JE” stands under no heading, so words may have slipped into another column.'],
      [15, '6 May 2099 is still to come.'],
      [17, 'The row does not say what happened.'],
      [18, '“Summer term” is no day that we can read.'],
      [19, '“3 &amp; 10 June 2025” may be more than one day.'],
      [21, '“3/6” has no year, and the rows around it do not settle which.'],
    ] as const)
      expect(rows[row]).toContain(words)
    expect(rows[16]).toBeUndefined()
  })

  test('[LOG-2, MTG-8] words that may tell of a worry, and of a lift, are pointed out; a person decides', async () => {
    const looked = await check(sheet)
    expect(wordsIn(looked.text)).toContain('1 row may tell of a worry: row 9')
    expect(looked.text).toContain('href="/portal/worry"')
    const rows = said(looked.text)
    expect([rows[9]?.includes('Perhaps a worry.'), rows[10]?.includes('A lift in a car')]).toEqual([true, true])
    expect([rows[20]?.includes('Perhaps a worry.'), rows[3]?.includes('A lift in a car')]).toEqual([false, false])
    const taken = await send(looked.text)
    expect(wordsIn(taken.text)).toContain('1 row may tell of a worry: row 9')
  })

  test('[LOG-1] the sheet of another child is noticed before it goes in for good', async () => {
    const doubt = 'Nothing on this sheet names'
    expect((await check(sheet)).text).not.toContain(doubt)
    expect((await check(`${HEADINGS}\n3/9/24,Library,Harper,Robin,Cards,,\n`)).text).toContain(
      `${doubt} Sky Placeholder`,
    )
    await programme.query("update children set known_as = 'Robbie' where id = $1", [child])
    expect((await check(`${HEADINGS}\n3/9/24,Library,Harper,,Robbie’s cards,,\n`)).text).not.toContain(doubt)
  })

  test('[LOG-1] what only a person can know is settled on the page, and seen once more before it goes in', async () => {
    const looked = await check(sheet)
    const settled = {
      'day-6': '1/4/2025',
      'anyway-6-asked': 'yes',
      'anyway-6': 'yes',
      'day-9': '30/4/2025',
      'day-12': '15 April 2025',
      'day-21': '3/6',
    }
    // Whichever button was pressed: what was just typed is shown before anything is brought in.
    const again = await send(looked.text, settled)
    expect([again.status, (await logs()).length]).toEqual([200, 0])
    expect(again.text).toContain('Bring in 11 logs')
    const rows = said(again.text)
    expect(rows[21]).toContain('“3/6” has no year. Write day, month and year')
    expect(again.text).toContain('name="day-21" value="3/6"')
    const taken = await send(again.text, { 'day-21': '3/6' })
    expect(taken.text).toContain('11 logs brought in. 7 rows came back.')
    expect(await logs()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ on: '2025-04-01', date: '', row: 6 }),
        expect.objectContaining({ on: '2025-04-30', date: '31/4/2025', row: 9 }),
        expect.objectContaining({ on: '2025-04-15', date: '15/4/2015', row: 12 }),
      ]),
    )
    const more = await send(taken.text, { 'day-21': '3/6/2025' })
    expect((await send(more.text)).text).toContain('1 log brought in.')
    expect((await logs()).length).toBe(12)
  })

  test('[LOG-1] the newest first, a workbook with real dates, headings by other names', async () => {
    const file = await writeSheet({
      form: 'xlsx',
      name: 'old log',
      headings: ['When', 'Where', 'Mentor', 'Present', 'Activity', 'Goal', 'Notes'],
      rows: [
        ['2025-06-24', 'Library', 'Harper', 'Sky', 'Maths', '', ''],
        ['10 June', 'Library', 'Harper', 'Sky', 'Reading', '', ''],
        ['3 June 2025', 'Library', 'Harper', 'Sky', 'Cards', '', ''],
      ],
      columnWidths: [],
    })
    const looked = await check(file.body, { name: 'old log.xlsx' })
    expect(said(looked.text)[3]).toContain('It stands between 3 June 2025 and 24 June 2025, so it is 10 June 2025.')
    await send(looked.text)
    expect((await logs()).map(({ on, row }) => [on, row])).toEqual([
      ['2025-06-03', 4],
      ['2025-06-10', 3],
      ['2025-06-24', 2],
    ])
  })

  test('[LOG-1] one row alone settles no year, and no child meets anybody before being born', async () => {
    await programme.query("update children set born_on = '2014-05-05' where id = $1", [child])
    const rows = said(
      (
        await check(
          `${HEADINGS}\n24/9,Library,Harper,Sky,Cards,,\n3/9/2024,Library,Harper,Sky,Cards,,\n1/10,Park,Harper,Sky,Walk,,\n4/5/2014,Library,Harper,Sky,Rattle,,\n`,
        )
      ).text,
    )
    expect(rows[2]).toContain('has no year, and the rows around it do not settle which')
    expect(rows[4]).toContain('has no year, and the rows around it do not settle which')
    expect(rows[5]).toContain('On 4 May 2014 the child was not born yet.')
  })
})

describe('[LOG-4] brought in once, and for good', () => {
  test('[LOG-4] the same file again brings in nothing and says so; the same form again is answered alike', async () => {
    const looked = await check(sheet)
    await send(looked.text)
    const before = await everything()
    const sentTwice = await send(looked.text)
    expect([sentTwice.status, sentTwice.text.includes('8 logs brought in')]).toEqual([200, true])
    const again = await check(sheet, { name: 'renamed.csv' })
    expect(again.text).toContain('There is nothing to bring in as it stands.')
    expect(wordsIn(again.text)).toContain('Row 3: Brought in on 3 September 2026 already.')
    expect(await everything()).toBe(before)
  })

  test('[LOG-4] one row twice on a sheet counts once', async () => {
    const looked = await check(sheet)
    expect(wordsIn(looked.text)).toContain('Row 16: The same as row 3, so it counts once.')
  })

  test('[LOG-4] what was seen is what is brought in: when the record changed meanwhile, nothing is', async () => {
    const looked = await check(sheet)
    await insertOne({
      ...programme,
      collection: 'session-logs',
      row: {
        child_id: child,
        held_on: '2025-03-04',
        location: 'x',
        run_by: 'x',
        attendees: 'x',
        paper_digest: 'other',
        status: 'submitted',
      },
    })
    const refused = await send(looked.text)
    expect([refused.status, (await logs()).length]).toEqual([409, 1])
    expect(refused.text).toContain('The record has changed since you looked, so nothing was brought in.')
    expect(said(refused.text)[3]).toContain('The record has a log of 4 March 2025 already.')
    const anyway = await send(refused.text, { 'anyway-3-asked': 'yes', 'anyway-3': 'yes' })
    expect((await send(anyway.text)).text).toContain('8 logs brought in')
  })

  test('[LOG-4] it is final like every log, takes notes, and says who brought it in, when, and from where', async () => {
    await send((await check(sheet)).text)
    const [log] = await programme.query<Record<string, unknown>>(
      `select id, brought_in_by_id as by, submitted_at as at, paper_file as file, paper_row::int as row, match_id, volunteer_id, written_by_id, meeting_was_confirmed as confirmed
       from session_logs where child_id = $1 order by held_on limit 1`,
      [child],
    )
    expect(log).toEqual({
      id: expect.any(String),
      by: people.coordinator,
      at: new Date(NOW),
      file: 'log sheet.csv',
      row: 3,
      match_id: null,
      volunteer_id: null,
      written_by_id: null,
      confirmed: null,
    })
    await expect(
      programme.query("update session_logs set comment = 'other' where id = $1", [log?.id]),
    ).rejects.toThrow()
    await create({
      by: people.coordinator,
      collection: 'log-addenda',
      fields: { log: log?.id, text: 'It was Tuesday.' },
    })
    expect((await get(`/log-sheets/${child}`)).text).toContain('Added later: It was Tuesday.')
    expect(
      await programme.query(
        "select actor_id as by, detail from audit_events where action = 'import' and detail ->> 'child' = $1",
        [child],
      ),
    ).toEqual([{ by: people.coordinator, detail: { child, new: 8, known: 1, returned: 10 } }])
    expect(
      await programme.query(
        "select count(*)::int as count from audit_events where action = 'create' and record_collection = 'session-logs' and actor_id = $1 and record_id = $2",
        [people.coordinator, log?.id],
      ),
    ).toEqual([{ count: 1 }])
  })

  test('[LOG-4] nobody is written to, and no log waits to be read', async () => {
    const before = await programme.query('select count(*) from notifications')
    await send((await check(sheet)).text)
    expect(await programme.query('select count(*) from notifications')).toEqual(before)
    const waiting = await logsToRead({ work: await workAs(people.coordinator), limit: 100 })
    expect(waiting.filter(({ comment }) => comment === 'forgot the year')).toEqual([])
  })

  test('[LOG-1] a day that has a log, or a meeting that waits for one, is asked about', async () => {
    const pair = await aPairThatMayAgree(programme)
    await aLog({ ...programme, pair, heldOn: '2026-02-24' })
    await insertOne({
      ...programme,
      collection: 'meetings',
      row: {
        match_id: pair.match,
        child_id: pair.child.id,
        volunteer_id: pair.volunteer.id,
        guardian_id: pair.child.guardianId,
        starts_at: '2026-03-02T16:00:00Z',
        minutes: 60,
        kind: 'one-to-one',
        place_kind: 'public',
        place: 'Library',
        agreed_on: '2026-02-20',
        agreed_way: 'text',
        status: 'confirmed',
        row_version: 1,
      },
    })
    const rows = said(
      (
        await check(`${HEADINGS}\n24/2/2026,Library,Harper,Robin,Cards,,\n2/3/2026,Library,Harper,Robin,Cards,,\n`, {
          of: pair.child.id,
        })
      ).text,
    )
    expect(rows[2]).toContain('The record has a log of 24 February 2026 already.')
    expect(rows[3]).toContain('A meeting of 2 March 2026 stands in the programme and waits for its log.')
  })
})

describe('[LOG-6] the log sheet', () => {
  test('[LOG-6] a child’s logs, from paper and from the programme alike, stand in one table with the columns of the sheet', async () => {
    const pair = await aPairThatMayAgree(programme)
    await aLog({ ...programme, pair })
    const looked = await check(`${HEADINGS}\n3/9/24,Skate park,Harper,Robin,Skating,,Good\n`, { of: pair.child.id })
    await send(looked.text, { of: pair.child.id })
    const page = await get(`/log-sheets/${pair.child.id}`)
    expect([...page.text.matchAll(/<th[^>]*role="columnheader"[^>]*>([^<]*)</g)].map(([, heading]) => heading)).toEqual(
      LOG_SHEET.map(({ heading }) => heading),
    )
    expect(wordsIn(page.text)).toMatch(
      /3 September 2024 From paper, row 2 Skate park .*24 February 2026 Library café Harper Sample/,
    )
    expect(
      await programme.query(
        "select actor_id as by, detail ->> 'rows' as rows from audit_events where action = 'export' and detail ->> 'child' = $1",
        [pair.child.id],
      ),
    ).toEqual([{ by: people.coordinator, rows: '2' }])
  })
})

describe('[LOG-1, DAT-6] whose work it is', () => {
  test('[DAT-6] for the co-ordinator and committee alone, and from our own page', async () => {
    const looked = await check(sheet)
    const before = await everything()
    for (const path of ['', '/bring-in']) {
      expect((await request(app.app).get(`/log-sheets/${child}${path}`)).status).toBe(303)
      for (const by of [people.trustee, people.administrator, people.volunteer])
        expect((await get(`/log-sheets/${child}${path}`, by)).status).toBe(403)
      for (const by of [people.coordinator, people.committee])
        expect((await get(`/log-sheets/${child}${path}`, by)).status).toBe(200)
    }
    for (const by of [people.trustee, people.administrator, people.volunteer]) {
      expect((await check(sheet, { by })).status).toBe(403)
      expect((await send(looked.text, { by })).status).toBe(403)
    }
    const foreign = post(`/log-sheets/${child}/bring-in/rows`, people.coordinator, 'https://elsewhere.invalid')
    expect((await foreign.type('form').send({ ...formIn(looked.text), deed: 'bring-in' })).status).toBe(403)
    expect(await everything()).toBe(before)
    const work = await workAs(people.volunteer)
    expect((await refusalOf(childOfPaper({ work, childId: child }))).rule).toBe('LOG-1')
    expect((await refusalOf(bringIn({ work, childId: child, rows: [], file: 'x', agreedTo: '' }))).reason).toBe(
      'The co-ordinator and the committee bring in what was kept on paper.',
    )
  })

  test('[LOG-1] through no other door can a log be said to come from paper, and without it none is without a match', async () => {
    const fields = { child, heldOn: '2025-03-04', location: 'Library', runBy: 'Harper', attendees: 'Sky' }
    for (const paper of [
      { paperDigest: 'x' },
      { broughtInBy: people.coordinator },
      { paperDigest: 'x', broughtInBy: people.coordinator },
    ])
      await expect(
        create({ by: people.coordinator, collection: 'session-logs', fields: { ...fields, ...paper } }),
      ).rejects.toThrow()
    await expect(create({ by: people.coordinator, collection: 'session-logs', fields })).rejects.toThrow()
    await expect(
      insertOne({
        ...programme,
        collection: 'session-logs',
        row: {
          child_id: child,
          held_on: '2025-03-04',
          location: 'x',
          run_by: 'x',
          attendees: 'x',
          status: 'submitted',
        },
      }),
    ).rejects.toThrow(/session_logs_are_of_a_match_or_from_paper/)
    expect(await logs()).toEqual([])
  })

  test('[SAME-CHILD] nothing is brought into a record that was joined to another, nor to a child who is not there', async () => {
    const kept = (await aChild({ ...programme, name: 'Sky Placeholder' })).id
    await programme.query(
      'update children set family_id = (select family_id from children where id = $1) where id = $2',
      [kept, child],
    )
    const looked = await check(sheet)
    const merge = await create({
      by: people.coordinator,
      collection: 'child-merges',
      fields: { keep: kept, leave: child, why: 'One child, entered twice.' },
    })
    await act({ by: people.committee, workflow: mergeWorkflow, id: merge.id, action: 'carryOut' })
    for (const answer of [await get(`/log-sheets/${child}/bring-in`), await send(looked.text)])
      expect([answer.status, answer.text.includes('was joined to another')]).toEqual([409, true])
    expect((await get('/log-sheets/3f0e0a52-0000-4000-8000-000000000000/bring-in')).status).toBe(404)
    expect((await get('/log-sheets/nobody/bring-in')).status).toBe(404)
  })

  test('[LOG-4] a log from paper is read by the office through the panel’s interface, and no volunteer’s', async () => {
    await send((await check(sheet)).text)
    const found = await asUser(await workAs(people.committee)).find({
      collection: 'session-logs',
      where: { child: { equals: child } },
    })
    expect(found.length).toBe(8)
    expect(found[0]).toMatchObject({ recordTitle: expect.stringContaining('2025') })
  })
})

describe('[LOG-1] files that are no log sheet', () => {
  const cases: Array<[string, () => Promise<Buffer> | Buffer, RegExp]> = [
    ['nothing in it', () => Buffer.from(''), /No file was chosen|The file is empty|no row/],
    ['no headings', () => Buffer.from('a,b,c\n1,2,3\n'), /We could not find the headings/],
    [
      'a working list',
      () => readFileSync(new URL('../../fixtures/working-list.csv', import.meta.url)),
      /We could not find the headings/,
    ],
    ['headings alone', () => Buffer.from(`${HEADINGS}\n`), /There is no row under the headings\./],
    [
      'a date twice',
      () => Buffer.from('Date,When,Location,Activities\n1/2/2025,1/2/2025,Park,Walk\n'),
      /Two columns are headed “Date”/,
    ],
    ['a photograph of the paper', aPhotograph, /This is a photograph/],
    ['a PDF', () => Buffer.from('%PDF-1.7 nothing'), /neither a CSV file nor an Excel workbook/],
    ['too many rows', () => Buffer.from(`${HEADINGS}\n${'1/2/2025,Park,H,S,Walk,,\n'.repeat(600)}`), /500|501/],
    ['too large', () => Buffer.from(`${HEADINGS}\n${'x'.repeat(1_100_000)}`), /larger than 1000 kB/],
  ]
  test.each(cases)(
    '[LOG-1] %s: a sentence that says what is wrong, and nothing is changed',
    async (_name, file, says) => {
      const before = await everything()
      const answer = await check(await file())
      expect([answer.status, wordsIn(answer.text).match(says) !== null]).toEqual([400, true])
      expect(await everything()).toBe(before)
    },
  )

  test('[LOG-1] a form without its rows, or with others, is told so', async () => {
    const looked = await check(sheet)
    for (const rows of ['', 'no list', '[[1]]', '[[1,false,[],"",false,["a"]]]'])
      expect((await send(looked.text, { rows })).status).toBe(400)
    expect((await post(`/log-sheets/${child}/bring-in`).field('submissionKey', 'x')).text).toContain(
      'No file was chosen.',
    )
  })

  test('[LOG-1] the rows that came back are a file in the columns of the sheet with what to put right', async () => {
    const looked = await check(sheet)
    const file = await send(looked.text, { deed: 'csv' })
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => done(null, Buffer.concat(parts)))
      })
    const [page] = (await readSheet({ bytes: file.body as Buffer, limits: { bytes: 1_000_000, rows: 100 }, by: 'x' }))
      .pages
    expect(page?.rows[0]).toEqual([...LOG_SHEET.map(({ heading }) => heading), 'What to put right'])
    expect(page?.rows.length).toBe(11)
    expect(page?.rows[1]?.at(-1)).toContain('There is no date.')
  })
})

test('[LOG-1] what is not from paper is written as before: by the mentor of that day alone', async () => {
  const pair = await aPairThatMayAgree(programme)
  const refusal = await refusalOf(
    create({
      by: pair.coordinator,
      collection: 'session-logs',
      fields: { match: pair.match, heldOn: '2019-01-01', location: 'x', runBy: 'x', attendees: 'x' },
    }),
  )
  expect(refusal.rule).toBe('LOG-1')
})
