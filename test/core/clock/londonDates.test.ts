import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  daysAfter,
  isCalendarDate,
  isLondonTime,
  londonDate,
  londonMoment,
  londonTime,
  monthsAfter,
  speakDate,
  speakMoment,
} from '../../../src/core/clock/londonDates.ts'

const asIntlSays = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The nights on which the clocks change, quarter of an hour by quarter of an hour, and any other moments between. */
const moment = fc.oneof(
  fc
    .record({
      night: fc.constantFrom(
        '2026-03-28T22:00:00Z',
        '2026-03-29T22:00:00Z',
        '2026-10-24T22:00:00Z',
        '2026-10-25T22:00:00Z',
        '2028-02-28T22:00:00Z',
      ),
      quarter: fc.nat(24),
    })
    .map(({ night, quarter }) => new Date(Date.parse(night) + quarter * 900_000 - 1)),
  fc.date({ min: new Date('1975-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }),
)

test('the date in London at a moment is what the calendar there says, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 2, maxLength: 8 }), (moments) => {
      expect(moments.map(londonDate)).toEqual(moments.map((one) => asIntlSays.format(one)))
    }),
    { numRuns: 500 },
  )
})

test('on a day on which the clocks change, each of its moments goes by its own hour', () => {
  const said = {
    '2026-03-29T00:30:00Z': '2026-03-29',
    '2026-03-29T23:30:00Z': '2026-03-30',
    '2026-10-24T23:30:00Z': '2026-10-25',
    '2026-10-25T23:30:00Z': '2026-10-25',
  }
  for (const moments of [Object.entries(said), Object.entries(said).reverse()])
    for (const [at, date] of moments) expect([at, londonDate(new Date(at))]).toEqual([at, date])
})

test('a moment that is none has no date', () => {
  expect(() => londonDate(new Date(Number.NaN))).toThrow(RangeError)
})

/** What each time of the nights of 2026 and 2027 means, in UTC; undefined where London's clocks never show it. */
const NIGHTS: ReadonlyArray<readonly [date: string, time: string, moment: string | undefined]> = [
  ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '01:00', undefined],
  ['2026-03-29', '01:30', undefined],
  ['2026-03-29', '01:59', undefined],
  ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ['2026-03-28', '01:30', '2026-03-28T01:30:00.000Z'],
  ['2026-03-30', '01:30', '2026-03-30T00:30:00.000Z'],
  ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
  ['2026-10-25', '01:00', '2026-10-25T00:00:00.000Z'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '01:59', '2026-10-25T00:59:00.000Z'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ['2027-03-28', '00:59', '2027-03-28T00:59:00.000Z'],
  ['2027-03-28', '01:00', undefined],
  ['2027-03-28', '01:30', undefined],
  ['2027-03-28', '01:59', undefined],
  ['2027-03-28', '02:00', '2027-03-28T01:00:00.000Z'],
  ['2027-10-31', '00:59', '2027-10-30T23:59:00.000Z'],
  ['2027-10-31', '01:00', '2027-10-31T00:00:00.000Z'],
  ['2027-10-31', '01:30', '2027-10-31T00:30:00.000Z'],
  ['2027-10-31', '01:59', '2027-10-31T00:59:00.000Z'],
  ['2027-10-31', '02:00', '2027-10-31T02:00:00.000Z'],
]

test.each(NIGHTS)('on %s the time %s is what London’s clocks make of it', (date, time, moment) => {
  expect(isLondonTime({ date, time })).toBe(moment !== undefined)
  if (moment !== undefined) expect(londonMoment({ date, time }).toISOString()).toBe(moment)
})

test.each([
  ['2026-03-03T16:00:00Z', '16:00', 'Tuesday 3 March, 4pm'],
  ['2026-03-03T16:01:00Z', '16:01', 'Tuesday 3 March, 4:01pm'],
  ['2026-03-03T16:30:00Z', '16:30', 'Tuesday 3 March, 4:30pm'],
  ['2026-03-03T12:00:00Z', '12:00', 'Tuesday 3 March, midday'],
  ['2026-03-03T12:30:00Z', '12:30', 'Tuesday 3 March, 12:30pm'],
  ['2026-03-03T00:00:00Z', '00:00', 'Tuesday 3 March, midnight'],
  ['2026-07-01T08:00:00Z', '09:00', 'Wednesday 1 July, 9am'],
  ['2026-07-01T23:00:00Z', '00:00', 'Thursday 2 July, midnight'],
])('the moment %s is %s in London, and read as “%s”', (moment, time, words) => {
  expect([londonTime(new Date(moment)), speakMoment(new Date(moment))]).toEqual([time, words])
})

test('a calendar date is spoken, counted on by days and by months, and told from what is none', () => {
  expect(speakDate('2026-03-03')).toBe('3 March 2026')
  expect([1, -3, 0, 365].map((days) => daysAfter({ date: '2026-03-03', days }))).toEqual([
    '2026-03-04',
    '2026-02-28',
    '2026-03-03',
    '2027-03-03',
  ])
  expect([1, -1, 12, -216].map((months) => monthsAfter({ date: '2026-03-31', months }))).toEqual([
    '2026-04-30',
    '2026-02-28',
    '2027-03-31',
    '2008-03-31',
  ])
  expect(
    ['2026-03-03', '2028-02-29', '2026-02-29', '2026-13-01', '2026-3-3', '03.03.2026', '2026-03-03T12', ''].map(
      isCalendarDate,
    ),
  ).toEqual([true, true, false, false, false, false, false, false])
})
