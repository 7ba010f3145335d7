import { daysAfter, isCalendarDate, speakDate, type CalendarDate } from '../../../../core/clock/londonDates.ts'
import { dayOf, writtenDay } from '../../../../core/clock/writtenDays.ts'
import { beyondBounds } from '../../../../core/fields/dateBounds.ts'
import type { PaperRow } from './readPaperRows.ts'

/** The day of a row, with what should be known of how it was read; or why it is not sure. */
export type PaperDay = { day: CalendarDate; note?: string } | { problem: string; nextStep: string }

/**
 * The days of the rows of a log sheet, in their order. A day of which the sheet gives no year has the one year that the
 * rows around it leave, where they do: a sheet is written down one meeting after the other, or the newest first. What
 * no calendar has, what lies ahead, stands far out of the order of the sheet, falls on another weekday than is written,
 * or may be one of several, is not sure. `bornOn` is the child's birth, where it is known; `on` the day of reading.
 */
export const paperDays = ({
  rows,
  bornOn,
  on,
}: {
  rows: readonly PaperRow[]
  bornOn: CalendarDate | null
  on: CalendarDate
}): PaperDay[] => {
  const read = rows.map(({ words, settled }) =>
    settled.day === ''
      ? readDay({ written: words.heldOn, bornOn, on })
      : readSettled({ written: settled.day, bornOn, on }),
  )
  const order = orderOf(read.flatMap((one) => ('day' in one ? [one.day] : [])))
  return read.map((one, place): PaperDay => {
    const around = neighbours({ read, place, order })
    if ('problem' in one) return one
    if ('day' in one) {
      const isSettled = rows[place]?.settled.day !== ''
      const far = isSettled ? undefined : farOut({ day: one.day, around })
      return far ?? { day: one.day }
    }
    return yearFrom({ partly: one, around, on })
  })
}

type Partly = { written: string; days: CalendarDate[] }
type ReadDay = { day: CalendarDate } | Partly | { problem: string; nextStep: string }
type Reading = { written: string; bornOn: CalendarDate | null; on: CalendarDate }

const FIND_OUT = 'Find out the day, and write it here with its year.'

const readSettled = (reading: Reading): ReadDay => {
  const read = isCalendarDate(reading.written) ? possible({ day: reading.written, ...reading }) : readDay(reading)
  return 'days' in read
    ? { problem: `“${reading.written}” has no year.`, nextStep: 'Write day, month and year, as in 24/9/2024.' }
    : read
}

const readDay = ({ written, bornOn, on }: Reading): ReadDay => {
  if (written === '') return { problem: 'There is no date.', nextStep: FIND_OUT }
  const words = written.toLowerCase().normalize('NFKC').replaceAll(TIME, ' ')
  const found = writtenDay(words) ?? dayAndMonth(words)
  if (!found) return { problem: `“${written}” is no day that we can read.`, nextStep: FIND_OUT }
  const { day, month, year } = found
  const rest = words.replace(found.written, ' ')
  if (/\d/.test(rest)) return { problem: `“${written}” may be more than one day.`, nextStep: FIND_OUT }
  if (day === undefined) return { problem: `“${written}” is only part of a date.`, nextStep: FIND_OUT }
  if (year === undefined) {
    const days = YEARS_BACK.flatMap((back) => dayOf({ day, month, year: String(Number(on.slice(0, 4)) - back) }) ?? [])
    const past = days.filter((one) => one <= on && 'day' in possible({ day: one, written, bornOn, on }))
    return past.length === 0 ? notInAnyCalendar(written) : { written, days: past }
  }
  const short = year.replace("'", '')
  const whole = dayOf({ day, month, year: short.length === 4 ? short : `20${short}` })
  if (!whole) return notInAnyCalendar(written)
  const named = WEEKDAYS.find((weekday) => new RegExp(`\\b${weekday.slice(0, 3)}`).test(rest))
  const is = weekdayOf(whole)
  return named !== undefined && named !== is
    ? { problem: `${speakDate(whole)} was a ${capital(is)}, and the sheet says ${capital(named)}.`, nextStep: FIND_OUT }
    : possible({ day: whole, written, bornOn, on })
}

