import { isCalendarDate, type CalendarDate } from './londonDates.ts'

/** A day as people write it, taken out of a text: how it stood there, and the parts of it that were given. */
export type WrittenDay = { written: string; day?: string; month: string; year?: string }

/**
 * The first day that stands in words in small letters: "14/02/2012", "29.2.12", "2012-02-14", "1 Dec 2016", "December
 * 1st, 2016", "8th October"; the day comes before the month. Undefined where there is none. Whether there is such a day
 * is another question (`dayOf`).
 */
export const writtenDay = (words: string): WrittenDay | undefined =>
  FORMS.map((form) => form(words)).find((one) => one !== undefined)

/**
 * That day of a year of four digits; undefined where no calendar has it. `month` is a number or the beginning of its
 * name.
 */
export const dayOf = ({ day, month, year }: { day: string; month: string; year: string }): CalendarDate | undefined => {
  const named = MONTH_NAMES.indexOf(month.slice(0, 3)) + 1
  const date = `${year}-${String(named > 0 ? named : month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?!\\s+be)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b'
const DAY = '(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = "(\\d{4}|'?\\d{2})(?!\\d)"

/** One way of writing a day; `places` says in which group day, month and year stand. */
const form =
  (pattern: RegExp, places: { day?: number; month: number; year?: number }) =>
  (words: string): WrittenDay | undefined => {
    const found = pattern.exec(words)
    const month = found?.[places.month]
    return found && month !== undefined
      ? { written: found[0].trim(), day: found[places.day ?? -1], month, year: found[places.year ?? -1] }
      : undefined
  }

/** The whole ones first, so that no part of a day is taken for less than it is. */
const FORMS = [
  form(/(?<!\d)(\d{4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,2})(?!\d)/, { year: 1, month: 2, day: 3 }),
  form(/(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/, { day: 1, month: 2, year: 3 }),
  form(/(?<!\d)(\d{1,2})\s+(\d{1,2})\s+(\d{4})(?!\d)/, { day: 1, month: 2, year: 3 }),
  form(new RegExp(`${DAY}[\\s./-]*(?:of\\s+)?${MONTH}[\\s.,/-]*${YEAR}`), { day: 1, month: 2, year: 3 }),
  form(new RegExp(`\\b${MONTH}[\\s.-]*${DAY}[\\s,]+(\\d{4})(?!\\d)`), { month: 1, day: 2, year: 3 }),
  form(new RegExp(`${DAY}[\\s./-]*(?:of\\s+)?${MONTH}`), { day: 1, month: 2 }),
  form(new RegExp(`\\b${MONTH}[\\s.,/-]*${YEAR}`), { month: 1, year: 2 }),
]
