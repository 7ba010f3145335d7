import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isCalendarDate, speakMonth } from '../../../src/core/clock/londonDates.ts'
import { readMonthOrYear } from '../../../src/core/clock/monthOrYear.ts'

test.each([
  ['July 2020', 'July 2020', '2020-07-01', '2020-07-31'],
  [' jul 2020 ', 'July 2020', '2020-07-01', '2020-07-31'],
  ['7/2020', 'July 2020', '2020-07-01', '2020-07-31'],
  ['2020-07', 'July 2020', '2020-07-01', '2020-07-31'],
  ['Sept. 2021', 'September 2021', '2021-09-01', '2021-09-30'],
  ['February 2024', 'February 2024', '2024-02-01', '2024-02-29'],
  ['2021', '2021', '2021-01-01', '2021-12-31'],
])('%s is read as %s', (typed, words, first, last) => {
  expect(readMonthOrYear(typed)).toEqual({ words, first, last })
})

test.each([
  '',
  'July',
  '20',
  '13/2020',
  '0/2020',
  '2020-13',
  'Jully 2020',
  'Ju 2020',
  '1 July 2020',
  '2020-07-01',
  '1820',
])('“%s” is neither a month nor a year', (typed) => {
  expect(readMonthOrYear(typed)).toBeUndefined()
})

test('any month said in words is read again, with two real days that belong to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const day = `${year}-${String(month).padStart(2, '0')}-15`
      const read = readMonthOrYear(speakMonth(day))
      expect(read?.words).toBe(speakMonth(day))
      expect([read?.first, read?.last].every((each) => isCalendarDate(each ?? ''))).toBe(true)
      expect([read?.first, read?.last].map((each) => each?.slice(0, 7))).toEqual([day.slice(0, 7), day.slice(0, 7)])
    }),
  )
})
