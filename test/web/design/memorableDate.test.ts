import { describe, expect, test } from '@jest/globals'
import { isCalendarDate } from '../../../src/core/clock/londonDates.ts'
import { joinTypedDate, splitDate, typedDateFrom } from '../../../src/web/design/memorableDate.ts'

describe('a date typed as three', () => {
  test.each([
    [{ day: '3', month: '3', year: '2014' }, '2014-03-03'],
    [{ day: '31', month: '12', year: '2014' }, '2014-12-31'],
    [{ day: '29', month: 'feb', year: '2016' }, '2016-02-29'],
    [{ day: '1', month: 'SEPTEMBER', year: '2012' }, '2012-09-01'],
    [{ day: '', month: '', year: '' }, ''],
  ])('%j is %s', (typed, date) => {
    expect(joinTypedDate(typed)).toBe(date)
  })

  test.each([
    { day: '31', month: '2', year: '2014' },
    { day: '29', month: 'Feb', year: '2015' },
    { day: '3', month: 'ma', year: '2014' },
    { day: '3', month: '', year: '2014' },
    { day: '3', month: '3', year: '14' },
    { day: 'x', month: '3', year: '2014' },
    { day: '3', month: 'Octember', year: '2014' },
  ])('%j is something, and no calendar date', (typed) => {
    const joined = joinTypedDate(typed)
    expect(joined).not.toBe('')
    expect(isCalendarDate(joined)).toBe(false)
  })

  test('is read from what was posted, trimmed, and empty where nothing or nonsense came', () => {
    expect(
      typedDateFrom({
        body: { 'born-day': ' 3 ', 'born-month': 'March', 'born-year': ['2014', '2015'] },
        name: 'born',
      }),
    ).toEqual({ day: '3', month: 'March', year: '' })
    expect(typedDateFrom({ body: {}, name: 'born' })).toEqual({ day: '', month: '', year: '' })
  })

  test('goes back into three to be changed', () => {
    expect(splitDate('2014-03-09')).toEqual({ day: '9', month: '3', year: '2014' })
    expect(splitDate('')).toEqual({ day: '', month: '', year: '' })
    expect(joinTypedDate(splitDate('2014-10-20'))).toBe('2014-10-20')
  })
})
