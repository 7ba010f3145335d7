import type { CalendarDate } from '../../core/clock/londonDates.ts'

/** The age in years of somebody born on a day. */
export const yearsOld = ({ bornOn, on }: { bornOn: CalendarDate; on: CalendarDate }): number =>
  Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5) < bornOn.slice(5) ? 1 : 0)
