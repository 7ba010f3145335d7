import { speakDate, type CalendarDate } from '../../core/clock/londonDates.ts'

/** When a version was adopted, in words: the day, or the month or the year where nothing more is known [POL-2]. */
export const adoptedInWords = ({
  adoptedOn,
  adoptedIn,
}: {
  adoptedOn: CalendarDate
  adoptedIn?: string | null
}): string => adoptedIn ?? speakDate(adoptedOn)

/** When a version is to be reviewed, in words; undefined where nothing is set. */
export const reviewInWords = ({
  reviewOn,
  reviewIn,
}: {
  reviewOn: CalendarDate | null
  reviewIn: string | null
}): string | undefined => reviewIn ?? (reviewOn === null ? undefined : speakDate(reviewOn))
