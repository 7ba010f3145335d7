import { asUser } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { lockRecords } from '../../../core/database/locks.ts'
import type { Query } from '../../../core/database/query.ts'
import type { Availability } from './weeklyTimes.ts'

/** When a volunteer usually has time, and when they are away; nothing where they said nothing [VOL-13]. */
export const availabilityOf = async ({
  query,
  volunteerId,
}: {
  query: Query
  volunteerId: string
}): Promise<Availability> => {
  const [row] = await query<Availability>(
    `select coalesce((select json_agg(f.value::text order by f."order") from availabilities_free f where f.parent_id = a.id), '[]') as free,
       coalesce((select json_agg(json_build_object('from', w."from", 'until', w.until) order by w."from") from availabilities_away w where w._parent_id = a.id), '[]') as away
     from availabilities a where a.volunteer_id = $1`,
    [volunteerId],
  )
  return row ?? { free: [], away: [] }
}

/** Keeps a volunteer's availability as given, in the place of what they said before [VOL-13]. */
export const keepAvailability = async ({
  work,
  volunteerId,
  availability,
}: {
  work: Work
  volunteerId: string
  availability: Availability
}): Promise<void> => {
  await lockRecords({ req: work.req, targets: [{ collection: 'volunteers', id: volunteerId }] })
  const [kept] = await work.query<{ id: string }>('select id from availabilities where volunteer_id = $1', [
    volunteerId,
  ])
  const data = { volunteer: volunteerId, free: [...availability.free], away: [...availability.away] }
  const door = asUser(work)
  await (kept
    ? door.update({ collection: 'availabilities', id: kept.id, data })
    : door.create({ collection: 'availabilities', data }))
}
