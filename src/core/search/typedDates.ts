import { monthNumber } from '../clock/monthNumber.ts'
import { isCalendarDate, type CalendarDate } from '../clock/londonDates.ts'

/**
 * The dates that somebody may mean who types one in whatever way is usual here: day, month, year in figures with any
 * sign between them or none, the month by its name or its first letters, the year first, “3rd of July, 2013”. Of two
 * figures for the year both centuries are meant. None where it is no date.
 */
export const typedDates = (typed: string): CalendarDate[] => {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(WEEKDAY, '')
    .replaceAll(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(/\bof\b/g, ' ')
    .trim()
  for (const [pattern, order] of WAYS) {
    const parts = pattern.exec(text)
    if (!parts) continue
    const [day, month, year] = order.map((place) => parts[place] ?? '') as [string, string, string]
    const dates = datesOf({ day, month: String(monthNumber(month) ?? month), year })
    if (dates.length > 0) return dates
  }
  return []
}

/**
 * A search taken apart into the words and the dates in it: a date may stand at the end of the words, as it does where
 * somebody reads out a name and a date of birth.
 */
export const wordsAndDates = (asked: string): { words: string; dates: CalendarDate[] } => {
  const parts = asked.trim().split(/\s+/)
  for (let from = 0; from < parts.length; from += 1) {
    const dates = typedDates(parts.slice(from).join(' '))
    if (dates.length > 0) return { words: parts.slice(0, from).join(' '), dates }
  }
  return { words: asked, dates: [] }
}

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[\s,.]+/
const BETWEEN = String.raw`[\s./,·\u2010-\u2015-]+`
const NAME = String.raw`(\p{L}{3,9})\.?`

/** Each way to write a date, and where in it day, month and year stand. */
const WAYS: ReadonlyArray<[pattern: RegExp, order: readonly [day: number, month: number, year: number]]> = [
  [new RegExp(String.raw`^(\d{4})${BETWEEN}(\d{1,2})${BETWEEN}(\d{1,2})$`), [3, 2, 1]],
  [new RegExp(String.raw`^(\d{1,2})${BETWEEN}(\d{1,2})${BETWEEN}(\d{4}|\d{2})$`), [1, 2, 3]],
  [new RegExp(String.raw`^(\d{1,2})(?:${BETWEEN})?${NAME}(?:${BETWEEN})?['’]?(\d{4}|\d{2})$`, 'u'), [1, 2, 3]],
  [new RegExp(String.raw`^${NAME}(?:${BETWEEN})?(\d{1,2})${BETWEEN}['’]?(\d{4}|\d{2})$`, 'u'), [2, 1, 3]],
  [/^(\d{2})(\d{2})(\d{4})$/, [1, 2, 3]],
  [/^(\d{4})(\d{2})(\d{2})$/, [3, 2, 1]],
  [/^(\d{2})(\d{2})(\d{2})$/, [1, 2, 3]],
]

const datesOf = ({ day, month, year }: { day: string; month: string; year: string }): CalendarDate[] =>
  (year.length === 2 ? [`20${year}`, `19${year}`] : [year])
    .map((whole) => `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isCalendarDate)
