import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import type { Designation } from '../roles.ts'

/** What nobody else would do if somebody went: jobs of the committee, and looking after accounts. */
export type LeftEmpty = { designations: Designation[]; isAdministrator: boolean }

/**
 * What somebody holds on a date that nobody else holds: a cover is away again in a while and does not count. Whoever
 * asks waits for everybody who is asking, so that two do not go at the same moment, each relying on the other.
 */
export const heldAlone = async ({
  query,
  userId,
  on,
}: {
  query: Query
  userId: string
  on: CalendarDate
}): Promise<LeftEmpty> => {
  await query("select pg_advisory_xact_lock(hashtext('who holds which job'))")
  const designations = await query<{ designation: Designation }>(
    `select distinct d.designation::text as designation from designations d where d.holder_id = $1 and (d.ends_on is null or $2 <= d.ends_on) and not exists (
       select from designations o join users u on u.id = o.holder_id where o.designation = d.designation and u.id <> $1 and u.standing = 'open' and (o.ends_on is null or $2 <= o.ends_on)
         and exists (select from role_grants r where r.user_id = u.id and r.role = 'committee' and r.starts_on <= $2 and (r.ends_on is null or $2 <= r.ends_on))) order by 1`,
    [userId, on],
  )
  const [administers] = await query(
    `select 1 from role_grants r where r.user_id = $1 and r.role = 'administrator' and r.starts_on <= $2 and (r.ends_on is null or $2 <= r.ends_on) and not exists (
       select from role_grants o join users u on u.id = o.user_id where o.role = 'administrator' and u.id <> $1 and u.standing = 'open' and o.starts_on <= $2 and (o.ends_on is null or $2 <= o.ends_on))`,
    [userId, on],
  )
  return {
    designations: designations.map(({ designation }) => designation),
    isAdministrator: administers !== undefined,
  }
}
