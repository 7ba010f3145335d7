import type { Query } from '../../../core/database/query.ts'
import { daysAfter, type CalendarDate } from '../../../core/clock/londonDates.ts'

/**
 * Something that clears a volunteer and has a last day: a DBS check, safeguarding training, further training. No newer
 * one of its kind follows it.
 */
export type ClearanceEnding = {
  recordId: string
  collection: 'vetting-records' | 'trainings'
  volunteerId: string
  userId: string | null
  volunteerName: string
  about: string
  validUntil: CalendarDate
}

/** How many days before a last day people are warned, the earliest first [VOL-6]. */
export const WARNED_DAYS_BEFORE = [60, 30, 7] as const

/**
 * The warning that is due for a last day, as the days that it speaks of; undefined while it is far off, and once it is
 * over.
 */
export const warningFor = ({
  validUntil,
  today,
}: {
  validUntil: CalendarDate
  today: CalendarDate
}): (typeof WARNED_DAYS_BEFORE)[number] | undefined =>
  validUntil < today
    ? undefined
    : [...WARNED_DAYS_BEFORE].reverse().find((days) => validUntil <= daysAfter({ date: today, days }))

/**
 * What ends for volunteers who are active or being cleared, up to a day, first the soonest. Of a DBS check the last day
 * that the update service added counts; a later record of the same kind silences the earlier one, which is looked up
 * volunteer by volunteer, for those alone of whom something ends.
 */
export const clearanceEndings = ({
  query,
  until,
  limit,
  volunteerId,
  of,
}: {
  query: Query
  until: CalendarDate
  limit: number
  /** DBS checks alone, or training alone; both unless told. */
  of?: 'checks' | 'training'
  /** For one volunteer alone; for all unless told. */
  volunteerId?: string
}): Promise<ClearanceEnding[]> =>
  query<ClearanceEnding>(
    `with ending as materialized (${
      volunteerId === undefined
        ? heldWhere('r.valid_until <= $1', 't.valid_until <= $1')
        : heldWhere('r.volunteer_id = $3', 't.volunteer_id = $3')
    })
     select h.id as "recordId", h.collection, v.id as "volunteerId", v.user_id as "userId", v.name as "volunteerName", h.about, h.valid_until as "validUntil"
     from ending h join volunteers v on v.id = h.volunteer_id and v.standing in ('active', 'joining')
     where h.valid_until <= $1${of === undefined ? '' : ` and h.about ${of === 'checks' ? '=' : '<>'} 'dbs-check'`}
       and not exists (select from (${heldWhere('r.volunteer_id = h.volunteer_id', 't.volunteer_id = h.volunteer_id')}) n where n.about = h.about and (n.valid_until, n.id) > (h.valid_until, h.id))
       and not exists (select from vetting_records f where f.volunteer_id = h.volunteer_id and f.kind::text = h.about and f.status = 'standing' and f.valid_until is null)
     order by h.valid_until, v.name, h.about limit $2`,
    volunteerId === undefined ? [until, limit] : [until, limit, volunteerId],
  )

/**
 * What has a last day: of the checks and of the further training those that the two conditions in SQL, on `r` and on
 * `t`, name.
 */
const heldWhere = (checks: string, trainings: string): string => `
  select r.id, 'vetting-records' as collection, r.volunteer_id, r.kind::text as about,
    greatest(r.valid_until, (select max(s.holds_until) from dbs_status_checks s where s.check_id = r.id and s.result = 'no-change')) as valid_until
  from vetting_records r where r.status = 'standing' and r.valid_until is not null and ${checks}
  union all
  select t.id, 'trainings', t.volunteer_id, k.name, t.valid_until from trainings t join training_kinds k on k.id = t.kind_id where t.status = 'standing' and t.valid_until is not null and coalesce(k.in_use, true) and ${trainings}`
