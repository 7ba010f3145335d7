// The gates of clearance close by themselves when a day is over, whichever door somebody comes through. Nothing but the
// clock moves.
import { beforeAll, expect, test } from '@jest/globals'
import supertest from 'supertest'
import { testApp, type TestApp } from '../../support/app.ts'
import { aMatchedPair, meetingFields } from '../../support/people.ts'
import { aPolicy, anAcceptance, aVersion, confidentialityAgreedBy } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
})

type Pair = Awaited<ReturnType<typeof aMatchedPair>>
type Gate = { name: string; rule: string; words: string; lapses: (pair: Pair) => Promise<unknown> }

const until = (pair: Pair, kind: string) =>
  programme.query(
    'update vetting_records set valid_until = $3 where volunteer_id = $1 and kind = $2::enum_vetting_records_kind',
    [pair.volunteer.id, kind, '2026-03-10'],
  )

const gates: Gate[] = [
  {
    name: '[VOL-6, VOL-3] a DBS check whose recheck is due',
    rule: 'VOL-3',
    words: 'no DBS check that is valid on',
    lapses: (pair) => until(pair, 'dbs-check'),
  },
  {
    name: '[VOL-3] safeguarding training that has run out',
    rule: 'VOL-3',
    words: 'no safeguarding training taken face to face',
    lapses: (pair) => until(pair, 'safeguarding-training'),
  },
  {
    name: '[VOL-3, POL-4] a document whose new version was not accepted by its grace date',
    rule: 'VOL-3',
    words: 'Code of conduct',
    lapses: async (pair) => {
      const policyId = await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' })
      await anAcceptance({
        ...programme,
        versionId: await aVersion({ ...programme, policyId }),
        userId: pair.volunteer.userId,
      })
      await aVersion({ ...programme, policyId, number: '2.0', adoptedOn: '2026-02-20', graceUntil: '2026-03-10' })
    },
  },
]

test.each(gates)(
  '$name: open through its last day, closed from the next through REST, the panel’s button and the portal',
  async ({ rule, words, lapses }) => {
    programme.clock.set('2026-03-03T12:00:00Z')
    const pair = await aMatchedPair(programme)
    await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId] })
    await lapses(pair)

    const api = async ({ by, path, body }: { by: string; path: string; body: unknown }) =>
      await supertest(served.app)
        .post(`/api${path}`)
        .set('Cookie', (await programme.signIn(by)).cookie)
        .set('Origin', served.publicUrl)
        .send(body as object)
    const volunteer = async () => visitor(served, { cookie: (await programme.signIn(pair.volunteer.userId)).cookie })
    const fields = (day: string, hour: number) => meetingFields(pair, { startsAt: `${day}T${hour}:00:00.000Z` })
    const form = (date: string) => ({
      match: pair.match,
      date,
      time: '18:00',
      minutes: '60',
      kind: 'one-to-one',
      placeKind: 'public',
      place: 'Library café',
      secondVolunteer: '',
      guardian: pair.child.guardianId,
      agreedOn: '2026-03-02',
      agreedWay: 'text',
    })
    const meetings = async () =>
      (
        await programme.query('select status::text as status from meetings where match_id = $1 order by starts_at', [
          pair.match,
        ])
      ).map(({ status }) => status)
    const propose = (day: string, hour: number) =>
      api({ by: pair.coordinator, path: '/meetings', body: fields(day, hour) })
    const confirm = (id: string) => api({ by: pair.confirmer, path: `/meetings/${id}/actions/confirm`, body: {} })

    // The last day, late in the evening.
    programme.clock.set('2026-03-10T16:30:00Z')
    const last = await propose('2026-03-10', 17)
    expect(last.status).toBe(201)
    expect((await confirm((last.body as { doc: { id: string } }).doc.id)).status).toBe(200)
    expect((await (await volunteer()).post('/portal/meetings/new', form('2026-03-10'))).headers.location).toBe(
      '/portal?done=meeting-proposed',
    )
    const [waiting] = await programme.query<{ id: string }>(
      "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-11T16:00:00Z', 60, 'one-to-one', 'public', 'Library café', '2026-03-02', 'text', 'proposed', 1, now(), now()) returning id",
      [pair.match, pair.child.id, pair.volunteer.id, pair.child.guardianId],
    )
    expect(await meetings()).toEqual(['confirmed', 'proposed', 'proposed'])
    expect(wordsOf(await (await volunteer()).get('/portal/record'))).toContain('You are cleared today')

    // One minute into the next.
    programme.clock.set('2026-03-11T00:01:00Z')
    for (const refused of [await propose('2026-03-11', 17), await confirm(waiting?.id ?? '')]) {
      expect([refused.status, refused.body]).toEqual([
        409,
        {
          errors: [
            expect.objectContaining({ rule, reason: expect.stringContaining(words), nextStep: expect.any(String) }),
          ],
        },
      ])
    }
    const page = await (await volunteer()).post('/portal/meetings/new', form('2026-03-11'))
    expect([page.status, wordsOf(page)]).toEqual([409, expect.stringContaining(words)])
    expect(await meetings()).toEqual(['confirmed', 'proposed', 'proposed'])
    const record = wordsOf(await (await volunteer()).get('/portal/record'))
    expect(record).not.toContain('You are cleared today')
    expect(record).toContain(words)
  },
)
