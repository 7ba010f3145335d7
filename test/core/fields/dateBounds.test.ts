import { expect, test } from '@jest/globals'
import { beyondBounds } from '../../../src/core/fields/dateBounds.ts'

const today = '2026-03-03'

test.each([
  ['birthOfChild', '2031-05-05', '5 May 2031 is still to come, so nobody was born on it. Check the year.'],
  ['birthOfChild', '2026-03-04', '4 March 2026 is still to come, so nobody was born on it. Check the year.'],
  ['birthOfChild', '1898-01-01', '1 January 1898 is too long ago for this birth. Check the year.'],
  ['birthOfChild', '0214-01-20', '20 January 0214 is too long ago for this birth. Check the year.'],
  ['birthOfChild', '2026-03-03', undefined],
  ['birthOfChild', '1996-03-03', undefined],
  ['birthOfChild', '1996-03-02', '2 March 1996 is too long ago for this birth. Check the year.'],
  ['birthOfAdult', '1898-01-01', '1 January 1898 is too long ago for a birth. Check the year.'],
  ['birthOfAdult', '1936-01-01', undefined],
  ['happened', '2026-03-03', undefined],
  ['happened', '2026-03-04', '4 March 2026 is still to come. Check the year.'],
  ['begins', '2062-03-03', '3 March 2062 is too far ahead. Check the year.'],
  ['begins', '2027-03-03', undefined],
  ['begins', '1986-03-02', '2 March 1986 is too long ago. Check the year.'],
  ['usual', '2046-03-03', undefined],
  ['usual', '2062-03-03', '3 March 2062 is too far ahead. Check the year.'],
  ['usual', 'tomorrow', undefined],
] as const)('[INPUT] of the kind %s, %s: %s', (kind, date, says) => {
  expect(beyondBounds({ date, kind, today })).toBe(says)
})
