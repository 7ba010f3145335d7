import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { dayOf, writtenDay } from '../../core/clock/writtenDays.ts'

/** The birth date that words hold, if any, and the rest of the words; or why it cannot be right. */
export type TakenDate = { bornOn?: CalendarDate; rest: string } | { problem: string; nextStep: string }

/**
 * Takes a date of birth out of words in small letters: "14/02/2012", "29.2.12", "2012-02-14", "1 Dec 2016",
 * "December 1st, 2016". A year of two digits is the last such year that has come. A date that is not in any calendar, of
 * which a part is missing, that has not come or that is no child's is a problem: a spreadsheet makes "07-Aug" and dates
 * of this year of what was "7/8".
 */
export const takeDate = ({ words, on }: { words: string; on: CalendarDate }): TakenDate => {
  const found = writtenDay(words)
  if (!found) return { rest: words }
  const { written, day, month, year } = found
  if (day === undefined || year === undefined)
    return { problem: `“${written}” is only part of a date.`, nextStep: PERHAPS_A_YEAR_GROUP }
  const bornOn = calendarDateOf({ day, month, year, on })
  if (!bornOn)
    return {
      problem: `${written} is not a day in any calendar.`,
      nextStep: 'Find out the date of birth and write it as day/month/year, or leave it out.',
    }
  if (bornOn > on) return { problem: `${speakDate(bornOn)} is yet to come.`, nextStep: PERHAPS_A_YEAR_GROUP }
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  if (years < YOUNGEST)
    return { problem: `Somebody born on ${speakDate(bornOn)} would be very young.`, nextStep: PERHAPS_A_YEAR_GROUP }
  if (years > OLDEST)
    return {
      problem: `Somebody born on ${speakDate(bornOn)} is no child any more.`,
      nextStep: 'Find out the date of birth and write it as day/month/year, or leave it out.',
    }
  return { bornOn, rest: words.replace(written, ' ') }
}

const YOUNGEST = 3
const OLDEST = 26

const PERHAPS_A_YEAR_GROUP =
  'Spreadsheets make dates of what looks like one: if it was a year group, write “Y” before it, as in “Y7/8”. If it was a date of birth, write it as day/month/year, or leave it out here.'

const calendarDateOf = ({
  day,
  month,
  year,
  on,
}: {
  day: string
  month: string
  year: string
  on: CalendarDate
}): CalendarDate | undefined => {
  const short = year.replace("'", '')
  const possible = short.length === 4 ? [short] : [`20${short}`, `19${short}`]
  const dates = possible.flatMap((full) => dayOf({ day, month, year: full }) ?? [])
  return dates.find((one) => one <= on) ?? dates[0]
}
