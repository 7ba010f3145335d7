import { yearsOld } from '../people/age.ts'
import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { SchoolYear } from '../people/children/schoolYear.ts'
import { takeDate } from './writtenDates.ts'

/** What a cell "age and year group" says: an age in years, school years (two where it said "Y9/10"), a birth date. */
export type AgeAndYear = { age?: number; years: readonly SchoolYear[]; bornOn?: CalendarDate }

/** What was read, or why it cannot be right. */
export type ReadAgeAndYear = { read: AgeAndYear } | { problem: string; nextStep: string }

/**
 * Reads the forms in which people write an age and a year group: "11 / Y7", "Yr 9", "12, year 8", "year seven",
 * "Y9/10", "13yrs", "12½", "11 years 4 months", "Post-16", and dates of birth (`writtenDates.ts`). Words that say neither
 * are no problem: they are kept as they are. What cannot be right, and what may be read in two ways, is one: a date that
 * does not exist or that no child was born on, part of a date, "7/8", an age that no child has, an age beside a birth
 * date of another. `on` is the day on which it is read.
 */
export const readAgeAndYear = ({ words, on }: { words: string; on: CalendarDate }): ReadAgeAndYear => {
  const dated = takeDate({ words: words.toLowerCase().replaceAll(FRACTION, '').normalize('NFKC'), on })
  if ('problem' in dated) return dated
  const { bornOn } = dated
  const rest = dated.rest.replaceAll(MONTHS_AFTER, '$1 ')
  const years = yearsIn(rest)
  const others = rest.replaceAll(YEAR_WORDS, ' ').replaceAll(POST_16, ' ')
  const pair = /(?<![\d/])\d{1,2}\s*(?:\/|-|–|or|to)\s*\d{1,2}(?![\d/])/.exec(others)
  if (pair)
    return {
      problem: `“${pair[0]}” may be two ages, two year groups, or a day.`,
      nextStep: 'Write “Y” before year groups, as in “Y7/8”, or one age in years.',
    }
  const age = ageIn(others)
  if (years.some((year) => year > LAST_YEAR))
    return {
      problem: `There is no year ${Math.max(...years)} at school.`,
      nextStep: 'Write the year group that the child is in, or leave it out.',
    }
  const number = /(?<!\d)(?:\d{5,}|\d{3})(?!\d)/.exec(others)?.[0]
  if ((age !== undefined && age > OLDEST) || number !== undefined)
    return {
      problem: `${number ?? String(age)} cannot be a child’s age.`,
      nextStep: 'Write the age in years, or leave it out.',
    }
  if (bornOn && age !== undefined && Math.abs(age - yearsOld({ bornOn, on })) > 1)
    return {
      problem: `Somebody born on ${speakDate(bornOn)} is ${yearsOld({ bornOn, on })}, not ${age}.`,
      nextStep: 'Find out which is right, and leave the other out.',
    }
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

/** "y7", "yr 9", "year seven", "years 9/10", "y9-10". Not "13 yrs" or "11 years 4": there the number stands before. */
const YEAR_WORDS = new RegExp(
  `(?:(?<!\\d\\s*)\\b(?:years|yrs)|\\b(?:year|yr|y))(?:\\s*group)?[\\s.:-]*(${NUMBER})\\b(?:\\s*(?:/|-|–|or|and|&)\\s*(?:years?|yrs?|y)?\\s*(${NUMBER})\\b)?`,
  'g',
)

const POST_16 = /\bpost[\s-]*16\b/g

/** Half a year more is the same age. */
const FRACTION = /\s?[½¼¾⅓⅔]|\s+(?:1\/2|1\/4|3\/4)(?!\s*\/)|\s+and\s+a\s+half\b/g

const yearsIn = (words: string): SchoolYear[] => {
  const found = [...words.matchAll(YEAR_WORDS)].flatMap(([, one, other]) =>
    [one, other].flatMap((word) => (word === undefined ? [] : [numberOf(word)])),
  )
  if (/\breception\b/.test(words)) found.push(0)
  if (/\bpost[\s-]*16\b|\bsixth\s*form\b/.test(words)) found.push(12, 13)
  return [...new Set(found)].sort((left, right) => left - right)
}

/** The age in whole years, whatever is said of months. */
const ageIn = (words: string): number | undefined => {
  const [, months] = /(?<!\d)(\d{1,2})\s*(?:months?|mths?)\b/.exec(words) ?? []
  const [, years] = /(?<!\d)(\d{1,2})\s*(?:years?|yrs?|y\/?o?)?(?:\s*old)?\b/.exec(words) ?? []
  if (months !== undefined && years === months) return Math.floor(Number(months) / 12)
  return years === undefined ? undefined : Number(years)
}

/** "11 years 4 months", "11y 4m", "11 yrs and 4 mths", "12.5". */
const MONTHS_AFTER =
  /(?<!\d)(\d{1,2})(?:\s*(?:years?|yrs?|y)[\s,]*(?:and\s*)?\d{1,2}\s*(?:months?|mths?|mos?|m)\b|[.,]\d{1,2}(?![\d.,/]))/g

const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word))

const LAST_YEAR = 14
const OLDEST = 25
