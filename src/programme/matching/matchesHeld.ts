import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { isCaseworker } from '../people/roles.ts'
import { matchesSeen } from './matchesSeen.ts'

/**
 * The matches under which somebody proposes meetings on a date: the co-ordinator and committee all, a volunteer those
 * of their own that are active and, through their last day, let them see the child [MAT-7].
 */
export const matchesHeld = async ({
  query,
  actor,
  on,
}: {
  query: Query
  actor: Actor
  on: CalendarDate
}): Promise<boolean | Where> => {
  if (isCaseworker(actor)) return true
  const held = (await matchesSeen({ query, actor, on })).filter(({ status }) => status === 'active')
  return held.length > 0 && { id: { in: held.map(({ id }) => id) } }
}
