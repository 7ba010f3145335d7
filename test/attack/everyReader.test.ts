// A canary in every cell of the database that can hold words; then everybody who can come to a door reads all that they
// are given.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { emails } from '../../src/boot/emails.ts'
import { startProgrammeWorker } from '../../src/boot/work.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { recipientKindOf } from '../../src/core/house/audience.ts'
import { messagesOf } from '../../src/core/house/messages.ts'
import { createLogger } from '../../src/core/http/logger.ts'
import { enqueueNotifications } from '../../src/core/notifications/enqueueNotification.ts'
import type { NewNotification } from '../../src/core/notifications/notification.ts'
import { areas } from '../../src/programme/house.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtpSink.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { plantCanaries, type Planted } from './support/cells.ts'
import { everybody, type Somebody } from './support/everybody.ts'
import { KNOWN_READERS, mayKnow } from './support/mayKnow.ts'
import { restClient, type RestAnswer, type RestRequest } from './support/rest.ts'

const because = (reason: string, ...columns: string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, reason]))

/** Why a column that could hold words has no canary. */
const WITHOUT: Readonly<Record<string, string>> = {
  ...because(
    'made from what stands beside it, or from a secret',
    'audit_events.detail_digest',
    'audit_events.hash',
    'audit_events.previous_hash',
    'audit_events.salt',
    'audit_head.hash',
    'consent_scans.digest',
    'sessions.token_digest',
  ),
  ...because(
    'a name or id by which the software finds its way',
    'audit_events.action',
    'audit_events.actor_id',
    'audit_events.actor_kind',
    'audit_events.record_collection',
    'audit_events.record_id',
    'consent_copies.action',
    'form_drafts.form',
    'notifications.recipient_kind',
    'notifications.subject_collection',
    'notifications.subject_record',
    'notifications.template',
  ),
  ...because('where a form that was sent leads to, an address of ours', 'idempotency_keys.outcome'),
  ...because('a number, which is compared and stands in addresses', 'policy_versions.number'),
  ...because('a colour', 'programme_settings.accent'),
}

let programme: TestProgramme
let served: TestApp
let send: (request: RestRequest) => Promise<RestAnswer>
let planted: Planted
let people: ReadonlyMap<string, Somebody>
let sink: SmtpSink
const workerLog: string[] = []
const figures = { requests: 0, answered: 0, told: 0, wrong: new Set<string>() }
/** What was heard of, by reader and column. */
const heard = new Set<string>()
/** The pages that anybody came to by links: who is signed in tries all of them. */
const pages = new Set<string>()
const visited = new Map<string, Set<string>>()

beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
  sink = await startSmtpSink()
  ;({ people } = await everybody({ programme, served }))
  const wordings = await programme.query<{ id: string }>(
    "select v.id from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording'",
  )
  const atHome = await programme.query<{ id: string }>(
    "select id from meetings where place_kind in ('home', 'private')",
  )
  await programme.query('delete from rate_limits')
  // Of a meeting at home the database itself keeps but two words; where it is stands apart and holds a canary. The
  // consent wording is read by its headings, to the letter; what a parent signed of it holds canaries.
  planted = await plantCanaries({
    superuserUrl: programme.database.superuserUrl,
    without: WITHOUT,
    kept: { 'policy_versions.text': wordings.map(({ id }) => id), 'meetings.place': atHome.map(({ id }) => id) },
  })
}, 600_000)

afterAll(async () => {
  await sink.stop()
})

test('every column that can hold words has a canary, or a reason why it has none', () => {
  expect(planted.bare).toEqual([])
  expect([...people.keys()].filter((name) => !KNOWN_READERS.includes(name))).toEqual([])
  expect(planted.canaries).toBeGreaterThan(1_200)
})

test('[MAT-7, VOL-8, CON-6, ELG-2, DAT-5] whoever follows every link that they are given learns nothing that is not theirs to know', async () => {
  for (const [name, { reads, starts }] of people) {
    const told = await reads.follow(starts)
    visited.set(name, new Set(told.map(({ path }) => path)))
    for (const { path, words, status } of told) {
      pages.add(path)
      note({ name, door: path, words, status })
    }
    await programme.query('delete from rate_limits')
  }
  expect([...figures.wrong]).toEqual([])
}, 600_000)

