import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import type { Designation, Role } from './roles.ts'

/**
 * The ids of the users who hold a designation on a date, in person or as a cover, sit on the committee, and whose
 * account is open.
 */
export const holdersOf = async ({
  query,
  designation,
  on,
}: {
  query: Query
  designation: Designation
  on: CalendarDate
}): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `select distinct u.id from designations d
     join users u on (u.id = d.holder_id and (d.ends_on is null or $2 <= d.ends_on)) or (u.id = d.cover_id and $2 between d.cover_from and d.cover_until)
     where d.designation = $1 and u.standing = 'open'
       and exists (select from role_grants r where r.user_id = u.id and r.role = 'committee' and r.starts_on <= $2 and (r.ends_on is null or $2 <= r.ends_on)) order by u.id`,
    [designation, on],
  )
  return rows.map(({ id }) => id)
}

/**
 * What a person without a role today can look forward to: the roles that begin later, by their first day, and whether
 * there ever was one.
 */
export const rolesToCome = async ({
  query,
  userId,
  on,
}: {
  query: Query
  userId: string
  on: CalendarDate
}): Promise<{ toCome: Array<{ role: Role; startsOn: CalendarDate }>; hadOne: boolean }> => {
  const rows = await query<{ role: Role; startsOn: CalendarDate }>(
    'select role::text as role, min(starts_on) as "startsOn" from role_grants where user_id = $1 group by role order by 2, 1',
    [userId],
  )
  const toCome = rows.filter(({ startsOn }) => startsOn > on)
  return { toCome, hadOne: toCome.length < rows.length }
}

/** The ids of the users who hold a role on a date and whose account is open. */
export const peopleWithRole = async ({
  query,
  role,
  on,
}: {
  query: Query
  role: Role
  on: CalendarDate
}): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `select distinct u.id from role_grants r join users u on u.id = r.user_id
     where r.role = $1 and r.starts_on <= $2 and (r.ends_on is null or $2 <= r.ends_on) and u.standing = 'open' order by u.id`,
    [role, on],
  )
  return rows.map(({ id }) => id)
}

/** Those of some users who sit on the committee on a date. */
export const committeeAmong = async ({
  query,
  userIds,
  on,
}: {
  query: Query
  userIds: readonly string[]
  on: CalendarDate
}): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `select distinct user_id as id from role_grants where user_id = any($1::uuid[]) and role = 'committee' and starts_on <= $2 and (ends_on is null or $2 <= ends_on)`,
    [userIds, on],
  )
  return rows.map(({ id }) => id)
}
