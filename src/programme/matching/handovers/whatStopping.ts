import { rowAt } from '../../../core/database/query.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'

/** Says for how many children a hand-over would begin if a volunteer stopped [VOL-11]. */
export const sayHandovers: EventHandler<{ volunteerId: string; follows: string[] }> = async ({
  work,
  event: { volunteerId, follows },
}) => {
  const rows = await work.query<{ children: number }>(
    "select count(distinct child_id)::int as children from matches where volunteer_id = $1 and status = 'active'",
    [volunteerId],
  )
  const { children } = rowAt({ rows, place: 0 })
  if (children > 0)
    follows.push(
      `A hand-over begins for ${children === 1 ? '1 child' : `${children} children`}, and the committee contact of each is told by email.`,
    )
}
