import type { Actor } from '../../core/access/actor.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { volunteerIdOf } from '../people/roles.ts'
import { clearanceFactsOf } from '../recruitment/queries.ts'
import { seesChild, type SightFacts } from './matches/rules.ts'

/** A match that lets its volunteer see the child, with what decided it. */
export type MatchSeen = SightFacts & { id: string; childId: string; familyId: string }

/**
 * A volunteer's matches that let them see a child on a date, by the rule itself; asked anew at each request [MAT-7].
 * Nobody's but a volunteer's.
 */
export const matchesSeen = async ({
  query,
  actor,
  on,
}: {
  query: Query
  actor: Actor
  on: CalendarDate
}): Promise<MatchSeen[]> => {
  const volunteerId = volunteerIdOf(actor)
  if (!volunteerId) return []
  const rows = await query<Omit<MatchSeen, 'clearance'>>(
    `select m.id, m.child_id as "childId", c.family_id as "familyId", m.status::text as status, m.ends_on as "endsOn", m.chosen_by_id is not null as chosen
     from matches m join children c on c.id = m.child_id where m.volunteer_id = $1 and m.status in ('proposed', 'active')`,
    [volunteerId],
  )
  return seenAmong({ query, volunteerId, rows, on })
}

/**
 * Those of a volunteer's own matches that let them see the child. What clears the volunteer is looked up only where a
 * match is still proposed.
 */
export const seenAmong = async <Row extends Omit<SightFacts, 'clearance'>>({
  query,
  volunteerId,
  rows,
  on,
}: {
  query: Query
  volunteerId: string
  rows: readonly Row[]
  on: CalendarDate
}): Promise<Array<Row & SightFacts>> => {
  const proposed = rows.some(({ status, chosen }) => status === 'proposed' && chosen)
  const clearance = proposed
    ? (await clearanceFactsOf({ query, volunteerIds: [volunteerId] })).get(volunteerId)
    : undefined
  return rows.map((row) => ({ ...row, clearance })).filter((facts) => seesChild({ facts, on }).allowed)
}
