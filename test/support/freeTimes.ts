import { daysAfter, londonMoment } from '../../src/core/clock/londonDates.ts'

/** A time at which a meeting of half an hour can be: as a form sends it, and as a moment. */
export type FreeTime = { date: string; time: string; startsAt: string }

/**
 * Gives one half-hour of the daytime after another from 11 March 2026 on, none twice, since nobody is in two meetings
 * at once [MTG-12].
 */
export const freeTimes = (): (() => FreeTime) => {
  let taken = 0
  return () => {
    const date = daysAfter({ date: '2026-03-11', days: Math.floor(taken / A_DAY) })
    const halfHours = 16 + (taken % A_DAY)
    const time = `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`
    taken += 1
    return { date, time, startsAt: londonMoment({ date, time }).toISOString() }
  }
}

/** Half-hours a day: 8am to 8pm. */
const A_DAY = 24
