import type { ReactElement } from 'react'
import { tileOf, type CalendarDate } from '../../core/clock/londonDates.ts'

/**
 * A day as a leaf of a calendar: weekday, number, month. For the eye alone, beside a title that says the day in words.
 * `joy` is for the day that is near: it stands on the sun.
 */
export const DateTile = ({ date, joy = false }: { date: CalendarDate; joy?: boolean }): ReactElement => {
  const { weekday, day, month } = tileOf(date)
  return (
    <span className={joy ? 'date-tile date-tile--joy' : 'date-tile'} aria-hidden="true">
      <span className="date-tile__small">{weekday}</span>
      <span className="date-tile__day">{day}</span>
      <span className="date-tile__small">{month}</span>
    </span>
  )
}
