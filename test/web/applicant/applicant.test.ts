import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { readVolunteerSkills } from '../../../src/programme/recruitment/settings.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import { interviewsToHold } from '../../../src/programme/recruitment/applications/queues.ts'
import { referenceWorkflow } from '../../../src/programme/recruitment/references/workflow.ts'
import { readingAge } from '../../support/readingAge.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { anApplicant, newestToken, refereeSays } from '../../support/applications.ts'
import { rowsOf } from '../../support/database.ts'
import { aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
let committee: string
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from rate_limits')
})

/** A browser that keeps its cookies. Redirects are given, not followed. */
const browser = () => {
  const agent = supertest.agent(served.app)
  return {
    get: async (path: string): Promise<Response> => await agent.get(path),
    post: async (path: string, fields: Record<string, string | string[]> = {}): Promise<Response> =>
      await agent
        .post(path)
        .set('Origin', served.publicUrl)
        .type('form')
        .send({ submissionKey: randomUUID(), ...fields }),
  }
}
const act = async (id: string, action: string, input: Record<string, unknown> = {}) =>
  performAction({
    work: await programme.workOf((await programme.signIn(committee)).person),
    workflow: applicationWorkflow,
    id,
    action,
    input,
  })
const asked = async () => {
  const applicant = await anApplicant(programme)
  await act(applicant.id, 'consider')
  return {
    ...applicant,
    token: await newestToken(programme, { table: 'volunteer_references', id: applicant.references[0] }),
  }
}
const ofTheProgramme = async (): Promise<unknown> =>
  rowsOf({
    url: programme.database.superuserUrl,
    statement:
      "select (select count(*) from applications) as applications, (select string_agg(a.status::text || a.row_version, ',' order by a.id) from applications a) as states, (select count(*) from volunteer_references) as named, (select string_agg(r.status::text || r.row_version, ',' order by r.id) from volunteer_references r) as asked, (select count(*) from reference_answers) as answers, (select count(*) from self_declarations) as declarations, (select count(*) from notifications) as messages, (select count(*) from audit_events) as events, (select count(*) from form_drafts) as drafts",
  })

/** What somebody types on each page of the form. */
const TYPED: ReadonlyArray<[string, Record<string, string | string[]>]> = [
  ['age', { 'bornOn-day': '15', 'bornOn-month': '7', 'bornOn-year': '1991' }],
  ['name', { name: 'Reese Placeholder' }],
  ['contact', { email: 'reese@example.invalid', mobile: '07700 900321' }],
  ['home', { homeAddress: 'canary-home, Andover' }],
  ['known', { known: 'no' }],
  ['earlier', { earlierInvolvement: '' }],
  ['why', { why: 'I had a mentor once.' }],
  ['skills', { skills: ['Communication', 'Flexible'] }],
  ['about-you', { interests: 'Climbing', languages: '', availability: 'Evenings' }],
  [
    'first-referee',
    {
      firstReferee: 'Sky Specimen',
      firstRefereeEmail: 'sky@example.invalid',
      firstRefereePhone: '',
      firstRefereeKnown: 'From work',
    },
  ],
  [
    'second-referee',
    {
      secondReferee: 'River Standin',
      secondRefereeEmail: 'river@example.invalid',
      secondRefereePhone: '01632 960 001',
      secondRefereeKnown: 'From a club',
    },
  ],
  ['declaration', { declares: 'yes' }],
  ['declared', { declared: 'canary-declared' }],
  ['checks', { agreedToChecks: 'yes' }],
]

