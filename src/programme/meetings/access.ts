import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { daysAfter, londonDate, londonMoment } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { queryOf } from '../../core/database/transaction.ts'
import { clockOf } from '../../core/services.ts'
import { agreementHolds, matchesKnown } from '../matching/mayKnow.ts'
import { seesAsSecond } from '../matching/matches/rules.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'
import { KEPT_APART } from './rules.ts'

type Asking = { query: Query; actor: Actor; now: Date }

/**
 * The co-ordinator and committee read every meeting; a volunteer those that are their own, for good, since they write
 * the log of each, and on its day the one to which they come along [MAT-7]. Whom it is with is a question of its own.
 */
export const meetingsRead = async ({ query, actor, now }: Asking): Promise<boolean | Where> => {
  if (isCaseworker(actor)) return true
  const own = volunteerIdOf(actor)
  if (!own) return false
  const accompanied = await accompaniedToday({ query, actor, now })
  return accompanied.length > 0
    ? { or: [{ volunteer: { equals: own } }, { id: { in: accompanied } }] }
    : { volunteer: { equals: own } }
}

/** The same for a request. */
export const mayReadMeetings = (actor: Actor, req: PayloadRequest): Promise<boolean | Where> =>
  meetingsRead({ query: queryOf(req), actor, now: clockOf(req.payload).now() })

/**
 * The co-ordinator and committee read every address of a meeting at home; a volunteer those of their own meetings while
 * they may know the family, and on its day that of the meeting to which they come along [MAT-7].
 */
export const mayReadAddresses = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  if (isCaseworker(actor)) return true
  const [query, now] = [queryOf(req), clockOf(req.payload).now()]
  const on = londonDate(now)
  const known = (await matchesKnown({ query, actor, on })).map(({ id }) => id)
  const accompanied =
    actor.kind === 'person' && (await agreementHolds({ query, actor, on })).allowed
      ? await accompaniedToday({ query, actor, now })
      : []
  const rows = await query<{ id: string }>(
    'select id from meetings where place_kind::text = any($1) and (match_id = any($2::uuid[]) or id = any($3::uuid[]))',
    [[...KEPT_APART], known, accompanied],
  )
  return rows.length > 0 && { meeting: { in: rows.map(({ id }) => id) } }
}

/** The meetings of today to which somebody comes along as the second volunteer [MTG-3]. */
const accompaniedToday = async ({ query, actor, now }: Asking): Promise<string[]> => {
  const volunteerId = volunteerIdOf(actor)
  if (!volunteerId) return []
  const today = londonDate(now)
  const [from, until] = [today, daysAfter({ date: today, days: 1 })].map((date) =>
    londonMoment({ date, time: '00:00' }).toISOString(),
  )
  const rows = await query<{ id: string; startsAt: Date; status: string }>(
    'select id, starts_at as "startsAt", status::text as status from meetings where second_volunteer_id = $1 and starts_at >= $2 and starts_at < $3',
    [volunteerId, from, until],
  )
  return rows
    .filter(
      ({ startsAt, status }) => seesAsSecond({ meeting: { meetsOn: londonDate(startsAt), status }, on: today }).allowed,
    )
    .map(({ id }) => id)
}

/** The co-ordinator and committee read every log; a volunteer those that they wrote themselves. */
export const mayReadLogs = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  return actor.kind === 'person' && volunteerIdOf(actor) !== undefined ? { writtenBy: { equals: actor.userId } } : false
}
