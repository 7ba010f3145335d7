import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'
import { format } from 'date-fns/format'
import type { CalendarDate } from './londonDates.ts'

/** A month or a year of which no day is known, in words ("July 2020", "2021"), with its first and its last day. */
export type MonthOrYear = { words: string; first: CalendarDate; last: CalendarDate }

/** What is said to somebody who typed neither. */
export const NO_MONTH_OR_YEAR = 'Give a month with its year, or a year alone, for example July 2020.'

/** A month or a year as people write it: "July 2020", "jul 2020", "7/2020", "2020-07", "2020". Undefined for all else. */
export const readMonthOrYear = (typed: string): MonthOrYear | undefined => {
  const text = typed.trim().toLowerCase()
  if (YEAR.test(text)) return { words: text, first: `${text}-01-01`, last: `${text}-12-31` }
  const [, month = '', year = ''] = /^(\p{L}{3,9}|\d{1,2})[ /.-]+((?:19|20)\d{2})$/u.exec(text) ?? []
  const [, yearFirst = '', monthLast = ''] = /^((?:19|20)\d{2})[ /.-]+(\d{1,2})$/.exec(text) ?? []
  const number = numberOf(month || monthLast)
  if (number === undefined) return undefined
  const first = new Date(Number(year || yearFirst), number, 1)
  return {
    words: format(first, 'MMMM yyyy'),
    first: format(first, 'yyyy-MM-dd'),
    last: format(lastDayOfMonth(first), 'yyyy-MM-dd'),
  }
}

const YEAR = /^(19|20)\d{2}$/
const MONTHS = Array.from({ length: 12 }, (_none, month) => format(new Date(2020, month, 1), 'MMMM').toLowerCase())

/** From 0, of a name, its first three letters, or a number. */
const numberOf = (month: string): number | undefined => {
  const number = /^\d+$/.test(month)
    ? Number(month) - 1
    : MONTHS.findIndex((name) => month.length > 2 && name.startsWith(month))
  return number >= 0 && number < 12 ? number : undefined
}