describe('[VOL-1] applying by the public form', () => {
  test('[VOL-6] nobody names themselves as a referee, nor one person twice: refused at the field, with what was typed kept', async () => {
    const visitor = browser()
    const [own, first] = ['Reese@example.invalid', 'sky@example.invalid']
    const named = (which: string, email: string) => ({
      [`${which}Referee`]: 'Sky Specimen',
      [`${which}RefereeEmail`]: email,
      [`${which}RefereePhone`]: '',
      [`${which}RefereeKnown`]: 'From work',
    })
    for (const [page, typed] of TYPED.slice(0, 9)) await visitor.post(`/apply/${page}`, typed)
    const refused = async (which: string, email: string, reason: string): Promise<void> => {
      const answer = await visitor.post(`/apply/${which}-referee`, named(which, email))
      expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringContaining(reason)])
      expect(answer.text).toMatch(new RegExp(`name="${which}RefereeEmail"[^>]*value="${email}"`))
    }
    await refused('first', own, 'Nobody can be their own referee. Name another person, who is not family.')
    expect((await visitor.post('/apply/first-referee', named('first', first))).status).toBe(303)
    await refused('second', own, 'Nobody can be their own referee.')
    await refused('second', first.toUpperCase(), 'This referee is named already.')
    expect((await visitor.post('/apply/second-referee', named('second', 'river@example.invalid'))).status).toBe(303)
    expect(wordsOf(await visitor.get('/apply/first-referee'))).toContain('Step 10 of 13')
  })

  test('[VOL-1, VOL-6] page by page, checked and sent: one application, two referees, a declaration of its own; every page at most at reading age 11', async () => {
    const visitor = browser()
    const start = await visitor.get('/apply')
    const pages = [wordsOf(start)]
    for (const [page, typed] of TYPED) {
      pages.push(wordsOf(await visitor.get(`/apply/${page}`)))
      const posted = await visitor.post(`/apply/${page}`, typed)
      expect({ page, status: posted.status, words: posted.status === 303 ? '' : wordsOf(posted) }).toEqual({
        page,
        status: 303,
        words: '',
      })
    }
    const check = await visitor.get('/apply/check')
    for (const words of [
      'Reese Placeholder',
      '07700 900321',
      'Communication, Flexible',
      'canary-declared',
      'sky@example.invalid',
    ])
      expect(wordsOf(check)).toContain(words)
    const sent = await visitor.post(
      '/apply/check',
      Object.fromEntries(
        [...check.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
          String(name),
          String(value),
        ]),
      ),
    )
    expect([sent.status, sent.headers.location]).toEqual([303, '/apply/done'])
    const done = wordsOf(await visitor.get('/apply/done'))
    const [row] = await programme.query<{ id: string; code: string }>(
      "select id, code from applications where email = 'reese@example.invalid'",
    )
    expect(done).toContain(String(row?.code))
    expect(done).not.toMatch(/canary/)
    expect(
      await programme.query(
        'select name, source::text as source, mobile, born_on, home_address, skills, agreed_to_checks, status::text as status from applications where id = $1',
        [row?.id],
      ),
    ).toEqual([
      {
        name: 'Reese Placeholder',
        source: 'outsider',
        mobile: '07700 900321',
        born_on: '1991-07-15',
        home_address: 'canary-home, Andover',
        skills: 'Communication\nFlexible',
        agreed_to_checks: true,
        status: 'received',
      },
    ])
    expect(
      await programme.query(
        'select referee_name, referee_telephone, status::text as status from volunteer_references where application_id = $1 order by referee_name desc',
        [row?.id],
      ),
    ).toEqual([
      { referee_name: 'Sky Specimen', referee_telephone: null, status: 'named' },
      { referee_name: 'River Standin', referee_telephone: '01632 960 001', status: 'named' },
    ])
    expect(
      await programme.query(
        'select declares::text as declares, words, declared_on from self_declarations where application_id = $1',
        [row?.id],
      ),
    ).toEqual([{ declares: 'something', words: 'canary-declared', declared_on: '2026-03-03' }])
    // The names of skills are the charity's own setting.
    for (const page of pages.filter((words) => !words.includes('What are you good at?')))
      expect([page.slice(0, 60), readingAge(page.replaceAll(/([a-z0-9]) (?=[A-Z])/g, '$1. ')) <= 11]).toEqual([
        page.slice(0, 60),
        true,
      ])
    expect(served.logged()).not.toMatch(/canary|1991|07700/)
    expect(JSON.stringify(await programme.query('select * from notifications'))).not.toMatch(/canary|1991-07-15/)
  })

  test('[VOL-2] the skills that are asked for are the programme’s twelve, until the charity changes the list', async () => {
    const { volunteerSkills } = await readVolunteerSkills(programme)
    expect(volunteerSkills).toHaveLength(12)
    const visitor = browser()
    for (const [page, typed] of TYPED.slice(
      0,
      TYPED.findIndex(([page]) => page === 'skills'),
    ))
      await visitor.post(`/apply/${page}`, typed)
    const asShipped = wordsOf(await visitor.get('/apply/skills'))
    for (const skill of volunteerSkills) expect(asShipped).toContain(skill)
    await programme.query("insert into programme_settings (volunteer_skills) values (E'Juggling\nListening')")
    try {
      const changed = wordsOf(await visitor.get('/apply/skills'))
      expect([changed.includes('Juggling'), changed.includes('Communication')]).toEqual([true, false])
    } finally {
      await programme.query('delete from programme_settings')
    }
  })

  test('[VOL-6] what a declaration is about stands above its answers', async () => {
    const visitor = browser()
    for (const [page, typed] of TYPED.slice(0, 11)) await visitor.post(`/apply/${page}`, typed)
    const { text } = await visitor.get('/apply/declaration')
    expect(text.indexOf('For example: a conviction')).toBeGreaterThan(0)
    expect(text.indexOf('For example: a conviction')).toBeLessThan(text.indexOf('type="radio"'))
  })

  test('[VOL-12] whoever is not 18 is told kindly from when, and what they can do; nothing is kept', async () => {
    const before = await ofTheProgramme()
    const answer = await browser().post('/apply/age', { 'bornOn-day': '4', 'bornOn-month': '3', 'bornOn-year': '2008' })
    expect(answer.status).toBe(400)
    expect(wordsOf(answer)).toContain('you are from 4 March 2026')
    expect(wordsOf(answer)).toContain('you can help us at camps and clubs')
    expect(await ofTheProgramme()).toEqual(before)
    programme.clock.set('2026-03-04T00:01:00Z')
    expect(
      (await browser().post('/apply/age', { 'bornOn-day': '4', 'bornOn-month': '3', 'bornOn-year': '2008' })).status,
    ).toBe(303)
  })
})

