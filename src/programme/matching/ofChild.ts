import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'

/** One match of a child, whatever became of it. */
export type MatchOfChild = {
  id: string
  volunteerId: string
  volunteerName: string
  status: string
  startsOn: CalendarDate
  endsOn: CalendarDate | null
}

/** A child's matches, the newest first; for those alone who may read them. */
export const matchesOfChild = ({ query, childId }: { query: Query; childId: string }): Promise<MatchOfChild[]> =>
  query<MatchOfChild>(
    `select m.id, v.id as "volunteerId", v.name as "volunteerName", m.status::text as status, m.starts_on as "startsOn", m.ends_on as "endsOn"
     from matches m join volunteers v on v.id = m.volunteer_id where m.child_id = $1 order by m.starts_on desc limit 20`,
    [childId],
  )
