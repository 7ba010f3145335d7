import { dialled } from '../../../core/fields/telephone.ts'
import { speakDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import type { ListedPlace } from '../../../programme/directory/queries.ts'
import { relianceOf } from '../../../programme/directory/rules.ts'
import type { TagTone } from '../../design/Tag.tsx'

/** Where a telephone number leads: to the telephone alone, whatever else stands in it. */
export const phoneAddress = (phone: string): string => `tel:${dialled(phone)}`

/** Where an email address leads: to a new message to it alone. */
export const emailAddress = (email: string): string => `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`

/** What a place's entry can be relied on for, as a tag where that is not all well. */
export const relianceTag = ({
  place: { checkedOn, doubtedOn },
  today,
  checkMonths,
}: {
  place: Pick<ListedPlace, 'checkedOn' | 'doubtedOn'>
  today: CalendarDate
  checkMonths: number
}): { text: string; tone: TagTone } | undefined =>
  ({
    checked: undefined,
    old: { text: `Not checked for ${monthsInWords(checkMonths)}`, tone: 'waiting' as const },
    unchecked: { text: 'Not checked yet', tone: 'waiting' as const },
    doubted: { text: 'May be out of date', tone: 'waiting' as const },
  })[relianceOf({ checkedOn, doubtedOn, today, checkMonths })]

/** "a year", "2 years", "6 months". */
const monthsInWords = (months: number): string =>
  months === 12 ? 'a year' : months === 1 ? 'a month' : months % 12 === 0 ? `${months / 12} years` : `${months} months`

/** When an entry was checked, in words. */
export const checkedInWords = (checkedOn: CalendarDate | null): string =>
  checkedOn === null ? 'Nobody has checked it yet' : `Last checked on ${speakDate(checkedOn)}`
