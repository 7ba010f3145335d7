import pg from 'pg'
import type { Query } from '../../../src/core/database/query.ts'
import { trackToken, viewToken } from '../../../src/programme/referrals/incoming/trackLinks.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import type { TestApp } from '../../support/app.ts'
import { anApplicant, newestToken, refereeSays } from '../../support/applications.ts'
import { anAskedParent, answerFields, BIRTHDAY } from '../../support/consent.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom, insertOne } from '../../support/people.ts'
import type { TestProgramme } from '../../support/programme.ts'
import { anIncomingReferral, SCHOOL_REFERRAL } from '../../support/referrer.ts'
import { hiddenIn } from '../../support/visitor.ts'
import { aReferral } from '../../support/story.ts'
import { ACTORS, theCast, type Cast } from './cast.ts'
import { plantRow } from './plant.ts'
import { reader, type Reader } from './reader.ts'

/** Somebody who reads: with what they come, where they begin, and which records are about them or theirs. */
export type Somebody = {
  reads: Reader
  /** The sign-in that they use with the interface of the panel; undefined for those who only hold a link. */
  cookie?: string | undefined
  starts: readonly string[]
  /** Ids of what is theirs, by what it is to them. */
  own: Record<string, string>
}

/** The whole programme with everybody who can come to any of its doors, each where they stand on 3 March 2026. */
export const everybody = async ({
  programme,
  served,
}: {
  programme: TestProgramme
  served: TestApp
}): Promise<{ cast: Cast; people: ReadonlyMap<string, Somebody> }> => {
  const { query, signIn } = programme
  const cast = await theCast(programme)
  const people = new Map<string, Somebody>()
  const child = cast.children.first
  await plantEmptyTables({
    programme,
    anchors: {
      children: child.id,
      families: child.familyId,
      guardians: child.guardianId,
      matches: child.match,
      meetings: child.meeting,
      session_logs: child.log,
      volunteers: cast.volunteers.matched,
      users: cast.users.committee,
    },
  })

  const [capture] = await cast.ids('consent-captures')
  const childOf: Record<string, { id: string; familyId?: string; guardianId: string; match?: string }> = {
    'matched volunteer': cast.children.first,
    'former volunteer': cast.children.past,
    'outlasted volunteer': cast.children.outlasted,
    'other volunteer': cast.children.second,
    'proposed volunteer': cast.proposed,
  }
  const signedIn = (
    name: string,
    {
      cookie,
      user,
      volunteer,
      of,
    }: {
      cookie: string | undefined
      user?: string | undefined
      volunteer?: string | undefined
      of?: (typeof childOf)[string] | undefined
    },
  ): void => {
    const own = { user, volunteer, child: of?.id, family: of?.familyId, guardian: of?.guardianId, match: of?.match }
    people.set(name, {
      reads: reader(served, { cookie }),
      cookie,
      starts: [
        '/',
        '/portal',
        '/account',
        '/portal/record',
        '/portal/calendar',
        '/portal/policies',
        '/portal/guidance',
        '/portal/directory',
        '/working-list/print',
        '/working-list/file?form=csv',
        '/working-list/file?form=xlsx',
        '/directory/file?form=csv',
        '/directory/file?form=xlsx',
        '/paper-form',
        `/consent-scans/${capture ?? ''}`,
        '/no-such-page',
        '/verify',
        '/refer',
        '/apply',
      ],
      own: Object.fromEntries(Object.entries(own).flatMap(([key, id]) => (id === undefined ? [] : [[key, id]]))),
    })
  }
  const volunteerIds: Record<string, string> = cast.volunteers
  const userIds: Record<string, string> = cast.users
  for (const actor of ACTORS.filter((name) => name !== 'link-holder'))
    signedIn(actor, {
      cookie: cast.cookies[actor],
      user: userIds[actor],
      volunteer: volunteerIds[actor.replace(' volunteer', '')],
      of: childOf[actor],
    })
  for (const mentor of ['matched volunteer', 'other volunteer'])
    Object.assign(people.get(mentor)?.own ?? {}, { contact: cast.users.committee })

  const roleless = await aPerson({ query, name: 'Rory Noroles' })
  signedIn('somebody without a role', { cookie: (await signIn(roleless)).cookie, user: roleless })
  for (const [name, moment] of [
    ['second volunteer today', '2026-03-03T16:00:00Z'],
    ['second volunteer next week', '2026-03-10T16:00:00Z'],
    ['second volunteer last week', '2026-02-24T16:00:00Z'],
  ] as const) {
    const { id, userId } = await aVolunteer({ query, name: 'Sky Secondly' })
    await query(
      "insert into policy_acceptances (id, version_id, user_id, typed_name, text_digest, accepted_at, status, created_at, updated_at, row_version) select gen_random_uuid(), version_id, $1, 'Sky Secondly', 'as shown', accepted_at, status, created_at, updated_at, 1 from policy_acceptances where id = $2",
      [userId, cast.policy.acceptances['matched volunteer']],
    )
    const meeting = await insertOne({
      query,
      collection: 'meetings',
      row: {
        match_id: child.match,
        child_id: child.id,
        volunteer_id: cast.volunteers.matched,
        second_volunteer_id: id,
        guardian_id: child.guardianId,
        starts_at: moment,
        minutes: 30,
        kind: 'one-to-one',
        place_kind: 'cinema',
        place: 'The Odeon',
        agreed_on: '2026-02-20',
        agreed_way: 'text',
        status: 'confirmed',
        row_version: 1,
      },
    })
    signedIn(name, { cookie: (await signIn(userId)).cookie, user: userId, volunteer: id, of: child })
    Object.assign(people.get(name)?.own ?? {}, { meeting, contact: cast.users.committee })
  }
  await linkHolders({ programme, served, cast, people })
  return { cast, people }
}

