import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'

/**
 * How far a calendar date is from today, in words: "today", "in 5 days", "3 days ago"; beyond two months the date
 * itself.
 */
export const daysAway = ({ date, today }: { date: CalendarDate; today: CalendarDate }): string => {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / MILLISECONDS_A_DAY)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  if (Math.abs(days) > 60) return `on ${speakDate(date)}`
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

/** Both dates are midnights in UTC here, where every day has 24 hours. */
const MILLISECONDS_A_DAY = 24 * 60 * 60_000
