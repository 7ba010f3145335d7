import { rowAt } from '../../../core/database/query.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'

/** Says how many confirmed meetings would be taken back if a volunteer stopped, and who is told [VOL-11, MTG-4]. */
export const sayMeetings: EventHandler<{ volunteerId: string; follows: string[] }> = async ({
  work,
  event: { volunteerId, follows },
}) => {
  const rows = await work.query<{ meetings: number; children: number }>(
    "select count(*)::int as meetings, count(distinct child_id)::int as children from meetings where (volunteer_id = $1 or second_volunteer_id = $1) and status = 'confirmed' and starts_at > $2",
    [volunteerId, work.now.toISOString()],
  )
  const { meetings, children } = rowAt({ rows, place: 0 })
  if (meetings > 0)
    follows.push(
      `${meetings === 1 ? '1 confirmed meeting is' : `${meetings} confirmed meetings are`} taken back. The parents of ${children === 1 ? '1 child' : `${children} children`} are told by email at once, and so are those who confirm meetings.`,
    )
}