type Given = { programme: TestProgramme; served: TestApp; cast: Cast; people: Map<string, Somebody> }

const linkHolders = async ({ programme, served, cast, people }: Given): Promise<void> => {
  const { query, payload } = programme
  const holder = (name: string, { reads, starts, own }: Pick<Somebody, 'reads' | 'starts' | 'own'>): void =>
    void people.set(name, { reads, starts, own })
  const coordinator = cast.users['co-ordinator']
  const parents = [
    '/consent',
    '/consent/answers',
    '/consent/copy',
    '/consent/copy/1',
    '/consent/withdraw',
    '/consent/call',
    '/consent/code',
    '/consent/code/type',
    '/consent/new-link',
  ]
  const parent = async (
    name: string,
    child?: { id: string; familyId: string; guardianId: string },
  ): Promise<Somebody> => {
    const asked = await anAskedParent(programme, { coordinator, ...(child ? { child } : {}) })
    const made: Somebody = {
      reads: reader(served),
      starts: parents,
      own: {
        child: asked.child.id,
        family: asked.child.familyId,
        guardian: asked.child.guardianId,
        request: asked.requestId,
      },
    }
    await made.reads.get(`/consent/${asked.token}`)
    people.set(name, made)
    return made
  }
  const arrived = async (name: string, child?: Parameters<typeof parent>[1]): Promise<Somebody> => {
    const made = await parent(name, child)
    await made.reads.post('/consent/check', BIRTHDAY)
    return made
  }
  const signed = async (name: string, child?: Parameters<typeof parent>[1]): Promise<Somebody> => {
    const made = await arrived(name, child)
    const form = { text: (await made.reads.get('/consent')).words }
    const marks = Object.fromEntries(['wording', 'answers', 'version'].map((field) => [field, hiddenIn(form, field)]))
    await made.reads.post('/consent', {
      step: 'sign',
      ...marks,
      ...answerFields(),
      parentalResponsibility: 'yes',
      name: 'Alex Testerton',
    })
    return made
  }
  await parent('parent before the check')
  await arrived('parent after the check')
  const withdrawn = await signed('parent who withdrew')
  await withdrawn.reads.post('/consent/withdraw', { sure: 'yes' })
  const both = await aChild({ query, name: 'Billie Bothparents' })
  const { id: volunteerId, userId } = await aVolunteer({ query, name: 'Vic Theirs' })
  const match = await aMatch({ query, childId: both.id, volunteerId, contactId: cast.users.committee })
  const one = await signed('parent who signed', both)
  const other = await insertOne({
    query,
    collection: 'guardians',
    row: {
      name: 'Lou Otherton',
      family_id: both.familyId,
      relationship: 'Father',
      email: 'lou@example.invalid',
      mobile: '07700 900457',
      parental_responsibility: true,
      contact_rule: 'usual',
      row_version: 1,
    },
  })
  const second = await signed('second parent who signed', { ...both, guardianId: other })
  for (const somebody of [one, second])
    Object.assign(somebody.own, { volunteer: volunteerId, user: userId, match, contact: cast.users.committee })
  await consentFrom({ query, childId: both.id, guardianId: other, items: ['photographs'] })

  const incoming = await anIncomingReferral(programme)
  const track = reader(served)
  await track.get(`/refer/track/${trackToken({ payload, id: incoming, email: 'sam.canary@school.invalid' })}`)
  holder('referrer by the track link', {
    reads: track,
    starts: ['/refer/track', '/refer/view', '/refer'],
    own: { incoming },
  })
  const referral = await aReferral({ query, childId: cast.children.first.id, enteredBy: coordinator })
  const { person } = await programme.signIn(cast.users.committee)
  const view = await asUser(await programme.workOf(person)).create({
    collection: 'view-requests',
    data: {
      referral,
      askedGroup: 'school',
      name: 'Kim Unreal',
      email: 'kim@school.invalid',
      question: 'How is the child at school?',
    },
  })
  const asked = reader(served)
  await asked.get(`/refer/view/${viewToken({ payload, id: view.id, email: 'kim@school.invalid' })}`)
  holder('somebody whose view is asked', {
    reads: asked,
    starts: ['/refer/view', '/refer/track'],
    own: { view: view.id, child: cast.children.first.id },
  })
  holder('referrer by a draft', await aDraft({ served, query, form: 'refer', pages: SCHOOL_REFERRAL }))
  holder(
    'applicant by a draft',
    await aDraft({
      served,
      query,
      form: 'apply',
      pages: {
        age: { 'bornOn-day': '15', 'bornOn-month': '7', 'bornOn-year': '1991' },
        name: { name: 'Reese Placeholder' },
        contact: { email: 'reese@example.invalid', mobile: '07700 900321' },
        home: { homeAddress: 'Somewhere, Andover' },
        why: { why: 'I had a mentor once.' },
      },
    }),
  )

  const applicant = await anApplicant(programme)
  await performAction({
    work: await programme.workOf(person),
    workflow: applicationWorkflow,
    id: applicant.id,
    action: 'consider',
    input: {},
  })
  const applies = reader(served)
  await applies.get(`/apply/track/${await newestToken(programme, { table: 'applications', id: applicant.id })}`)
  holder('applicant by the track link', {
    reads: applies,
    starts: ['/apply/track', '/apply'],
    own: { application: applicant.id },
  })
  for (const [name, id] of [
    ['referee before answering', applicant.references[0]],
    ['referee after answering', applicant.references[1]],
  ] as const) {
    const referee = reader(served)
    await referee.get(`/reference/${await newestToken(programme, { table: 'volunteer_references', id })}`)
    if (name === 'referee after answering') await referee.post('/reference', { can: 'yes', ...refereeSays() })
    holder(name, {
      reads: referee,
      starts: ['/reference', '/apply/track'],
      own: { reference: id, application: applicant.id },
    })
  }
}

