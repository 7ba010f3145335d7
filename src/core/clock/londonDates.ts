import { TZDate, tzOffset } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants'
import { format } from 'date-fns/format'

/** The time zone in which the charity lives; moments are kept in UTC and shown here. */
export const LONDON = 'Europe/London'

/** A calendar date as `YYYY-MM-DD`: a birthday or an expiry, valid through the named day in London. */
export type CalendarDate = string

/** The calendar date in London at a moment. */
export const londonDate = (moment: Date): CalendarDate =>
  new Date(moment.getTime() + aheadOfUtc(moment)).toISOString().slice(0, 10)

/**
 * The moment at which a London wall-clock time on a calendar date falls; `time` is `HH:mm`. Of the hour that comes
 * twice when the clocks go back in autumn it is the first. An hour that is left out in spring counts from before the
 * change, so one
 * later:
 * where a person types a time, `isLondonTime` is asked first.
 */
export const londonMoment = ({ date, time }: { date: CalendarDate; time: string }): Date => {
  const { year, month, day } = partsOf(date)
  const [hours, minutes] = [Number(time.slice(0, 2)), Number(time.slice(3))]
  const moment = new TZDate(year, month - 1, day, hours, minutes, LONDON).getTime()
  const hourBefore = new Date(moment - millisecondsInHour)
  return londonTime(hourBefore) === time ? hourBefore : new Date(moment)
}

/**
 * Whether London's clocks show this time on this date at all: in the night in spring when they go forward, an hour is
 * left out.
 */
export const isLondonTime = ({ date, time }: { date: CalendarDate; time: string }): boolean =>
  londonTime(londonMoment({ date, time })) === time

/** What is said to somebody who typed such a time. */
export const NO_SUCH_TIME =
  'That time does not exist on that night: the clocks go forward from 1am to 2am. Choose a time before or after.'

/** The London wall-clock time of a moment, as `HH:mm`. */
export const londonTime = (moment: Date): string => format(new TZDate(moment, LONDON), 'HH:mm')

/**
 * A moment as people read it: "Tuesday 3 March, 4pm", "Tuesday 3 March, 4:30pm" or "Tuesday 3 March, midday", in
 * London.
 */
export const speakMoment = (moment: Date): string => spoken({ moment, day: 'EEEE d MMMM' })

/** The day of a moment alone, in London: "Tuesday 3 March". */
export const speakDay = (moment: Date): string => format(new TZDate(moment, LONDON), 'EEEE d MMMM')

/** The time of a moment alone, in London: "4pm", "4:30pm", "midday". */
export const speakTime = (moment: Date): string => {
  const there = new TZDate(moment, LONDON)
  return SPOKEN_HOURS[format(there, 'HH:mm')] ?? format(there, there.getMinutes() === 0 ? 'haaa' : 'h:mmaaa')
}

/** The same with the year, where what is long past stands beside what is to come: "Tuesday 3 March 2026, 4pm". */
export const speakMomentInFull = (moment: Date): string => spoken({ moment, day: 'EEEE d MMMM yyyy' })

/** Few people are sure which of the two “12pm” is. */
const SPOKEN_HOURS: Readonly<Record<string, string>> = { '00:00': 'midnight', '12:00': 'midday' }

/** A calendar date as people read it: "3 March 2026". */
export const speakDate = (date: CalendarDate): string => format(asPlainDate(date), 'd MMMM yyyy')

/** The month of a calendar date as people read it: "March 2026". */
export const speakMonth = (date: CalendarDate): string => format(asPlainDate(date), 'MMMM yyyy')

/** A calendar date as a leaf of a calendar shows it: "Tue", "3", "Mar". */
export const tileOf = (date: CalendarDate): { weekday: string; day: string; month: string } => {
  const plain = asPlainDate(date)
  return { weekday: format(plain, 'EEE'), day: format(plain, 'd'), month: format(plain, 'MMM') }
}

/** The calendar date so many days later (or earlier, when negative). */
export const daysAfter = ({ date, days }: { date: CalendarDate; days: number }): CalendarDate =>
  format(addDays(asPlainDate(date), days), 'yyyy-MM-dd')

/** The calendar date so many months later; the last day of a shorter month where the day does not exist. */
export const monthsAfter = ({ date, months }: { date: CalendarDate; months: number }): CalendarDate =>
  format(addMonths(asPlainDate(date), months), 'yyyy-MM-dd')

/** Whether a text is a real calendar date in the form `YYYY-MM-DD`. */
export const isCalendarDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(asPlainDate(text).getTime()) &&
  format(asPlainDate(text), 'yyyy-MM-dd') === text

const spoken = ({ moment, day }: { moment: Date; day: string }): string =>
  `${format(new TZDate(moment, LONDON), day)}, ${speakTime(moment)}`

/**
 * By how many milliseconds London's clocks are ahead at a moment. They change on the full hour, so that the last hour
 * asked about is remembered.
 */
const aheadOfUtc = (moment: Date): number => {
  const hour = Math.floor(moment.getTime() / millisecondsInHour)
  if (hour !== lastAsked.hour) lastAsked = { hour, ahead: tzOffset(LONDON, moment) * millisecondsInMinute }
  return lastAsked.ahead
}

let lastAsked = { hour: Number.NaN, ahead: Number.NaN }

const asPlainDate = (date: CalendarDate): Date => {
  const { year, month, day } = partsOf(date)
  return new Date(year, month - 1, day)
}

const partsOf = (date: CalendarDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})
