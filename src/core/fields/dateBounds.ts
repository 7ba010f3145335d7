import { isCalendarDate, monthsAfter, speakDate, type CalendarDate } from '../clock/londonDates.ts'

/** How far from today the days of a kind of field can lie, in years, and what else is said of a day beyond. */
type Bounds = { past: number; ahead: number; tooEarly?: string; tooLate?: string }

/**
 * What people mean by a date, by what it is of. A day beyond is a slip of the hand, such as 2062 for 2026 or 0214 for
 * 2014; whatever else is asked of a day is the rules’.
 */
const DATE_BOUNDS = {
  birthOfChild: {
    past: 30,
    ahead: 0,
    tooEarly: 'is too long ago for this birth',
    tooLate: 'is still to come, so nobody was born on it',
  },
  birthOfAdult: {
    past: 110,
    ahead: 0,
    tooEarly: 'is too long ago for a birth',
    tooLate: 'is still to come, so nobody was born on it',
  },
  /** What has happened, and is put on record afterwards. */
  happened: { past: 40, ahead: 0, tooLate: 'is still to come' },
  /** What begins now, began a while ago, or begins soon. */
  begins: { past: 40, ahead: 1 },
  /** Any other day. */
  usual: { past: 40, ahead: 20 },
} as const satisfies Readonly<Record<string, Bounds>>

/** One of these kinds. */
export type DateKind = keyof typeof DATE_BOUNDS

/**
 * Why a day is none that anybody means for this kind of date, in words; undefined where it may be one. Days alone are
 * judged: a text that is none is another’s to refuse.
 */
export const beyondBounds = ({
  date,
  kind,
  today,
}: {
  date: CalendarDate
  kind: DateKind
  today: CalendarDate
}): string | undefined => {
  if (!isCalendarDate(date)) return undefined
  const { past, ahead, tooEarly = 'is too long ago', tooLate = 'is too far ahead' }: Bounds = DATE_BOUNDS[kind]
  const wrong =
    date < monthsAfter({ date: today, months: -12 * past })
      ? tooEarly
      : date > monthsAfter({ date: today, months: 12 * ahead })
        ? tooLate
        : undefined
  return wrong && `${speakDate(date)} ${wrong}. Check the year.`
}
