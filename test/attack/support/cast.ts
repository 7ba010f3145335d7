import { randomUUID } from 'node:crypto'
import { asUser } from '../../../src/core/access/localApi.ts'
import { insertRows } from '../../../src/core/database/insertRows.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom } from '../../support/people.ts'
import type { TestProgramme } from '../../support/programme.ts'

/** Everybody whose reach is measured. */
export const ACTORS = [
  'anonymous',
  'matched volunteer',
  'unmatched volunteer',
  'paused volunteer',
  'former volunteer',
  'outlasted volunteer',
  'other volunteer',
  'proposed volunteer',
  'unchosen volunteer',
  'co-ordinator',
  'committee',
  'trustee',
  'administrator',
  'safeguarding lead',
  'closed account',
  'reopened account',
  'ended session',
  'sleeping session',
  'link-holder',
] as const

/** The name of one of them. */
export type ActorName = (typeof ACTORS)[number]

/** Texts that must never reach somebody who may not read them; each is found nowhere else. */
type Canaries = {
  volunteerHomes: string[]
  familyHomes: string[]
  familyDoors: string[]
  certificates: string[]
  mobiles: string[]
  backgrounds: string[]
  vetting: string[]
  medical: string[]
  secrets: string[]
}

/**
 * Two children with their matches, meetings, logs and everything round them, one past match, and a person for each
 * role.
 */
export type Cast = {
  cookies: Record<ActorName, string | undefined>
  users: Record<Exclude<ActorName, 'anonymous' | 'link-holder' | 'ended session' | 'sleeping session'>, string>
  volunteers: {
    matched: string
    unmatched: string
    paused: string
    former: string
    outlasted: string
    other: string
    proposed: string
    unchosen: string
  }
  /** `first` is the matched volunteer's child, `second` the other's, `past` the former volunteer's and now nobody's, `outlasted` one whose match is past its last day and which nobody has ended. `proposed` is the child for whom the committee
   * chose the proposed volunteer, and a co-ordinator alone the unchosen one. */
  children: Record<
    'first' | 'second' | 'past' | 'outlasted',
    {
      id: string
      familyId: string
      guardianId: string
      match: string
      meeting: string
      log: string
      addendum: string
      address: string
      background: string
      medical: string
    }
  >
  proposed: { id: string; guardianId: string; match: string; background: string; medical: string }
  /** The confidentiality agreement: its adopted version, its draft, and who accepted the one. */
  policy: {
    adopted: string
    draft: string
    wording: string
    acceptances: Record<
      | 'matched volunteer'
      | 'other volunteer'
      | 'former volunteer'
      | 'outlasted volunteer'
      | 'paused volunteer'
      | 'proposed volunteer'
      | 'unchosen volunteer',
      string
    >
  }
  /** The matched volunteer's own availability, and their wish to pause. */
  availability: string
  wish: string
  canaries: Canaries
  /** The ids of every record there is, by collection. */
  ids: (collection: string) => Promise<string[]>
}

