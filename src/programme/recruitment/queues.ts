import type { Work } from '../../core/access/work.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { isCaseworker } from '../people/roles.ts'
import type { VettingKind } from './VettingRecords.ts'

/** A volunteer's vetting fact that ends soon, or has ended, and that no newer one of its kind follows. */
export type VettingEnding = { id: string; volunteerId: string; volunteerName: string; kind: VettingKind; validUntil: CalendarDate; hasEnded: boolean }

/** How many days before its last day a vetting fact is shown [VOL-6]. */
export const VETTING_WARNED_DAYS = 60

/** The vetting of active volunteers that ends within 60 days or has ended, first the soonest, `limit` at most; for the co-ordinator and committee alone [VOL-6]. */
export const vettingEnding = async ({ work, limit }: { work: Work; limit: number }): Promise<VettingEnding[]> => {
  if (!isCaseworker(work.actor)) return []
  const today = londonDate(work.now)
  return work.query<VettingEnding>(
    `select r.id, v.id as "volunteerId", v.name as "volunteerName", r.kind::text as kind, r.valid_until as "validUntil", r.valid_until < $1 as "hasEnded"
     from vetting_records r join volunteers v on v.id = r.volunteer_id and v.standing = 'active'
     where r.status = 'standing' and r.valid_until <= $2
       and not exists (select from vetting_records n where n.volunteer_id = r.volunteer_id and n.kind = r.kind and n.status = 'standing'
         and (n.valid_until is null or (n.valid_until, n.id) > (r.valid_until, r.id)))
     order by r.valid_until, v.name limit $3`,
    [today, daysAfter({ date: today, days: VETTING_WARNED_DAYS }), limit],
  )
}
