// A day in a filter is London's, from its first minute to its last, also when the clocks change.
import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { wholeDays } from '../../../src/core/search/wholeDays.ts'

const fields = [
  { type: 'row', fields: [{ name: 'startsAt', type: 'date' }] },
  { name: 'agreedOn', type: 'text' },
] as Field[]
const turned = (where: unknown) => wholeDays({ where, fields })
const [from, until] = ['2026-06-02T23:00:00.000Z', '2026-06-03T23:00:00.000Z']

test.each([
  ['equals', { and: [{ startsAt: { greater_than_equal: from } }, { startsAt: { less_than: until } }] }],
  ['not_equals', { or: [{ startsAt: { less_than: from } }, { startsAt: { greater_than_equal: until } }] }],
  ['greater_than', { startsAt: { greater_than_equal: until } }],
  ['greater_than_equal', { startsAt: { greater_than_equal: from } }],
  ['less_than', { startsAt: { less_than: from } }],
  ['less_than_equal', { startsAt: { less_than: until } }],
])('“%s” a day', (operator, means) => {
  expect(turned({ startsAt: { [operator]: '2026-06-03' } })).toEqual(means)
  expect(turned({ or: [{ and: [{ startsAt: { [operator]: '2026-06-03' } }] }] })).toEqual({ or: [{ and: [means] }] })
})

test.each([
  ['the night in March', '2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
  ['the night in October', '2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ['29 February', '2028-02-29', '2028-02-29T00:00:00.000Z', '2028-03-01T00:00:00.000Z'],
])('a day has its own length: %s', (_name, day, first, last) =>
  expect(turned({ startsAt: { equals: day } })).toEqual({
    and: [{ startsAt: { greater_than_equal: first } }, { startsAt: { less_than: last } }],
  }),
)

test.each([
  [{ startsAt: { equals: '2026-06-03T12:00:00.000Z' } }],
  [{ startsAt: { exists: true } }],
  [{ startsAt: { equals: '2026-02-31' } }],
  [{ agreedOn: { equals: '2026-06-03' } }],
  [{ agreedOn: { equals: 'x' }, id: { in: ['a'] } }],
  [undefined],
  ['no filter'],
])('whatever else is asked stays as it is: %j', (where) => expect(turned(where)).toEqual(where))

test('what stands beside a day stays beside it', () =>
  expect(turned({ agreedOn: { equals: 'x' }, startsAt: { less_than: '2026-06-03' } })).toEqual({
    and: [{ agreedOn: { equals: 'x' } }, { startsAt: { less_than: from } }],
  }))
