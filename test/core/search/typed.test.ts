// A date and a telephone number are found however somebody types them.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isCalendarDate } from '../../../src/core/clock/londonDates.ts'
import { typedDates, wordsAndDates } from '../../../src/core/search/typedDates.ts'
import { typedNumber } from '../../../src/core/search/typedNumber.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const ENDINGS: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st' }

/** Each usual way to write one date. */
const WAYS: ReadonlyArray<(given: { day: number; month: number; year: number }) => string> = [
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
  ({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
  ({ day, month, year }) => `${day}-${month}-${year}`,
  ({ day, month, year }) => `${day} ${month} ${year}`,
  ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
  ({ day, month, year }) => `${year}/${month}/${day}`,
  ({ day, month, year }) => `${day} ${nameOf(month)} ${year}`,
  ({ day, month, year }) => `${two(day)} ${nameOf(month).slice(0, 3).toUpperCase()} ${year}`,
  ({ day, month, year }) => `${day}${ENDINGS[day] ?? 'th'} of ${nameOf(month)}, ${year}`,
  ({ day, month, year }) => `Tuesday, ${day}${ENDINGS[day] ?? 'th'} ${nameOf(month).toLowerCase()} ${year}`,
  ({ day, month, year }) => `${nameOf(month)} ${day}, ${year}`,
  ({ day, month, year }) => `${day}-${nameOf(month).slice(0, 3)}-${year}`,
  ({ day, month, year }) => `${two(day)}${two(month)}${year}`,
  ({ day, month, year }) => `${day}/${month}/${two(year % 100)}`,
  ({ day, month, year }) => `${two(day)}.${two(month)}.${two(year % 100)}`,
  ({ day, month, year }) => `${day} ${nameOf(month).slice(0, 3)} ’${two(year % 100)}`,
  ({ day, month, year }) => `${two(day)}${two(month)}${two(year % 100)}`,
]

const two = (number: number): string => String(number).padStart(2, '0')
const nameOf = (month: number): string => MONTHS[month - 1] ?? ''

const days = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 1920, max: 2030 }),
  })
  .filter(({ day, month, year }) => isCalendarDate(`${year}-${two(month)}-${two(day)}`))

describe('a date', () => {
  test('is understood in every usual way to write it', () =>
    fc.assert(
      fc.property(days, fc.constantFrom(...WAYS), (date, way) => {
        expect([way(date), typedDates(way(date))]).toEqual([
          way(date),
          expect.arrayContaining([`${date.year}-${two(date.month)}-${two(date.day)}`]),
        ])
      }),
      { numRuns: 800 },
    ))

  test('is a real one, whatever is typed', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ./-]{0,12}$/)), (typed) => {
        expect(typedDates(typed).filter((date) => !isCalendarDate(date))).toEqual([])
      }),
      { numRuns: 800 },
    ))

  test.each(['31/2/2013', '2013', 'July 2013', 'Ash', '07700 900123', '3 Mock 2013', ''])('“%s” is none', (typed) =>
    expect(typedDates(typed)).toEqual([]),
  )

  test('stands at the end of a name too', () => {
    expect(wordsAndDates('Ash Sample 3 July 2013')).toEqual({ words: 'Ash Sample', dates: ['2013-07-03'] })
    expect(wordsAndDates('Ash Sample')).toEqual({ words: 'Ash Sample', dates: [] })
  })
})

describe('a telephone number', () => {
  test('has the same digits however it is spaced, with the country or without', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^7\d{9}$/),
        fc.constantFrom('0', '+44', '+44 (0)', '0044 ', '44'),
        fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 10, maxLength: 10 }),
        (digits, beginning, between) => {
          const spaced = [...digits].map((digit, place) => `${digit}${between[place] ?? ''}`).join('')
          const found = typedNumber(`${beginning}${spaced}`.replace(/[ .-]+$/, ''))
          expect(found).toBe(digits)
        },
      ),
      { numRuns: 400 },
    ))

  test.each(['2013', '123', 'Ash 07700', '', '07700 900123 07700 900123'])('“%s” is none', (typed) =>
    expect(typedNumber(typed)).toBeUndefined(),
  )
})
