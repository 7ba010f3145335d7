import { isCalendarDate, monthsAfter, type CalendarDate } from '../../core/clock/londonDates.ts'

/**
 * From this age on volunteers may be volunteers [VOL-12], and a young person decides for themselves, not their parents
 * [CON-9].
 */
const ADULT_AT = 18

/** The day on which somebody is 18: the first of March for those born on 29 February, where there is none. */
export const adultFrom = (bornOn: CalendarDate): CalendarDate => {
  const day = `${Number(bornOn.slice(0, 4)) + ADULT_AT}${bornOn.slice(4)}`
  return isCalendarDate(day) ? day : `${day.slice(0, 4)}-03-01`
}

/** Whether somebody is 18 or over on a date; nobody whose date of birth is not known is. */
export const isAdult = ({ bornOn, on }: { bornOn: CalendarDate | null; on: CalendarDate }): boolean =>
  bornOn !== null && bornOn !== '' && adultFrom(bornOn) <= on

/** The same as a condition in SQL; what is given is SQL: a date of birth and a day, both as text. Never null. */
export const isAdultSql = ({ bornOn, on }: { bornOn: string; on: string }): string =>
  `coalesce(left(${on}, 4)::int - left(${bornOn}, 4)::int - (case when substr(${on}, 6) < substr(${bornOn}, 6) then 1 else 0 end) >= ${ADULT_AT}, false)`

/**
 * A date of birth after which nobody is an adult on a date, to search by. Whoever was born on 29 February may not be
 * one yet.
 */
export const adultsBornBy = (on: CalendarDate): CalendarDate => monthsAfter({ date: on, months: -ADULT_AT * 12 })
