import { londonDate, londonTime, speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'

/** The days of a week, Monday first. */
export const WEEK_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The parts of a day. */
export const DAY_PARTS = { morning: 'morning', afternoon: 'afternoon', evening: 'evening' } as const

/** Each part of each day of a week, as stored and as people say it: "tuesday-evening", "Tuesday evening". */
export const WEEKLY_TIMES: Readonly<Record<string, string>> = Object.fromEntries(WEEK_DAYS.flatMap((day) => Object.keys(DAY_PARTS).map((part) => [`${day.toLowerCase()}-${part}`, `${day} ${part}`])))

/** When somebody usually has time, and when they are away, first and last day included. */
export type Availability = { free: readonly string[]; away: ReadonlyArray<{ from: CalendarDate; until: CalendarDate }> }

/** Which part of the week a moment falls into, in London: the afternoon begins at noon, the evening at five. */
export const weeklyTimeOf = (moment: Date): string => {
  const day = WEEK_DAYS[(new Date(`${londonDate(moment)}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'Monday'
  const time = londonTime(moment)
  return `${day.toLowerCase()}-${time < '12:00' ? 'morning' : time < '17:00' ? 'afternoon' : 'evening'}`
}

/** What speaks against a moment, in words, for a hint and never a refusal [VOL-13]; undefined where nothing does, or nothing was said. */
export const hintAgainst = ({ availability: { free, away }, moment }: { availability: Availability; moment: Date }): string | undefined => {
  const day = londonDate(moment)
  const absence = away.find(({ from, until }) => from <= day && day <= until)
  if (absence) return `away from ${speakDate(absence.from)} to ${speakDate(absence.until)}`
  const time = weeklyTimeOf(moment)
  return free.length > 0 && !free.includes(time) ? `usually not free on ${WEEKLY_TIMES[time] ?? time}` : undefined
}
