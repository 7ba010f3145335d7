import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { firstNameSql } from '../../people/names.ts'

/** A child on record, and whether a referral from outside may be about it. */
export type LikelyChild = { id: string; name: string; bornOn: CalendarDate | null; isLikely: boolean }

/**
 * The children on record for somebody of ours to choose from, the likely ones first: of the same name, or born on the
 * same day with the first or the last name in common. A suggestion alone: who it is is decided by a person.
 */
export const likelyChildren = ({ query, incoming }: { query: Query; incoming: string }): Promise<LikelyChild[]> =>
  query<LikelyChild>(
    `select c.id, c.name, c.born_on as "bornOn", ${IS_LIKELY} as "isLikely"
     from children c cross join incoming_referrals i where i.id = $1 and c.merged_into_id is null order by ${IS_LIKELY} desc, c.name limit 500`,
    [incoming],
  )

const firstName = (column: string): string => `lower(${firstNameSql(column)})`
const lastName = (column: string): string => `lower(regexp_replace(trim(${column}), '^.*\\s', ''))`
const IS_LIKELY = `(lower(trim(c.name)) = lower(trim(i.child_name))
  or coalesce(c.born_on = i.child_born_on and (${firstName('c.name')} = ${firstName('i.child_name')} or ${lastName('c.name')} = ${lastName('i.child_name')} or lower(coalesce(c.known_as, '')) = ${firstName('i.child_name')}), false))`