/** Sets the cast up on an empty database. */
export const theCast = async ({ query, signIn, clock, workOf }: TestProgramme): Promise<Cast> => {
  const canary = (kind: string): string => `canary-${kind}-${randomUUID()}`
  const canaries: Canaries = {
    volunteerHomes: [],
    familyHomes: [],
    familyDoors: [],
    certificates: [],
    mobiles: [],
    backgrounds: [],
    vetting: [],
    medical: [],
    secrets: [],
  }
  const stamp = { created_at: '2026-02-01T09:00:00Z', updated_at: '2026-02-01T09:00:00Z' }
  const insert = async (collection: string, row: Record<string, unknown>): Promise<string> => {
    const id = randomUUID()
    await insertRows({
      query,
      collection,
      rows: [{ id, ...stamp, ...(UNVERSIONED.includes(collection) ? {} : { row_version: 1 }), ...row }],
    })
    return id
  }
  const volunteer = async (name: string, standing = 'active'): Promise<{ id: string; userId: string }> => {
    const made = await aVolunteer({ query, name })
    const [home, certificate] = [canary('volunteer-home'), randomDigits(12)]
    const mobile = `+4477${randomDigits(8)}`
    canaries.volunteerHomes.push(home)
    canaries.certificates.push(certificate)
    canaries.mobiles.push(mobile)
    await query('update volunteers set home_address = $2, mobile = $3, standing = $4 where id = $1', [
      made.id,
      home,
      mobile,
      standing,
    ])
    await query("update vetting_records set certificate_number = $2 where volunteer_id = $1 and kind = 'dbs-check'", [
      made.id,
      certificate,
    ])
    return made
  }
  const family = async (name: string) => {
    const child = await aChild({ query, name })
    const [home, mobile] = [canary('family-home'), `+4477${randomDigits(8)}`]
    canaries.familyHomes.push(home)
    canaries.mobiles.push(mobile)
    await query('update families set home_address = $2 where id = $1', [child.familyId, home])
    await query('update guardians set mobile = $2 where id = $1', [child.guardianId, mobile])
    await consentFrom({ query, childId: child.id, guardianId: child.guardianId, items: ['taking-part', 'meetings'] })
    return child
  }

  const needsOf = (childId: string): Promise<string> => {
    const needs = canary('medical')
    canaries.medical.push(needs)
    return insert('medical-needs', { child_id: childId, allergies: needs })
  }

  const committee = await aPerson({
    query,
    name: 'Casey Standin',
    roles: ['committee'],
    designations: ['meeting-confirmer'],
  })
  const users = {
    committee,
    'co-ordinator': await aPerson({ query, name: 'Morgan Specimen', roles: ['co-ordinator'] }),
    trustee: await aPerson({ query, name: 'Toni Trusty', roles: ['trustee'] }),
    administrator: await aPerson({ query, name: 'Ada Minister', roles: ['administrator'] }),
    'safeguarding lead': await aPerson({
      query,
      name: 'Sam Guarding',
      roles: ['committee'],
      designations: ['safeguarding-lead'],
    }),
    'reopened account': await aPerson({
      query,
      name: 'Robin Reopened',
      roles: ['committee', 'administrator'],
      designations: ['safeguarding-lead'],
    }),
    'closed account': await aPerson({
      query,
      name: 'Chris Closed',
      roles: ['committee', 'administrator'],
      designations: ['safeguarding-lead'],
    }),
  }
  const matched = await volunteer('Harper Sample')
  const unmatched = await volunteer('Uma Unmatched')
  const paused = await volunteer('Pat Paused')
  const former = await volunteer('Fern Former')
  const outlasted = await volunteer('Olive Outlasted')
  const other = await volunteer('Otis Other')
  const proposed = await volunteer('Perry Proposed')
  const unchosen = await volunteer('Una Unchosen')

  const mentoring = async (
    name: string,
    held: { id: string; userId: string },
    over: 'no' | 'ended' | 'outlasted' = 'no',
  ) => {
    const ended = over === 'ended'
    const child = await family(name)
    const match = await aMatch({
      query,
      childId: child.id,
      volunteerId: held.id,
      contactId: committee,
      status: ended ? 'ended' : 'active',
      endsOn: over === 'no' ? null : ended ? '2026-02-20' : '2026-03-02',
    })
    const meeting = await insert('meetings', {
      match_id: match,
      child_id: child.id,
      volunteer_id: held.id,
      guardian_id: child.guardianId,
      starts_at: ended ? '2026-02-10T16:00:00Z' : '2026-03-10T16:00:00Z',
      minutes: 60,
      kind: 'family',
      place_kind: 'home',
      place: 'At home',
      agreed_on: '2026-02-01',
      agreed_way: 'text',
      status: ended ? 'held' : 'proposed',
      proposed_by_id: held.userId,
    })
    const door = canary('family-door')
    canaries.familyDoors.push(door)
    const address = await insert('meeting-addresses', { meeting_id: meeting, address: door })
    const log = await insert('session-logs', {
      child_id: child.id,
      match_id: match,
      volunteer_id: held.id,
      meeting_id: ended ? meeting : null,
      held_on: '2026-02-10',
      location: 'Library café',
      run_by: name,
      attendees: 'Both',
      comment: 'Good',
      meeting_was_confirmed: true,
      written_by_id: held.userId,
      submitted_at: '2026-02-10T19:00:00Z',
      status: 'submitted',
    })
    const addendum = await insert('log-addenda', {
      log_id: log,
      text: 'One more thing.',
      written_by_id: held.userId,
      status: 'added',
    })
    const words = canary('background')
    canaries.backgrounds.push(words)
    const background = await insert('child-backgrounds', { child_id: child.id, background: words })
    return { ...child, match, meeting, log, addendum, address, background, medical: await needsOf(child.id) }
  }
  const children = {
    first: await mentoring('Robin Testerton', matched),
    second: await mentoring('Jo Exampleton', other),
    past: await mentoring('Kim Oldfield', former, 'ended'),
    outlasted: await mentoring('Lou Lastday', outlasted, 'outlasted'),
  }
  const hoped = await family('Win Waiting')
  const hopedWords = canary('background')
  canaries.backgrounds.push(hopedWords)
  const proposedChild = {
    ...hoped,
    match: await aMatch({
      query,
      childId: hoped.id,
      volunteerId: proposed.id,
      contactId: committee,
      status: 'proposed',
    }),
    background: await insert('child-backgrounds', { child_id: hoped.id, background: hopedWords }),
    medical: await needsOf(hoped.id),
  }
  await query('update matches set chosen_by_id = $2 where id = $1', [proposedChild.match, committee])
  await aMatch({ query, childId: hoped.id, volunteerId: unchosen.id, contactId: committee, status: 'proposed' })
  await insert('child-merges', {
    keep_id: children.first.id,
    leave_id: children.second.id,
    why: 'Same school, same birthday',
    proposed_by_id: committee,
    status: 'proposed',
  })
  await insert('sibling-links', { child_id: children.first.id, sibling_id: children.second.id, kind: 'half' })
  const pausedChild = await family('Pia Waiting')
  await aMatch({ query, childId: pausedChild.id, volunteerId: paused.id, contactId: committee })
  await query("update volunteers set standing = 'paused' where id = $1", [paused.id])
  const policy = await insert('policies', {
    kind: 'confidentiality-agreement',
    title: 'Confidentiality agreement',
    must_be_accepted: false,
  })
  const version = {
    policy_id: policy,
    text: {
      root: {
        type: 'root',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: [
          {
            type: 'paragraph',
            version: 1,
            children: [{ type: 'text', version: 1, text: 'We keep what we hear to ourselves.' }],
          },
        ],
      },
    },
    author_id: committee,
  }
  const adopted = await insert('policy-versions', {
    ...version,
    number: '1.0',
    status: 'adopted',
    adopted_on: '2025-09-01',
  })
  const [wording] = await query<{ id: string }>(
    "select v.id from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording'",
  )
  const draft = await insert('policy-versions', { ...version, number: '2.0', status: 'draft' })
  const accepted = ({ userId }: { userId: string }): Promise<string> =>
    insert('policy-acceptances', {
      version_id: adopted,
      user_id: userId,
      typed_name: 'Their name',
      text_digest: 'as shown',
      accepted_at: '2025-09-02T09:00:00Z',
      status: 'accepted',
    })
  const acceptances = {
    'matched volunteer': await accepted(matched),
    'other volunteer': await accepted(other),
    'former volunteer': await accepted(former),
    'outlasted volunteer': await accepted(outlasted),
    'paused volunteer': await accepted(paused),
    'proposed volunteer': await accepted(proposed),
    'unchosen volunteer': await accepted(unchosen),
  }
  const [check] = await query<{ id: string }>(
    "select id from vetting_records where volunteer_id = $1 and kind = 'dbs-check'",
    [matched.id],
  )
  const [shownTo, withdrawnWhy, standingWhy, exceptionWhy] = [
    canary('shown-to'),
    canary('withdrawn'),
    canary('standing'),
    canary('exception'),
  ]
  canaries.vetting.push(shownTo, withdrawnWhy, standingWhy, exceptionWhy)
  await insert('dbs-disclosures', {
    check_id: check?.id,
    shown_to: shownTo,
    shown_on: '2026-01-15',
    purpose: 'To decide',
    recorded_by_id: committee,
    status: 'recorded',
  })
  await insert('dbs-status-checks', {
    check_id: check?.id,
    checked_on: '2026-01-15',
    result: 'no-change',
    holds_until: '2027-12-31',
    checked_by_id: committee,
    status: 'recorded',
  })
  await query('update vetting_records set withdrawn_reason = $2 where id = $1', [check?.id, withdrawnWhy])
  await query('update volunteers set standing_reason = $2 where id = $1', [paused.id, standingWhy])
  await insert('capacity-overrides', {
    volunteer_id: unmatched.id,
    children: 3,
    reason: exceptionWhy,
    proposed_by_id: committee,
    status: 'proposed',
  })
  await insert('handovers', {
    match_id: children.past.match,
    child_id: children.past.id,
    contact_id: committee,
    needed_since: '2026-02-20',
    status: 'needed',
  })
  const availability = await insert('availabilities', { volunteer_id: matched.id })
  const wish = await insert('pause-requests', {
    volunteer_id: matched.id,
    wish: 'pause',
    words: 'A new job',
    status: 'open',
  })
  const [linkDigest, passwordDigest] = [canary('link-digest'), canary('digest')]
  canaries.secrets.push(linkDigest, passwordDigest)
  await insert('consent-requests', {
    child_id: children.first.id,
    guardian_id: children.first.guardianId,
    status: 'open',
    link_digest: linkDigest,
    link_number: 1,
    asked_by_id: committee,
    ends_at: '2026-03-20T09:00:00Z',
  })
  for (const [template, user] of [
    ['meeting-proposed', committee],
    ['log-submitted', users['co-ordinator']],
  ] as const)
    await insert('notifications', {
      template,
      recipient_kind: 'user',
      recipient_user_id: user,
      subject_collection: 'meetings',
      subject_record: children.first.meeting,
      state: 'sent',
      attempts: 1,
      dedupe_key: randomUUID(),
      due_at: '2026-02-01T09:00:00Z',
      details: { place: 'Library café' },
    })
  await insert('credentials', {
    user_id: committee,
    password_digest: passwordDigest,
    changed_at: '2026-02-01T09:00:00Z',
  })

  const cookieOf = async (userId: string): Promise<string> => (await signIn(userId)).cookie
  const [ended, sleeping] = [await signIn(committee), await signIn(committee)]
  await query('update sessions set ended_at = $2 where token_digest = encode(sha256($1::bytea), $3)', [
    ended.token,
    clock.now().toISOString(),
    'hex',
  ])
  await query(
    "update sessions set last_seen_at = last_seen_at - interval '31 minutes' where token_digest = encode(sha256($1::bytea), $2)",
    [sleeping.token, 'hex'],
  )
  const closedCookie = await cookieOf(users['closed account'])
  await query("update users set standing = 'closed' where id = $1", [users['closed account']])
  // Closed through the door and opened again: what they were signed in with before.
  const reopenedCookie = await cookieOf(users['reopened account'])
  await asUser(await workOf((await signIn(users.administrator)).person)).update({
    collection: 'users',
    id: users['reopened account'],
    data: { standing: 'closed' },
  })
  await query("update users set standing = 'open' where id = $1", [users['reopened account']])

  return {
    users: {
      ...users,
      'matched volunteer': matched.userId,
      'unmatched volunteer': unmatched.userId,
      'paused volunteer': paused.userId,
      'former volunteer': former.userId,
      'outlasted volunteer': outlasted.userId,
      'other volunteer': other.userId,
      'proposed volunteer': proposed.userId,
      'unchosen volunteer': unchosen.userId,
    },
    volunteers: {
      matched: matched.id,
      unmatched: unmatched.id,
      paused: paused.id,
      former: former.id,
      outlasted: outlasted.id,
      other: other.id,
      proposed: proposed.id,
      unchosen: unchosen.id,
    },
    children,
    proposed: proposedChild,
    policy: { adopted, draft, wording: wording?.id ?? '', acceptances },
    availability,
    wish,
    canaries,
    cookies: {
      anonymous: undefined,
      'matched volunteer': await cookieOf(matched.userId),
      'unmatched volunteer': await cookieOf(unmatched.userId),
      'paused volunteer': await cookieOf(paused.userId),
      'former volunteer': await cookieOf(former.userId),
      'outlasted volunteer': await cookieOf(outlasted.userId),
      'other volunteer': await cookieOf(other.userId),
      'proposed volunteer': await cookieOf(proposed.userId),
      'unchosen volunteer': await cookieOf(unchosen.userId),
      'co-ordinator': await cookieOf(users['co-ordinator']),
      committee: await cookieOf(committee),
      trustee: await cookieOf(users.trustee),
      administrator: await cookieOf(users.administrator),
      'safeguarding lead': await cookieOf(users['safeguarding lead']),
      'closed account': closedCookie,
      'reopened account': reopenedCookie,
      'ended session': ended.cookie,
      'sleeping session': sleeping.cookie,
      'link-holder': `consent=${randomUUID()}`,
    },
    ids: async (collection) =>
      (await query<{ id: string }>(`select id::text as id from "${collection.replaceAll('-', '_')}" order by 1`)).map(
        ({ id }) => id,
      ),
  }
}

const UNVERSIONED = ['notifications', 'credentials']

const randomDigits = (count: number): string =>
  Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('')
