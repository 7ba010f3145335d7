import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { PersonActor } from '../../../core/access/actor.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { BEING_CLEARED } from '../roles.ts'
import {
  LONGEST_SESSION_MILLISECONDS,
  PANEL_IDLE_MILLISECONDS,
  PORTAL_IDLE_MILLISECONDS,
  SIGHT_WRITTEN_EVERY_MILLISECONDS,
} from './sessionLimits.ts'

/** What a session is opened for. `device` is the browser's own description. */
export type NewSession = { query: Query; userId: string; now: Date; device: string }

/**
 * Opens a session for a person and gives its token, 256 bits of chance, for the cookie. Only the token's SHA-256 is
 * stored.
 */
export const openSession = async ({ query, ...session }: NewSession): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await query(`insert into sessions ${SESSION_COLUMNS} select ${SESSION_VALUES}`, sessionValues({ ...session, token }))
  return token
}

/**
 * The same for somebody who has just shown their password: only while `passwordDigest` is still theirs and the account
 * open, so that a sign-in that races a change of password or the closing of the account is either refused or ended by
 * it. The session that this device held before, `replaces`, ends with it, whoever's it was. Undefined when it may not
 * be opened.
 */
export const openProvenSession = async ({
  query,
  passwordDigest,
  replaces,
  ...session
}: NewSession & { passwordDigest: string; replaces?: string }): Promise<string | undefined> => {
  const token = randomBytes(32).toString('base64url')
  const [opened] = await query(
    `with opened as (insert into sessions ${SESSION_COLUMNS} select ${SESSION_VALUES} from users u join credentials c on c.user_id = u.id
         where u.id = $2 and u.standing = 'open' and c.password_digest = $7 for share of u, c returning id),
       replaced as (update sessions set ended_at = $4 where token_digest = $8 and ended_at is null and exists (select from opened))
     select id from opened`,
    [...sessionValues({ ...session, token }), passwordDigest, replaces === undefined ? null : digestToken(replaces)],
  )
  return opened && token
}

/**
 * The person behind a session's token, with everything that access asks about, in one statement; undefined when the
 * session has ended, slept too long, or the account is closed. Roles and designations count as of today, so a change
 * bites on the next request; a volunteer who is paused or has left is one no longer [VOL-11], one who is being cleared
 * reaches their own page alone, and who has left the committee holds none of its jobs.
 */
export const personOfSession = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<PersonActor | undefined> => {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const [row] = await query<PersonRow>(PERSON_OF_SESSION, [digestToken(token), now.toISOString(), londonDate(now)])
  if (!row) return undefined
  const roles = (row.volunteer_id ?? row.joining_id) ? row.roles : row.roles.filter((role) => role !== 'volunteer')
  const asleep = now.getTime() - row.last_seen_at.getTime()
  if (asleep > idleLimitOf(roles)) return undefined
  if (asleep > SIGHT_WRITTEN_EVERY_MILLISECONDS)
    await query('update sessions set last_seen_at = $2 where id = $1', [row.session_id, now.toISOString()])
  return {
    kind: 'person',
    userId: row.user_id,
    name: row.name,
    roles,
    designations: roles.includes('committee') ? row.designations : [],
    // A volunteer's place is the portal; whoever holds any other role works in the panel.
    worksInPanel: roles.some((role) => role !== 'volunteer'),
    provenAt: row.proven_at,
    profiles: {
      ...(row.volunteer_id ? { volunteers: row.volunteer_id } : {}),
      ...(row.joining_id ? { [BEING_CLEARED]: row.joining_id } : {}),
    },
  }
}

/**
 * Notes that the person of a session has shown their password once more; only while `passwordDigest` is still theirs
 * and the session is open. Gives false when it is not.
 */
export const renewProof = async ({
  query,
  userId,
  token,
  passwordDigest,
  now,
}: {
  query: Query
  userId: string
  token: string
  passwordDigest: string
  now: Date
}): Promise<boolean> =>
  (
    await query(
      'update sessions s set proven_at = $4 from credentials c where s.token_digest = $1 and s.user_id = $2 and s.ended_at is null and c.user_id = s.user_id and c.password_digest = $3 returning s.id',
      [digestToken(token), userId, passwordDigest, now.toISOString()],
    )
  ).length > 0

/** Ends the session of a token. */
export const endSession = async ({ query, token, now }: { query: Query; token: string; now: Date }): Promise<void> => {
  await query('update sessions set ended_at = $2 where token_digest = $1 and ended_at is null', [
    digestToken(token),
    now.toISOString(),
  ])
}

/** Whether a session is still one of a person's, and not ended. */
export const isOwnOpenSession = async ({
  query,
  userId,
  token,
}: {
  query: Query
  userId: string
  token: string
}): Promise<boolean> =>
  (
    await query('select from sessions where token_digest = $1 and user_id = $2 and ended_at is null', [
      digestToken(token),
      userId,
    ])
  ).length > 0

