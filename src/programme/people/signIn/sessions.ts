import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { PersonActor } from '../../../core/access/actor.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { LONGEST_SESSION_MILLISECONDS, PANEL_IDLE_MILLISECONDS, PORTAL_IDLE_MILLISECONDS, SIGHT_WRITTEN_EVERY_MILLISECONDS } from './sessionLimits.ts'

/**
 * Opens a session for a person and gives its token, 256 bits of chance, for the cookie. Only the token's SHA-256 is stored.
 */
export const openSession = async ({ query, userId, now, device }: { query: Query; userId: string; now: Date; device: string }): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await query(
    `insert into sessions (id, user_id, token_digest, started_at, last_seen_at, ends_at, device, created_at, updated_at) values ($1, $2, $3, $4, $4, $5, $6, $4, $4)`,
    [randomUUID(), userId, digestToken(token), now.toISOString(), new Date(now.getTime() + LONGEST_SESSION_MILLISECONDS).toISOString(), device.slice(0, 200)],
  )
  return token
}

/**
 * The person behind a session's token, with everything that access asks about, in one statement; undefined when the session
 * has ended, slept too long, or the account is closed. Roles and designations count as of today, so a change bites on the
 * next request; a volunteer who is paused or has left is one no longer [VOL-11], and who has left the committee holds none
 * of its jobs.
 */
export const personOfSession = async ({ query, token, now }: { query: Query; token: string; now: Date }): Promise<PersonActor | undefined> => {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined
  const [row] = await query<PersonRow>(PERSON_OF_SESSION, [digestToken(token), now.toISOString(), londonDate(now)])
  if (!row) return undefined
  const roles = row.volunteer_id ? row.roles : row.roles.filter((role) => role !== 'volunteer')
  const asleep = now.getTime() - row.last_seen_at.getTime()
  if (asleep > (roles.some((role) => role !== 'volunteer') ? PANEL_IDLE_MILLISECONDS : PORTAL_IDLE_MILLISECONDS)) return undefined
  if (asleep > SIGHT_WRITTEN_EVERY_MILLISECONDS) await query('update sessions set last_seen_at = $2 where id = $1', [row.session_id, now.toISOString()])
  return {
    kind: 'person',
    userId: row.user_id,
    name: row.name,
    roles,
    designations: roles.includes('committee') ? row.designations : [],
    profiles: row.volunteer_id ? { volunteers: row.volunteer_id } : {},
  }
}

/** Ends the session of a token. */
export const endSession = async ({ query, token, now }: { query: Query; token: string; now: Date }): Promise<void> => {
  await query('update sessions set ended_at = $2 where token_digest = $1 and ended_at is null', [digestToken(token), now.toISOString()])
}

/** Ends every session of a person, on every device [SAF-12]. Gives how many were open. */
export const endEverySession = async ({ query, userId, now }: { query: Query; userId: string; now: Date }): Promise<number> =>
  (await query('update sessions set ended_at = $2 where user_id = $1 and ended_at is null returning id', [userId, now.toISOString()])).length

/** Removes sessions that ended more than a month ago. Gives how many. */
export const pruneSessions = async ({ query, now }: { query: Query; now: Date }): Promise<number> =>
  (await query("delete from sessions where least(ends_at, coalesce(ended_at, ends_at)) < $1::timestamptz - interval '31 days' returning id", [now.toISOString()])).length

type PersonRow = { session_id: string; user_id: string; name: string; last_seen_at: Date; roles: string[]; designations: string[]; volunteer_id: string | null }

const PERSON_OF_SESSION = `
  select s.id as session_id, s.last_seen_at, u.id as user_id, u.name,
    array(select distinct r.role::text from role_grants r where r.user_id = u.id and r.starts_on <= $3 and (r.ends_on is null or $3 <= r.ends_on)) as roles,
    array(select distinct d.designation::text from designations d
      where (d.holder_id = u.id and (d.ends_on is null or $3 <= d.ends_on)) or (d.cover_id = u.id and $3 between d.cover_from and d.cover_until)) as designations,
    (select v.id from volunteers v where v.user_id = u.id and v.standing = 'active') as volunteer_id
  from sessions s join users u on u.id = s.user_id
  where s.token_digest = $1 and s.ended_at is null and $2 < s.ends_at and u.standing = 'open'`

const digestToken = (token: string): string => createHash('sha256').update(token).digest('hex')
