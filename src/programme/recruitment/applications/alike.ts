import type { Query } from '../../../core/database/query.ts'
import type { ApplicationState } from './links.ts'

/** An application that may be of somebody who has applied before. */
export type LikeApplication = { id: string; of: string; name: string; code: string; status: ApplicationState }

/**
 * In SQL, whether two applications may be of one person, for a person to look at: one address, one number, or one birth
 * date and name. A guess; it decides nothing.
 */
const mayBeOne = (one: string, other: string): string =>
  `(lower(trim(${one}.email)) = lower(trim(${other}.email)) or ${lastDigits(one)} = ${lastDigits(other)} or (${one}.born_on = ${other}.born_on and folded(${one}.name) = folded(${other}.name)))`

/**
 * The same where it is as good as sure: one birth date, and one address or one name. Two who share a mailbox or a
 * telephone are two people.
 */
export const isOnePerson = (one: string, other: string): string =>
  `(${one}.born_on = ${other}.born_on and (lower(trim(${one}.email)) = lower(trim(${other}.email)) or folded(${one}.name) = folded(${other}.name)))`

/**
 * The applications that may be of the people behind some others, the latest first, each with the one that it is like
 * [VOL-1]. Whoever shows more of them than their reference records that they were read.
 */
export const applicationsAlike = ({
  query,
  ids,
}: {
  query: Query
  ids: readonly string[]
}): Promise<LikeApplication[]> =>
  query<LikeApplication>(
    `select o.id, a.id as of, o.name, o.code, o.status::text as status from applications a join applications o on o.id <> a.id and ${mayBeOne('a', 'o')}
     where a.id = any($1::uuid[]) order by o.received_on desc, o.created_at desc limit 200`,
    [ids],
  )

/** The digits of a number without its country, as far as two ways of writing it agree. */
const lastDigits = (table: string): string => `nullif(right(regexp_replace(${table}.mobile, '\\D', '', 'g'), 10), '')`