test('[VOL-1, VOL-6] programs that follow every link and send every form empty record nothing', async () => {
  const { id, token } = await asked()
  const track = await newestToken(programme, { table: 'applications', id })
  const before = await ofTheProgramme()
  for (const path of [`/reference/${token}`, `/apply/track/${track}`]) {
    const visitor = browser()
    for (let time = 0; time < 5; time += 1) {
      const arrived = await visitor.get(path)
      expect(arrived.status).toBe(303)
      expect(arrived.text).not.toContain(token)
      const page = await visitor.get(String(arrived.headers.location))
      expect(page.status).toBe(200)
      expect(page.headers['referrer-policy']).toBe('strict-origin')
      expect((await visitor.post(String(arrived.headers.location))).status).toBe(400)
    }
  }
  for (const [page] of TYPED)
    expect((await browser().post(`/apply/${page}`)).status).toBeGreaterThan(page === 'earlier' ? 299 : 302)
  expect({ ...((await ofTheProgramme()) as Array<Record<string, unknown>>)[0], drafts: '0' }).toEqual({
    ...(before as Array<Record<string, unknown>>)[0],
    drafts: '0',
  })
})

describe('[VOL-6] a referee’s form', () => {
  test('[VOL-6] four questions, sent once; afterwards thanks, and nothing of what was said', async () => {
    const { references, token } = await asked()
    const visitor = browser()
    await visitor.get(`/reference/${token}`)
    const form = await visitor.get('/reference')
    expect(wordsOf(form)).toContain('Reese Placeholder')
    expect(form.text).not.toMatch(/Made-up Lane|1991|07700|@example/)
    expect(readingAge(wordsOf(form))).toBeLessThanOrEqual(11)
    const half = await visitor.post('/reference', { can: 'yes', suitability: 'canary-half' })
    expect(half.status).toBe(400)
    expect(half.text).toContain('canary-half')
    expect(
      (await visitor.post('/reference', { can: 'yes', ...refereeSays({ suitability: 'canary-said', worry: 'yes' }) }))
        .headers.location,
    ).toBe('/reference')
    const after = await visitor.get('/reference')
    expect(wordsOf(after)).toContain('We have your reference.')
    expect(after.text).not.toMatch(/canary|Reese/)
    expect(
      await programme.query(
        'select worry::text as worry, status::text as status from reference_answers where reference_id = $1',
        [references[0]],
      ),
    ).toEqual([{ worry: 'yes', status: 'held' }])
    expect(served.logged()).not.toMatch(/canary/)
    expect(JSON.stringify(await programme.query('select * from notifications'))).not.toMatch(/canary/)
  })

  test('[VOL-6] who cannot give one says no with one choice', async () => {
    const { references, token } = await asked()
    const visitor = browser()
    await visitor.get(`/reference/${token}`)
    expect((await visitor.post('/reference', { can: 'no' })).status).toBe(303)
    expect(
      await programme.query('select status::text as status from volunteer_references where id = $1', [references[0]]),
    ).toEqual([{ status: 'declined' }])
  })

  test('[VOL-6] links that ran out, were replaced, are not needed any more, or never were one answer alike', async () => {
    const answerTo = async (token: string) => {
      const visitor = browser()
      await visitor.get(`/reference/${token}`)
      const { status, text } = await visitor.get('/reference')
      return { status, text, posted: (await visitor.post('/reference', { can: 'no' })).status }
    }
    const unknown = await answerTo('x'.repeat(43))
    expect(unknown).toMatchObject({ status: 404, posted: 404, text: expect.not.stringContaining('/consent/') })
    const replaced = await asked()
    await performAction({
      work: await programme.workOf((await programme.signIn(committee)).person),
      workflow: referenceWorkflow,
      id: replaced.references[0],
      action: 'resend',
      input: {},
    })
    expect(await answerTo(replaced.token)).toEqual(unknown)
    const ended = await asked()
    await act(ended.id, 'notApprove', { reason: 'No.' })
    expect(await answerTo(ended.token)).toEqual(unknown)
    const late = await asked()
    programme.clock.set('2026-03-31T12:00:00Z')
    expect(await answerTo(late.token)).toEqual(unknown)
  })
})

