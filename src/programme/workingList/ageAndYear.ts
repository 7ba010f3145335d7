import { isCalendarDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { SchoolYear } from '../people/children/schoolYear.ts'

/** What a cell "age and year group" says: an age in years, school years (two where it said "Y9/10"), a birth date. */
export type AgeAndYear = { age?: number; years: readonly SchoolYear[]; bornOn?: CalendarDate }

/** What was read, or why it cannot be right. */
export type ReadAgeAndYear = { read: AgeAndYear } | { problem: string; nextStep: string }

/**
 * Reads the forms in which people write an age and a year group: "11 / Y7", "Yr 9", "12, year 8", "year seven",
 * "Y9/10", "13yrs", "Post-16", "14/02/2012". Words that say neither are no problem: they are kept as they are. A date
 * that does not exist or an age that no child has is one.
 */
export const readAgeAndYear = (words: string): ReadAgeAndYear => {
  let rest = words.toLowerCase().normalize('NFKC')
  const dated = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)|(\d{4})-(\d{2})-(\d{2})/.exec(rest)
  let bornOn: CalendarDate | undefined
  if (dated) {
    bornOn = calendarDateOf(dated)
    if (!bornOn)
      return {
        problem: `${dated[0]} is not a day in any calendar.`,
        nextStep: 'Find out the date of birth and write it as day/month/year, or leave it out.',
      }
    rest = rest.replace(dated[0], ' ')
  }
  const years = yearsIn(rest)
  const age = ageIn(rest.replaceAll(YEAR_WORDS, ' '))
  if (years.some((year) => year > LAST_YEAR))
    return {
      problem: `There is no year ${Math.max(...years)} at school.`,
      nextStep: 'Write the year group that the child is in, or leave it out.',
    }
  if (age !== undefined && age > OLDEST)
    return { problem: `${age} cannot be a child’s age.`, nextStep: 'Write the age in years, or leave it out.' }
  return { read: { ...(age === undefined ? {} : { age }), years, ...(bornOn ? { bornOn } : {}) } }
}

/**
 * How two cells stand to each other: whether they may speak of one child. `year-on` is the same child a school year
 * later.
 */
export type SameAge = 'equal' | 'open' | 'year-on' | 'different'

/** Compares what was known before with what is said now. */
export const compareAges = ({ before, now }: { before: AgeAndYear; now: AgeAndYear }): SameAge => {
  if (before.bornOn && now.bornOn) return before.bornOn === now.bornOn ? 'equal' : 'different'
  if (before.years.length > 0 && now.years.length > 0) return steps(before.years, now.years)
  if (before.age !== undefined && now.age !== undefined) return steps([before.age], [now.age])
  const [years, age] = before.years.length > 0 ? [before.years, now.age] : [now.years, before.age]
  if (years.length > 0 && age !== undefined)
    return years.some((year) => age === year + 4 || age === year + 5) ? 'open' : 'different'
  return 'open'
}

const steps = (before: readonly number[], now: readonly number[]): SameAge => {
  if (before.some((one) => now.includes(one))) return 'equal'
  return before.some((one) => now.includes(one + 1)) ? 'year-on' : 'different'
}

const NUMBERS = [
  'nought',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
]
const NUMBER = `\\d{1,3}|${NUMBERS.join('|')}`

/** "y7", "yr 9", "year seven", "years 9/10", "y9-10". Not "13 yrs": there the number stands before. */
const YEAR_WORDS = new RegExp(
  `(?:\\byears?|\\byrs?|\\by)(?:\\s*group)?[\\s.:-]*(${NUMBER})\\b(?:\\s*(?:/|-|–|or|and|&)\\s*(?:years?|yrs?|y)?\\s*(${NUMBER})\\b)?`,
  'g',
)

const yearsIn = (words: string): SchoolYear[] => {
  const found = [...words.matchAll(YEAR_WORDS)].flatMap(([, one, other]) =>
    [one, other].flatMap((word) => (word === undefined ? [] : [numberOf(word)])),
  )
  if (/\breception\b/.test(words)) found.push(0)
  if (/\bpost[\s-]*16\b|\bsixth\s*form\b/.test(words)) found.push(12, 13)
  return [...new Set(found)].sort((left, right) => left - right)
}

const ageIn = (words: string): number | undefined => {
  const [, digits] =
    /\b(\d{1,3})\s*(?:years?|yrs?|y\/?o)?(?:\s*old)?\b/.exec(words.replaceAll(/\bpost[\s-]*16\b/g, ' ')) ?? []
  return digits === undefined ? undefined : Number(digits)
}

const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word))

const calendarDateOf = ([, day, month, year, isoYear, isoMonth, isoDay]: RegExpExecArray): CalendarDate | undefined => {
  const full = isoYear ?? (year?.length === 2 ? `20${year}` : year)
  const date = `${full}-${(isoMonth ?? month ?? '').padStart(2, '0')}-${(isoDay ?? day ?? '').padStart(2, '0')}`
  return isCalendarDate(date) ? date : undefined
}

const LAST_YEAR = 14
const OLDEST = 25
