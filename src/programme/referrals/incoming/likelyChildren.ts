import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { mayBeSameChild } from '../../people/children/likeness.ts'
import { firstNameSql } from '../../people/names.ts'

/** A child on record, and whether a referral from outside may be about it. */
export type LikelyChild = { id: string; name: string; bornOn: CalendarDate | null; isLikely: boolean }

/**
 * The children on record for somebody of ours to choose from, the likely ones first: by the likeness that every door
 * asks, or born on the same day with the first or the last name in common. A suggestion alone: who it is is decided by
 * a person.
 */
export const likelyChildren = async ({
  query,
  incoming,
}: {
  query: Query
  incoming: string
}): Promise<LikelyChild[]> => {
  const rows = await query<LikelyChild & { knownAs: string | null; said: string; saidBornOn: CalendarDate | null }>(
    `select c.id, c.name, c.known_as as "knownAs", c.born_on as "bornOn", ${SHARES_A_NAME} as "isLikely", i.child_name as said, i.child_born_on as "saidBornOn"
     from children c cross join incoming_referrals i where i.id = $1 and c.merged_into_id is null order by c.name, c.id`,
    [incoming],
  )
  return rows
    .map(({ id, name, knownAs, bornOn, isLikely, said, saidBornOn }) => ({
      id,
      name,
      bornOn,
      isLikely: isLikely || mayBeSameChild({ name, knownAs, bornOn }, { name: said, bornOn: saidBornOn }),
    }))
    .sort((one, other) => Number(other.isLikely) - Number(one.isLikely))
    .slice(0, MOST_TO_CHOOSE_FROM)
}

const MOST_TO_CHOOSE_FROM = 500

const firstName = (column: string): string => `lower(${firstNameSql(column)})`
const lastName = (column: string): string => `lower(regexp_replace(trim(${column}), '^.*\\s', ''))`
const SHARES_A_NAME = `coalesce(c.born_on = i.child_born_on and (${firstName('c.name')} = ${firstName('i.child_name')} or ${lastName('c.name')} = ${lastName('i.child_name')} or lower(coalesce(c.known_as, '')) = ${firstName('i.child_name')}), false)`