describe('[VOL-1] an applicant’s own page', () => {
  test('[VOL-1] shows each step, when and where to meet, and nothing that was written or said', async () => {
    const { id, references } = await asked()
    await performAction({
      work: await programme.workOf({ kind: 'link', holder: 'referee', recordId: references[0] }),
      workflow: referenceWorkflow,
      id: references[0],
      action: 'answer',
      input: refereeSays({ suitability: 'canary-said' }),
    })
    const visitor = browser()
    await visitor.get(`/apply/track/${await newestToken(programme, { table: 'applications', id })}`)
    const page = async () => {
      const shown = await visitor.get('/apply/track')
      expect(shown.text).not.toMatch(/canary|Made-up|1991|07700|Reese/)
      return wordsOf(shown)
    }
    expect(await page()).toContain('We got it on 3 March 2026.')
    expect(await page()).toContain('We write to you with a time.')
    await act(id, 'planInterview', { date: '2026-03-10', time: '18:30', place: 'The office' })
    expect(await page()).toContain('Tuesday 10 March, 6:30pm, The office.')
    await act(id, 'recordInterview', { heldOn: '2026-03-03', outcome: 'not', notes: 'canary-notes' })
    expect(await page()).toContain('We write to you as soon as it has.')
    await act(id, 'notApprove', { reason: 'canary-reason' })
    expect(await page()).toContain('The committee has decided not to go on.')
  })

  test('[VOL-1] a time that does not suit is said on the page: nobody waits for them in vain, the office is told and sees when it would', async () => {
    const { id } = await asked()
    await act(id, 'planInterview', { date: '2026-03-10', time: '18:30', place: 'The office' })
    const visitor = browser()
    await visitor.get(`/apply/track/${await newestToken(programme, { table: 'applications', id })}`)
    expect(wordsOf(await visitor.get('/apply/track'))).toContain('This time does not suit me')
    const empty = await visitor.post('/apply/track/another-time', { wish: ' ' })
    expect([empty.status, wordsOf(empty)]).toEqual([400, expect.stringContaining('Say when it would suit you.')])
    const tooLong = await visitor.post('/apply/track/another-time', { wish: 'late '.repeat(101) })
    expect([tooLong.status, tooLong.text.includes('late late late')]).toEqual([400, true])
    expect((await visitor.post('/apply/track/another-time', { wish: 'Canary evening, not Tuesday.' })).status).toBe(303)
    expect(wordsOf(await visitor.get('/apply/track'))).toContain('You said: Canary evening, not Tuesday.')
    const work = await programme.workOf((await programme.signIn(committee)).person)
    expect((await interviewsToHold({ work, limit: 50 })).find((row) => row.id === id)).toMatchObject({
      status: 'considered',
      interviewAt: null,
      interviewPlace: null,
      interviewWish: 'Canary evening, not Tuesday.',
    })
    const told = await programme.query(
      "select recipient_user_id as person, details from notifications where template = 'interview-another-time' and subject_record = $1",
      [id],
    )
    expect(told).toContainEqual({ person: committee, details: {} })
    await act(id, 'planInterview', { date: '2026-03-12', time: '18:30', place: 'The office' })
    const again = wordsOf(await visitor.get('/apply/track'))
    expect([again.includes('Thursday 12 March, 6:30pm'), again.includes('Canary')]).toEqual([true, false])
    expect((await visitor.post('/apply/track/another-time', { wish: 'No.' })).status).toBe(303)
    expect((await visitor.post('/apply/track/another-time', { wish: 'No.' })).status).toBe(409)
  })

  test('[VOL-1] withdraws when the box is ticked, and says so', async () => {
    const { id } = await asked()
    const visitor = browser()
    await visitor.get(`/apply/track/${await newestToken(programme, { table: 'applications', id })}`)
    expect((await visitor.post('/apply/track', { sure: 'yes' })).status).toBe(303)
    expect(wordsOf(await visitor.get('/apply/track'))).toContain('Your application is withdrawn.')
    expect(await programme.query('select status::text as status from applications where id = $1', [id])).toEqual([
      { status: 'withdrawn' },
    ])
  })
})
