import { daysAfter, monthsAfter, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { childName } from '../../people/names.ts'
import { latestAnswers } from '../queries.ts'

/**
 * A parent or carer whose yes to some point ends, and the first day on which it no longer counts. `requestId` is the
 * request under whose link they answer.
 */
export type ConsentEnding = {
  childId: string
  childName: string
  guardianId: string
  guardianName: string
  hasEmail: boolean
  requestId: string | null
  until: CalendarDate
}

/** How many days before a yes ends its parent is reminded, the earliest first [CON-5]. */
export const REMINDED_DAYS_BEFORE = [30, 14, 3] as const

/**
 * The reminder that is due, as the days that it speaks of; undefined while the end is far off, and from the day on
 * which the yes no longer counts.
 */
export const reminderFor = ({
  until,
  today,
}: {
  until: CalendarDate
  today: CalendarDate
}): (typeof REMINDED_DAYS_BEFORE)[number] | undefined =>
  until <= today
    ? undefined
    : [...REMINDED_DAYS_BEFORE].reverse().find((days) => until <= daysAfter({ date: today, days }))

/** After how many days without an answer a parent is written to again, the earliest first. */
export const CHASED_AFTER_DAYS = [3, 7, 14] as const

/** Which of them is due so many whole days after the link was sent. */
export const chaseFor = ({ daysSince }: { daysSince: number }): (typeof CHASED_AFTER_DAYS)[number] | undefined =>
  [...CHASED_AFTER_DAYS].reverse().find((days) => daysSince >= days)

/**
 * Whose yes ends by a day, or has ended, the soonest first: the latest answers of everybody who decides for a child.
 * `among` is a
 * condition in SQL on a child's id: which children are spoken of. Only of those who once gave a yes that ends by then
 * are the answers read: a yes from before its end was kept with it lasts a year, and a day more is left for the ends of
 * months.
 */
export const consentEndings = ({
  query,
  on,
  before,
  among,
  limit,
}: {
  query: Query
  on: CalendarDate
  before: CalendarDate
  among: (child: string) => string
  limit: number
}): Promise<ConsentEnding[]> =>
  query<ConsentEnding>(
    `with ending as materialized (
       select y.child_id, y.guardian_id from consents y where y.answer = 'yes' and y.valid_until <= $2 and ${among('y.child_id')}
       union select y.child_id, y.guardian_id from consents y where y.answer = 'yes' and y.valid_until is null and y.decided_on <= $4 and ${among('y.child_id')}
     )
     select c.id as "childId", ${childName.inFull('c')} as "childName", g.id as "guardianId", g.name as "guardianName", coalesce(g.email, '') <> '' as "hasEmail",
       (select r.id from consent_requests r where r.child_id = c.id and r.guardian_id = g.id and r.status in ('open', 'signed', 'declined')) as "requestId", min(latest.until) as until
     from ${latestAnswers({ on: '$1::text', of: 'ending' })} latest join children c on c.id = latest.child_id join guardians g on g.id = latest.guardian_id
     where latest.answer = 'yes' and latest.counts
     group by c.id, g.id having min(latest.until) <= $2 order by min(latest.until), c.name, g.name limit $3`,
    [on, before, limit, daysAfter({ date: monthsAfter({ date: before, months: -12 }), days: 1 })],
  )

/** A yes counts through the day before its end: that day is what people mean by "until". */
export const lastDayBefore = (date: CalendarDate): CalendarDate => daysAfter({ date, days: -1 })
