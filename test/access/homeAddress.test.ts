// Where a volunteer lives is looked for in everything that leaves the programme by another door than the volunteers'
// own.
import { beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { messageSource } from '../../src/boot/messageSource.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { claimNotification } from '../../src/core/notifications/claimNotification.ts'
import { readSheet } from '../../src/core/sheets/readSheet.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { activityWorkflow } from '../../src/programme/recruitment/activity/workflow.ts'
import { warnOfEndings } from '../../src/programme/recruitment/vetting/warnings.ts'
import { actingIn } from '../support/acting.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { anAskedParent, parentBrowser, type AskedParent, type ParentBrowser } from '../support/consent.ts'
import { aMatch, aMatchedPair, aVolunteer, meetingFields } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { visitor, wordsOf } from '../support/visitor.ts'

const HOME = 'canary-home'
let programme: TestProgramme
let served: TestApp
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let parent: AskedParent
let parents: ParentBrowser
const { act, create } = actingIn(() => programme)

beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  pair = await aMatchedPair(programme)
  const second = await aVolunteer({ ...programme, name: 'Jordan Example' })
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId, second.userId] })
  await programme.query("update volunteers set home_address = $1 || E'\\n' || id", [HOME])

  // Everything that sends a message about this volunteer or shows them to a family.
  parent = await anAskedParent(programme, { child: pair.child, coordinator: pair.coordinator })
  parents = parentBrowser(served)
  await parents.arrive(parent.token)
  await parents.post('/consent', await parents.signing())
  const meeting = async (changes: Record<string, unknown>): Promise<string> =>
    (await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair, changes) })).id
  const confirm = (id: string) => act({ by: pair.confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
  await confirm(await meeting({ placeKind: 'cinema', place: 'The Invented Cinema', secondVolunteer: second.id }))
  const off = await meeting({ startsAt: '2026-03-11T16:00:00.000Z' })
  await confirm(off)
  await act({
    by: pair.volunteer.userId,
    workflow: meetingWorkflow,
    id: off,
    action: 'cancel',
    input: { reason: 'A cold' },
  })
  await act({
    by: pair.confirmer,
    workflow: meetingWorkflow,
    id: await meeting({ startsAt: '2026-03-12T16:00:00.000Z' }),
    action: 'decline',
    input: { reason: 'The library is shut' },
  })
  const harper = visitor(served, { cookie: (await programme.signIn(pair.volunteer.userId)).cookie })
  await harper.post('/portal/logs/new', {
    match: pair.match,
    heldOn: '2026-03-02',
    location: 'Library café',
    runBy: 'Harper',
    attendees: 'Both',
  })
  await harper.post('/portal/record/pause', { wish: 'pause', words: 'A new job' })
})

test('[VOL-8] in no page of a parent, though the next meeting and who comes stand there', async () => {
  const pages = await Promise.all(
    ['/consent', '/consent/answers', '/consent/withdraw', '/consent/closed'].map((path) => parents.get(path)),
  )
  expect(wordsOf(pages[0]!)).toContain('With Harper')
  for (const { text } of pages) expect(text).not.toContain(HOME)
  expect((await parents.post('/consent/withdraw-one', { item: 'travel' })).text).not.toContain(HOME)
})

test('[VOL-8] in no file and no print of the working list, though the mentor’s name stands there', async () => {
  const cookie = (await programme.signIn(pair.coordinator)).cookie
  const get = async (path: string): Promise<Buffer> =>
    (await request(served.app).get(path).set('Cookie', cookie).responseType('blob')).body as Buffer
  const limits = { bytes: 1_000_000, rows: 1_000 }
  for (const form of ['csv', 'xlsx']) {
    const words = JSON.stringify(
      (await readSheet({ bytes: await get(`/working-list/file?form=${form}`), limits, by: 'somebody' })).pages[0]?.rows,
    )
    expect([form, words.includes('Harper Sample'), words.includes(HOME)]).toEqual([form, true, false])
  }
  const print = String(await get('/working-list/print'))
  expect([print.includes('Harper Sample'), print.includes(HOME)]).toEqual([true, false])
})

test('[VOL-8] in no message, neither as it waits nor as it is sent, to whomever it goes', async () => {
  const rendered = new Set(await renderWhatWaits())
  // What happens to a volunteer themselves: warnings, a pause, a handover.
  await programme.query(
    "update vetting_records set valid_until = '2026-03-20' where volunteer_id = $1 and kind = 'dbs-check'",
    [pair.volunteer.id],
  )
  const work = await programme.workOf({ kind: 'system', reason: 'a test of the daily job' })
  await inTransaction({ req: work.req, work: () => warnOfEndings(work) })
  await parents.post('/consent/withdraw')
  await aMatch({
    ...programme,
    childId: (await anAskedParent(programme)).child.id,
    volunteerId: pair.volunteer.id,
    contactId: pair.confirmer,
  })
  await act({
    by: pair.coordinator,
    workflow: activityWorkflow,
    id: pair.volunteer.id,
    action: 'pause',
    input: { reason: 'A new job' },
  })

  expect(JSON.stringify(await programme.query('select * from notifications'))).not.toContain(HOME)
  for (const template of await renderWhatWaits()) rendered.add(template)
  for (const template of [
    'meeting-proposed',
    'meeting-confirmed',
    'meeting-confirmed-parent',
    'meeting-cancelled-parent',
    'meeting-declined',
    'meeting-unconfirmed-parent',
    'log-submitted',
    'volunteer-wish',
    'clearance-ending-office',
    'handover-needed',
    'consent-copy',
  ])
    expect(rendered).toContain(template)
}, 120_000)

/** Renders every message that waits, as the worker does, and looks into it; gives their templates. */
const renderWhatWaits = async (): Promise<string[]> => {
  const source = messageSource({ payload: programme.payload, publicUrl: served.publicUrl })
  const rendered: string[] = []
  for (const { id } of await programme.query<{ id: string }>("select id from notifications where state = 'waiting'")) {
    const row = await claimNotification({ ...programme, id, domain: 'example.invalid', now: programme.clock.now() })
    if (!row?.recipient) throw new Error('Every message here goes to somebody.')
    const claimed = { ...row, recipient: row.recipient }
    const recipient = await source.resolveRecipient(claimed)
    const message = recipient && 'address' in recipient && (await source.renderMessage({ row: claimed, recipient }))
    if (!message) continue
    rendered.push(row.template)
    expect([row.template, JSON.stringify(message).includes(HOME)]).toEqual([row.template, false])
  }
  return rendered
}

test('[VOL-8] nor in what is logged', () => {
  expect(served.logged()).not.toContain(HOME)
})