test('[MAT-7, VOL-8, DAT-6] no page that somebody else came to tells more, and neither does the panel’s interface, however deep it is asked', async () => {
  for (const [name, { reads, cookie }] of people) {
    if (cookie === undefined && name !== 'anonymous') continue
    for (const path of pages) if (!visited.get(name)?.has(path)) note({ name, door: path, ...(await reads.get(path)) })
    const ask = async (path: string): Promise<RestAnswer> => {
      const answer = await send({ path, ...(cookie === undefined ? {} : { cookie }) })
      note({ name, door: `/api${path}`, words: answer.text, status: answer.status })
      return answer
    }
    for (const { slug } of programme.payload.config.collections) await ask(`/${slug}?limit=1000&depth=3`)
    for (const { slug } of programme.payload.config.globals) await ask(`/globals/${slug}?depth=3`)
    await ask('/access')
    await programme.query('delete from rate_limits')
  }
  expect([...figures.wrong]).toEqual([])
}, 600_000)

test('the canaries sing for those who may hear them, so that silence means something', () => {
  const sings = (name: string, ...columns: string[]): void =>
    expect([name, columns.filter((column) => !heard.has(`${name} ${column}`))]).toEqual([name, []])
  sings(
    'matched volunteer',
    'children.name surname',
    'child_backgrounds.background',
    'medical_needs.allergies',
    'guardians.mobile',
    'session_logs.comment',
    'meetings.place',
    'policy_versions.text',
    'volunteers.home_address',
  )
  sings(
    'safeguarding lead',
    'audit_events.detail',
    'notifications.details',
    'families.home_address',
    'consent_requests.wording',
    'vetting_records.certificate_number',
    'interview_notes.words',
    'consent_scans.bytes',
  )
  sings(
    'co-ordinator',
    'working_list_entries.comment',
    'directory_entries.note',
    'referral_words.text',
    'applications.home_address',
  )
  sings('administrator', 'users.email', 'support_levels.offered')
  sings('parent after the check', 'children.known_as')
  sings('parent who signed', 'consent_copies.facts')
  sings('referrer by the track link', 'incoming_referrals.reference')
  sings('referrer by a draft', 'form_drafts.answers')
  sings('applicant by a draft', 'form_drafts.answers')
  sings('applicant by the track link', 'applications.code')
  sings('referee before answering', 'applications.name')
  sings('somebody whose view is asked', 'view_requests.question')
})

test('[MAT-7, CON-6] one cell too many is found and named: what the committee reads of other families and of the other parent, were a volunteer or a parent given it', async () => {
  const { text } = await send({
    path: '/consent-requests?limit=1000&depth=3',
    cookie: people.get('committee')?.cookie ?? '',
  })
  expect(wrongIn({ name: 'matched volunteer', door: '/leak', words: text })).toContain(
    'matched volunteer learns families.home_address at /leak',
  )
  expect(wrongIn({ name: 'second parent who signed', door: '/leak', words: text })).toContain(
    'second parent who signed learns guardians.mobile at /leak',
  )
  expect(wrongIn({ name: 'anonymous', door: '/leak', words: text })).toContain(
    'anonymous learns children.name at /leak',
  )
})

test('[DAT-5, MTG-6, SAF-5] an email of every template tells its reader their own first name and how to reach the charity, and no more of what is stored', async () => {
  const environment = { ...served.environment, smtpUrl: sink.url }
  const worker = startProgrammeWorker({
    payload: programme.payload,
    environment,
    logger: createLogger({ level: 'info', destination: { write: (line: string) => void workerLog.push(line) } }),
    clock: programme.clock,
  })
  const notifications = await oneOfEachTemplate()
  const work = await programme.workOf({ kind: 'system', reason: 'a test' })
  await inTransaction({
    req: work.req,
    work: () => enqueueNotifications({ query: work.query, now: work.now, notifications }),
  })
  await waitUntil({
    what: 'every message to be dealt with',
    timeoutMilliseconds: 300_000,
    holds: async () =>
      (
        await programme.query(
          "select 1 from notifications where dedupe_key like 'every-reader:%' and state in ('waiting', 'sending') and attempts = 0",
        )
      ).length === 0,
  })
  await worker.stop({ withinSeconds: 5 })
  for (const { parsed, to } of sink.messages) {
    figures.requests += 1
    for (const { column } of planted.tellsOf(`${parsed.subject} ${String(parsed.html)} ${parsed.text}`))
      if (!IN_EMAILS.has(column)) figures.wrong.add(`an email “${parsed.subject}” to ${to.join()} tells of ${column}`)
  }
  expect([...figures.wrong]).toEqual([])
  expect(sink.messages.length).toBeGreaterThan(25)
}, 600_000)