/** Ends every session of a person, on every device [SAF-12]. Gives how many were open. */
export const endEverySession = async ({
  query,
  userId,
  now,
}: {
  query: Query
  userId: string
  now: Date
}): Promise<number> =>
  (
    await query('update sessions set ended_at = $2 where user_id = $1 and ended_at is null returning id', [
      userId,
      now.toISOString(),
    ])
  ).length

/** Ends every session of a person but the one that they are using. Gives how many were open. */
export const endOtherSessions = async ({
  query,
  userId,
  token,
  now,
}: {
  query: Query
  userId: string
  token: string
  now: Date
}): Promise<number> =>
  (
    await query(
      'update sessions set ended_at = $2 where user_id = $1 and ended_at is null and token_digest <> $3 returning id',
      [userId, now.toISOString(), digestToken(token)],
    )
  ).length

/** Ends one session of a person [SAF-12]. Gives false when it is not theirs, or has ended. */
export const endOwnSession = async ({
  query,
  userId,
  id,
  now,
}: {
  query: Query
  userId: string
  id: string
  now: Date
}): Promise<boolean> =>
  (
    await query('update sessions set ended_at = $3 where id = $2 and user_id = $1 and ended_at is null returning id', [
      userId,
      id,
      now.toISOString(),
    ])
  ).length > 0

/** One open sign-in as its person sees it. `device` is the browser's own description. */
export type OpenSession = { id: string; startedAt: Date; lastSeenAt: Date; device: string; isThisOne: boolean }

/** The sign-ins of a person that are still open, the one in use first, then the latest seen. */
export const openSessionsOf = async ({
  query,
  person,
  token,
  now,
}: {
  query: Query
  person: PersonActor
  token: string
  now: Date
}): Promise<OpenSession[]> =>
  query<OpenSession>(
    `select id, started_at as "startedAt", last_seen_at as "lastSeenAt", coalesce(device, '') as device, token_digest = $3 as "isThisOne" from sessions
     where user_id = $1 and ended_at is null and $2 < ends_at and last_seen_at >= $4 order by token_digest = $3 desc, last_seen_at desc limit 50`,
    [
      person.userId,
      now.toISOString(),
      digestToken(token),
      new Date(now.getTime() - idleLimitOf(person.roles)).toISOString(),
    ],
  )

/** Whose sign-in a token was, whether or not it has ended; null where it was none, or has long been forgotten. */
export const holderOfSession = async ({ query, token }: { query: Query; token: string }): Promise<string | null> => {
  const [session] = await query<{ userId: string }>(
    'select user_id as "userId" from sessions where token_digest = $1',
    [digestToken(token)],
  )
  return session?.userId ?? null
}

/** Removes sessions that ended more than a month ago. Gives how many. */
export const pruneSessions = async ({ query, now }: { query: Query; now: Date }): Promise<number> =>
  (
    await query(
      "delete from sessions where least(ends_at, coalesce(ended_at, ends_at)) < $1::timestamptz - interval '31 days' returning id",
      [now.toISOString()],
    )
  ).length

type PersonRow = {
  session_id: string
  user_id: string
  name: string
  last_seen_at: Date
  proven_at: Date
  roles: string[]
  designations: string[]
  volunteer_id: string | null
  joining_id: string | null
}

const PERSON_OF_SESSION = `
  select s.id as session_id, s.last_seen_at, coalesce(s.proven_at, s.started_at) as proven_at, u.id as user_id, u.name,
    array(select distinct r.role::text from role_grants r where r.user_id = u.id and r.starts_on <= $3 and (r.ends_on is null or $3 <= r.ends_on)) as roles,
    array(select distinct d.designation::text from designations d
      where (d.holder_id = u.id and (d.ends_on is null or $3 <= d.ends_on)) or (d.cover_id = u.id and $3 between d.cover_from and d.cover_until)) as designations,
    (select v.id from volunteers v where v.user_id = u.id and v.standing = 'active') as volunteer_id,
    (select v.id from volunteers v where v.user_id = u.id and v.standing = 'joining') as joining_id
  from sessions s join users u on u.id = s.user_id
  where s.token_digest = $1 and s.ended_at is null and $2 < s.ends_at and u.standing = 'open'`

const idleLimitOf = (roles: readonly string[]): number =>
  roles.some((role) => role !== 'volunteer') ? PANEL_IDLE_MILLISECONDS : PORTAL_IDLE_MILLISECONDS

const SESSION_COLUMNS = '(id, user_id, token_digest, started_at, last_seen_at, ends_at, device, created_at, updated_at)'
const SESSION_VALUES =
  '$1::uuid, $2::uuid, $3, $4::timestamptz, $4::timestamptz, $5::timestamptz, $6, $4::timestamptz, $4::timestamptz'

const sessionValues = ({ userId, token, now, device }: Omit<NewSession, 'query'> & { token: string }): unknown[] => [
  randomUUID(),
  userId,
  digestToken(token),
  now.toISOString(),
  new Date(now.getTime() + LONGEST_SESSION_MILLISECONDS).toISOString(),
  device.slice(0, 200),
]

const digestToken = (token: string): string => createHash('sha256').update(token).digest('hex')
