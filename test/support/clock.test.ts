import { expect, test } from '@jest/globals'
import { testClock } from './clock.ts'

test('stands still, moves by what it is told, and gives out moments nobody can change', () => {
  const clock = testClock('2026-03-03T16:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().toISOString()).toBe('2026-03-03T16:00:00.000Z')
  clock.advance({ days: 1, hours: -1, minutes: 30, seconds: 5, milliseconds: 7 })
  expect(clock.now().toISOString()).toBe('2026-03-04T15:30:05.007Z')
  clock.set('2026-10-25T01:30:00+01:00')
  expect(clock.now().toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('refuses a moment that would depend on the zone of the machine', () => {
  expect(() => testClock('2026-03-03T16:00:00')).toThrow('with its zone')
  expect(() => testClock('next Tuesday')).toThrow('with its zone')
})