/** Somebody who began a public form and kept it: what they typed stands in a draft. */
const aDraft = async ({
  served,
  query,
  form,
  pages,
}: {
  served: TestApp
  query: Query
  form: string
  pages: Readonly<Record<string, Readonly<Record<string, string>>>>
}): Promise<Pick<Somebody, 'reads' | 'starts' | 'own'>> => {
  const reads = reader(served)
  for (const [page, fields] of Object.entries(pages)) await reads.post(`/${form}/${page}`, fields)
  const [draft] = await query<{ id: string }>(
    'select id from form_drafts where form = $1 and answers::text like $2 order by created_at desc limit 1',
    [form, form === 'refer' ? '%Sampleton%' : '%Reese%'],
  )
  return {
    reads,
    starts: [
      `/${form}/go-on`,
      `/${form}/check`,
      `/${form}/save`,
      `/${form}`,
      ...Object.keys(pages).map((page) => `/${form}/${page}`),
    ],
    own: { draft: String(draft?.id) },
  }
}

/**
 * One row in each table with words that is still empty, about the matched volunteer’s child where it can be. Past what
 * the application may write, for its tables count as well.
 */
const plantEmptyTables = async ({
  programme,
  anchors,
}: {
  programme: TestProgramme
  anchors: Readonly<Record<string, string>>
}): Promise<void> => {
  const pool = new pg.Pool({
    connectionString: programme.database.superuserUrl,
    max: 1,
    options: '-c session_replication_role=replica',
  })
  const query: Query = async (text, values) => (await pool.query(text, values ? [...values] : undefined)).rows
  const tables = await query<{ name: string }>(
    "select distinct table_name::text as name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'bytea') order by 1",
  )
  for (const { name } of tables.filter(({ name: table }) => !BY_THE_SOFTWARE.has(table)))
    await plantRow({ query, table: name, anchors })
  await query(
    "insert into consent_scans (capture_id, media_type, bytes, digest, added_at) select id, 'application/pdf', '%PDF', encode(sha256('%PDF'), 'hex'), now() from consent_captures limit 1",
  )
  await pool.end()
}

/**
 * What only makes sense as the software writes it: the audit's chain, marks of copies, of codes and of joined records,
 * what was sent twice.
 */
const BY_THE_SOFTWARE = new Set([
  'audit_events',
  'audit_head',
  'rate_limits',
  'idempotency_keys',
  'consent_copy_files',
  'consent_scans',
  'consent_email_codes',
  'mail_event_signatures',
  'child_merge_runs',
  'child_merge_moves',
  'past_consent_links',
  'payload_migrations',
])
