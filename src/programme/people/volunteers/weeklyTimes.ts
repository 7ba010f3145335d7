import { speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'

/** The days of a week, Monday first. */
export const WEEK_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The parts of a day. */
export const DAY_PARTS = { morning: 'morning', afternoon: 'afternoon', evening: 'evening' } as const

/** Each part of each day of a week, as stored and as people say it: "tuesday-evening", "Tuesday evening". */
export const WEEKLY_TIMES: Readonly<Record<string, string>> = Object.fromEntries(
  WEEK_DAYS.flatMap((day) => Object.keys(DAY_PARTS).map((part) => [`${day.toLowerCase()}-${part}`, `${day} ${part}`])),
)

/** When somebody usually has time, and when they are away, first and last day included. */
export type Availability = { free: readonly string[]; away: ReadonlyArray<{ from: CalendarDate; until: CalendarDate }> }

/**
 * What somebody said of when they have time, as a hint to whoever plans; undefined where they said nothing [VOL-13].
 */
export const availabilityWords = (
  { free, away }: Availability,
  { today }: { today: CalendarDate },
): string | undefined => {
  const ahead = away
    .filter(({ until }) => today <= until)
    .map(({ from, until }) => `${speakDate(from)} to ${speakDate(until)}`)
  const words = [
    ...(free.length > 0
      ? [`You said that you usually have time on ${free.map((time) => WEEKLY_TIMES[time] ?? time).join(', ')}.`]
      : []),
    ...(ahead.length > 0 ? [`You said that you are away from ${ahead.join(', and from ')}.`] : []),
  ]
  return words.length > 0 ? words.join(' ') : undefined
}
