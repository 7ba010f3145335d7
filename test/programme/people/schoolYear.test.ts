import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { daysAfter, londonDate, monthsAfter } from '../../../src/core/clock/londonDates.ts'
import {
  schoolYear,
  schoolYearName,
  STAGES,
  suggestedStages,
  type Stage,
} from '../../../src/programme/people/children/schoolYear.ts'

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => daysAfter({ date: '1990-01-01', days }))

describe('the school year of a birth date', () => {
  test.each([
    // The day that parts two years, for the child and for the calendar.
    ['2014-08-31', '2025-09-01', 7],
    ['2014-09-01', '2025-09-01', 6],
    ['2014-08-31', '2026-08-31', 7],
    ['2014-08-31', '2026-09-01', 8],
    ['2014-09-01', '2026-08-31', 6],
    ['2014-09-01', '2026-09-01', 7],
    ['2013-09-01', '2025-08-31', 6],
    ['2013-09-01', '2025-09-01', 7],
    // Born on 29 February, and asked on one.
    ['2012-02-29', '2024-02-29', 7],
    ['2012-02-29', '2023-08-31', 6],
    ['2012-02-29', '2023-09-01', 7],
    ['2012-03-01', '2024-02-29', 7],
    ['2016-02-29', '2027-02-28', 6],
    ['2016-02-29', '2027-03-01', 6],
    // The turn of the calendar year changes nothing.
    ['2013-12-31', '2024-12-31', 6],
    ['2013-12-31', '2025-01-01', 6],
    ['2014-01-01', '2024-12-31', 6],
    // The edges of school: Reception, Year 1, Year 11, after it, before it.
    ['2021-08-31', '2025-09-01', 0],
    ['2020-09-01', '2025-09-01', 0],
    ['2020-08-31', '2025-09-01', 1],
    ['2021-09-01', '2025-09-01', -1],
    ['2009-09-01', '2025-09-01', 11],
    ['2009-08-31', '2025-09-01', 12],
    ['2007-09-01', '2025-09-01', 13],
    ['2007-08-31', '2025-09-01', 14],
  ])('[STG-3] born on %s, on %s: %s', (bornOn, on, year) => {
    expect(schoolYear({ bornOn, on })).toBe(year)
  })

  test.each([
    ['2026-08-31T22:59:59Z', 7, 'a second before midnight in London, which is on summer time'],
    ['2026-08-31T23:00:00Z', 8, 'midnight in London, still 31 August by the world’s clock'],
    ['2026-03-29T00:59:59Z', 7, 'the last second of winter time'],
    ['2026-03-29T01:00:00Z', 7, 'the first second of summer time'],
    ['2026-10-25T00:59:59Z', 8, 'the last second of summer time'],
    ['2026-10-25T01:00:00Z', 8, 'the hour that comes twice'],
    ['2026-12-31T23:59:59Z', 8, 'New Year’s Eve'],
  ])('[STG-3] at %s it is year %s: %s', (moment, year) => {
    expect(schoolYear({ bornOn: '2014-08-31', on: londonDate(new Date(moment)) })).toBe(year)
  })

  test('[STG-3] a child goes up a year on each 1 September and on no other day', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (bornOn, on) => {
        const today = schoolYear({ bornOn, on })
        const tomorrow = schoolYear({ bornOn, on: daysAfter({ date: on, days: 1 }) })
        expect(Number(tomorrow) - Number(today)).toBe(on.endsWith('-08-31') ? 1 : 0)
      }),
      { numRuns: 3000 },
    )
  })

  test('[STG-3] in Reception every child is four or has turned five since 1 September', () => {
    fc.assert(
      fc.property(anyDate, (bornOn) => {
        const fourth = monthsAfter({ date: bornOn, months: 48 })
        const starts =
          fourth.slice(5) <= '08-31' ? `${fourth.slice(0, 4)}-09-01` : `${Number(fourth.slice(0, 4)) + 1}-09-01`
        expect(schoolYear({ bornOn, on: starts })).toBe(0)
        expect(schoolYear({ bornOn, on: daysAfter({ date: starts, days: -1 }) })).toBe(-1)
      }),
      { numRuns: 3000 },
    )
  })

  test('[STG-3] two children born in one school year are always in the same year', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 364 }), anyDate, (someDay, days, on) => {
        const first = `${someDay.slice(0, 4)}-09-01`
        const other = daysAfter({ date: first, days })
        expect(schoolYear({ bornOn: other, on })).toBe(schoolYear({ bornOn: first, on }))
      }),
    )
  })
})

describe('an override', () => {
  const heldBack = { year: 6, on: '2025-11-12' }

  test.each([
    ['2025-11-12', 6, 'the day it was found'],
    ['2025-09-01', 6, 'the whole of that school year'],
    ['2026-08-31', 6, 'until its last day'],
    ['2026-09-01', 7, 'rolls over by itself'],
    ['2027-09-01', 8, 'and again'],
    ['2025-08-31', 6, 'before that school year the birth date counts'],
    ['2024-09-01', 6, 'before that school year the birth date counts'],
    ['2024-08-31', 5, 'before that school year the birth date counts'],
  ])('[STG-3] on %s: year %s, %s', (on, year) => {
    expect(schoolYear({ bornOn: '2014-08-31', on, override: heldBack })).toBe(year)
  })

  test('[STG-3] tells where no birth date is known, and nothing else does', () => {
    expect(schoolYear({ on: '2026-09-01', override: heldBack })).toBe(7)
    expect(schoolYear({ bornOn: null, on: '2025-08-31', override: heldBack })).toBeUndefined()
    expect(schoolYear({ on: '2026-09-01' })).toBeUndefined()
    expect(schoolYear({ bornOn: null, on: '2026-09-01', override: null })).toBeUndefined()
  })

  test('[STG-3] keeps its distance from the child’s own age group for ever', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyDate,
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 4000 }),
        (bornOn, found, year, days) => {
          const later = daysAfter({ date: found, days })
          const distance = (on: string) =>
            Number(schoolYear({ bornOn, on, override: { year, on: found } })) - Number(schoolYear({ bornOn, on }))
          expect(distance(later)).toBe(distance(found))
        },
      ),
    )
  })
})

describe('names and stages', () => {
  test.each([
    [undefined, 'Not known'],
    [-1, 'Before school'],
    [0, 'Reception'],
    [1, 'Year 1'],
    [7, 'Year 7'],
    [11, 'Year 11'],
    [12, 'Post-16'],
    [14, 'Post-16'],
  ])('[STG-3] year %s is called %s', (year, name) => {
    expect(schoolYearName(year)).toBe(name)
  })

  test.each<[number | undefined, Stage[]]>([
    [undefined, []],
    [-1, []],
    [0, []],
    [4, []],
    [5, ['one']],
    [6, ['one']],
    [7, ['one', 'two']],
    [8, ['one', 'two']],
    [9, ['two']],
    [10, ['three']],
    [11, ['three']],
    [12, ['three']],
    [15, ['three']],
  ])('[STG-1] year %s suggests %j', (year, stages) => {
    expect(suggestedStages(year)).toEqual(stages)
  })

  test('[STG-1] from year 5 on every year has a stage, and never more than two', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 30 }), (year) => {
        const { length } = suggestedStages(year)
        expect(length >= 1).toBe(year >= 5)
        expect(length).toBeLessThanOrEqual(2)
      }),
    )
    expect(Object.keys(STAGES)).toEqual(['one', 'two', 'three'])
  })
})
