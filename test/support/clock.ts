import type { Clock } from '../../src/core/clock/clock.ts'

/** A clock that stands still until the test moves it. */
export type TestClock = Clock & {
  /** Stands the clock on another moment, given as an ISO 8601 moment with its zone: '2026-03-29T01:00:00Z'. */
  set: (moment: string) => void
  /** Moves the clock by the given amounts, added together; negative amounts move it back. */
  advance: (by: { days?: number; hours?: number; minutes?: number; seconds?: number; milliseconds?: number }) => void
}

/**
 * A clock that starts at an ISO 8601 moment with its zone and moves only when told. Days are 24 hours, also over a
 * clock change. Throws on a moment without a zone, which would mean another moment on another machine.
 */
export const testClock = (startsAt: string): TestClock => {
  let milliseconds = momentOf(startsAt)
  return {
    now: () => new Date(milliseconds),
    set: (moment) => {
      milliseconds = momentOf(moment)
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds: rest = 0 }) => {
      milliseconds += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + rest
    },
  }
}

const momentOf = (text: string): number => {
  const milliseconds = Date.parse(text)
  if (Number.isNaN(milliseconds) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text)) {
    throw new Error(`A test clock needs a moment with its zone, such as 2026-03-03T16:00:00Z, and not "${text}".`)
  }
  return milliseconds
}