test('[DAT-5] neither the log of all that nor the figures hold a word of what is stored', () => {
  expect(planted.tellsOf(served.logged()).map(({ column }) => column)).toEqual([])
  expect(planted.tellsOf(workerLog.join('')).map(({ column }) => column)).toEqual([])
  console.info(
    `Every reader: ${planted.canaries} canaries in ${planted.columns.length} columns, ${people.size} readers, ${figures.requests} answers (${figures.answered} of them with 200), ${figures.told} cells told of, ${figures.wrong.size} wrong.`,
  )
})

/**
 * What an email may hold of what is stored: the reader's own first name, the charity's, and a reference that they
 * quote.
 */
const IN_EMAILS = new Set([
  'users.name',
  'guardians.name',
  'programme_settings.charity_name',
  'programme_settings.office_email',
  'programme_settings.office_phone',
  'applications.name',
  'volunteer_references.referee_name',
  'incoming_referrals.referrer_name',
  'view_requests.name',
])

const note = ({ name, door, words, status }: { name: string; door: string; words: string; status: number }): void => {
  figures.requests += 1
  if (status === 200) figures.answered += 1
  if (status >= 500 && status !== 503) figures.wrong.add(`${name} ${door}: ${status}`)
  for (const { column } of planted.tellsOf(words)) {
    figures.told += 1
    heard.add(`${name} ${column}`)
  }
  for (const wrong of wrongIn({ name, door, words })) figures.wrong.add(wrong)
}

/** What this reader is told in an answer and may not know: who, what, at which door. */
const wrongIn = ({ name, door, words }: { name: string; door: string; words: string }): string[] => {
  const somebody = people.get(name)
  if (!somebody) throw new Error(`Nobody is called ${name}.`)
  return planted
    .tellsOf(words)
    .flatMap((cell) =>
      mayKnow({ name, somebody, cell })
        ? []
        : [`${name} learns ${cell.column} at ${door.replaceAll(/[0-9a-f-]{36}/g, ':id')}`],
    )
}

/** Every template once with each of its samples’ details, about a record of its kind, to somebody who would get it. */
const oneOfEachTemplate = async (): Promise<NewNotification[]> => {
  const first = async (table: string, where = 'true'): Promise<string> =>
    (await programme.query<{ id: string }>(`select id from ${table} where ${where} order by id limit 1`))[0]?.id ?? ''
  const user = await first('users', "standing = 'open'")
  const parent = people.get('parent after the check')?.own
  const meeting = await first('meetings')
  const own = (name: string, thing: string): string => people.get(name)?.own[thing] ?? ''
  const about: ReadonlyArray<[RegExp, { collection: string; record: string }]> = [
    [/^form-link/, { collection: 'form-drafts', record: own('referrer by a draft', 'draft') }],
    [/^application/, { collection: 'applications', record: own('applicant by the track link', 'application') }],
    [
      /^reference-requested/,
      { collection: 'volunteer-references', record: own('referee before answering', 'reference') },
    ],
    [
      /^referral-(received|decided|question)/,
      { collection: 'incoming-referrals', record: own('referrer by the track link', 'incoming') },
    ],
    [/^view-asked/, { collection: 'view-requests', record: own('somebody whose view is asked', 'view') }],
    [
      /^(consent-requested|consent-copy)|^consent.*-parent$/,
      { collection: 'consent-requests', record: parent?.request ?? '' },
    ],
    [/./, { collection: 'meetings', record: meeting }],
  ]
  const recipients: Record<string, NewNotification['recipient']> = {
    user: { kind: 'user', id: user },
    guardian: { kind: 'guardian', id: parent?.guardian ?? '' },
    subject: { kind: 'subject' },
    address: { kind: 'address', address: 'office@example.invalid' },
  }
  return [...messagesOf(areas)].flatMap(([template, message]) =>
    Object.entries(emails[template as keyof typeof emails].samples).map(([sample, props]) => {
      const subject = about.find(([pattern]) => pattern.test(template))?.[1]
      const recipient = recipients[recipientKindOf(message.to)]
      if (!subject || !recipient) throw new Error(`Nobody is written to by ${template}.`)
      const {
        recipientName: _name,
        link: _link,
        code: _code,
        about: _about,
        ...details
      } = props as Record<string, unknown>
      return { message, recipient, subject, details, dedupeKey: `every-reader:${template}:${sample}` }
    }),
  )
}