const possible = ({ day, bornOn, on }: Reading & { day: CalendarDate }): ReadDay => {
  if (day > on) return { problem: `${speakDate(day)} is still to come.`, nextStep: FIND_OUT }
  const beyond = beyondBounds({ date: day, kind: 'happened', today: on })
  if (beyond !== undefined) return { problem: beyond, nextStep: FIND_OUT }
  return bornOn !== null && day < bornOn
    ? { problem: `On ${speakDate(day)} the child was not born yet.`, nextStep: FIND_OUT }
    : { day }
}

const notInAnyCalendar = (written: string): ReadDay => ({
  problem: `“${written}” is not a day in any calendar.`,
  nextStep: FIND_OUT,
})

/** "24/9", which is a day here and nowhere else in the product. */
const dayAndMonth = (words: string) => {
  const [written, day, month] = /(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})(?!\d)/.exec(words) ?? []
  return written === undefined || month === undefined ? undefined : { written, day, month, year: undefined }
}

const TIME = /(?<![\d/.-])\d{1,2}(?:[:.]\d{2})?\s*(?:am|pm)\b|(?<![\d/.-])\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const weekdayOf = (day: CalendarDate): string => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const YEARS_BACK = Array.from({ length: 40 }, (_, back) => back)

/** Whether most rows follow each other, or the newest stands first. */
const orderOf = (days: readonly CalendarDate[]): 'oldest-first' | 'newest-first' => {
  const steps = days
    .slice(1)
    .map((day, place) => Math.sign(day < (days[place] ?? '') ? -1 : day > (days[place] ?? '') ? 1 : 0))
  return steps.reduce((sum, step) => sum + step, 0) < 0 ? 'newest-first' : 'oldest-first'
}

type Around = { from?: CalendarDate; until?: CalendarDate }

/** Between which days of the sheet a row stands; nothing where those contradict each other. */
const neighbours = ({
  read,
  place,
  order,
}: {
  read: readonly ReadDay[]
  place: number
  order: 'oldest-first' | 'newest-first'
}): Around | undefined => {
  const sure = (one: ReadDay): CalendarDate[] => ('day' in one ? [one.day] : [])
  const [above, below] = [read.slice(0, place).flatMap(sure), read.slice(place + 1).flatMap(sure)]
  const [from, until] = order === 'oldest-first' ? [above.at(-1), below[0]] : [below[0], above.at(-1)]
  if (from !== undefined && until !== undefined && from > until) return undefined
  // Of one row alone beside it, that one may be the slip; two on the same side agree.
  const isAtTheEnd = from === undefined || until === undefined
  return isAtTheEnd && above.length + below.length < 2 ? undefined : { from, until }
}

const farOut = ({ day, around }: { day: CalendarDate; around: Around | undefined }): PaperDay | undefined => {
  if (!around) return undefined
  const { from, until } = around
  const isFar =
    (from !== undefined && day < daysAfter({ date: from, days: -OUT_OF_ORDER_DAYS })) ||
    (until !== undefined && day > daysAfter({ date: until, days: OUT_OF_ORDER_DAYS }))
  return isFar
    ? {
        problem: `${speakDate(day)} is far out of the order of the sheet: it stands ${between(around)}.`,
        nextStep: 'Check the year, and write the day here as it was.',
      }
    : undefined
}

const OUT_OF_ORDER_DAYS = 31

const yearFrom = ({
  partly: { written, days },
  around,
  on,
}: {
  partly: Partly
  around: Around | undefined
  on: CalendarDate
}): PaperDay => {
  const { from, until = on } = around ?? {}
  const fitting = from === undefined ? days : days.filter((day) => from <= day && day <= until)
  const [only, other] = fitting
  if (only !== undefined && other === undefined && from !== undefined)
    return {
      day: only,
      note: `The sheet says “${written}” without a year. It stands ${between({ from, until: around?.until })}${around?.until === undefined ? ', and there was one such day since' : ''}, so it is ${speakDate(only)}.`,
    }
  return {
    problem: `“${written}” has no year, and the rows around it do not settle which.`,
    nextStep: FIND_OUT,
  }
}

const between = ({ from, until }: Around): string =>
  from !== undefined && until !== undefined
    ? `between ${speakDate(from)} and ${speakDate(until)}`
    : from !== undefined
      ? `after ${speakDate(from)}`
      : `before ${speakDate(until ?? '')}`
