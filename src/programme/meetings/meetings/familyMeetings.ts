import type { Query } from '../../../core/database/query.ts'
import { firstNameSql } from '../../people/names.ts'

/** A meeting as a parent or carer sees it: when, where, and the first name of the volunteer [MAT-12]. */
export type FamilyMeeting = { startsAt: Date; minutes: number; place: string; volunteerName: string }

/**
 * A child's next meeting that is confirmed and not over; undefined when there is none. Nothing about the volunteer but
 * a first name [VOL-8].
 */
export const nextMeetingForFamily = async ({
  query,
  childId,
  now,
}: {
  query: Query
  childId: string
  now: Date
}): Promise<FamilyMeeting | undefined> => {
  const [meeting] = await query<FamilyMeeting>(
    `select m.starts_at as "startsAt", m.minutes::float8 as minutes, m.place, ${firstNameSql('v.name')} as "volunteerName" from meetings m join volunteers v on v.id = m.volunteer_id
     where m.child_id = $1 and m.status = 'confirmed' and m.starts_at + make_interval(mins => m.minutes::int) > $2 order by m.starts_at limit 1`,
    [childId, now.toISOString()],
  )
  return meeting
}
