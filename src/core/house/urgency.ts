import { daysAfter, londonDate, londonMoment, speakDate, speakTime, type CalendarDate } from '../clock/londonDates.ts'

/**
 * How much hangs on something that waits. `alarm`: somebody may be in danger. `people`: somebody waits for it. `work`: a
 * record is to be got on with. `upkeep`: lists and papers are to be kept in order.
 */
export type Gravity = 'alarm' | 'people' | 'work' | 'upkeep'

/** By when something is to be done, or since when it waits: a calendar date or a moment; nothing where neither is known. */
export type Day = CalendarDate | Date | null | undefined

/** How urgent something is: the band first, then the moment by which it is to be done; and that in words, with why. */
export type Urgency = {
  /** 0 comes first. */
  band: number
  /** Milliseconds since 1970; what has no moment at all comes last in its band. */
  at: number
  isLate: boolean
  /** For how many whole days it has waited; undefined where that is not known. */
  waitedDays: number | undefined
  /** "in 3 hours", "2 days late", "waits 6 days"; empty where nothing is known. */
  clock: string
  /** Why it stands where it does, in plain words. */
  why: string
}

/**
 * How urgent something is at a moment. What has a day of its own is due then, through the whole of that day in London;
 * what has none waits, and has waited too long once it stands longer than is fair for its kind. An alarm comes before
 * everything.
 */
export const urgencyOf = ({
  gravity,
  by,
  since,
  now,
}: {
  gravity: Gravity
  by?: Day
  since?: Day
  now: Date
}): Urgency => {
  const { nearness, at } = by ? withDay({ by, now }) : since ? waitingSince({ since, gravity, now }) : NO_DAY
  return {
    band: BANDS[gravity][nearness],
    at,
    isLate: nearness === 'late',
    waitedDays: since ? daysBetween({ from: dayOf(since), to: londonDate(now) }) : undefined,
    clock: by ? clockTo({ by, now }) : since ? waitOf({ since, now }) : '',
    why: gravity === 'alarm' ? WHY.alarm : `${WHY[gravity]} ${NEARNESS_WORDS[nearness]}`,
  }
}

/** The order of two urgencies, for sorting: the more urgent first. */
export const compareUrgency = (one: Urgency, other: Urgency): number => one.band - other.band || one.at - other.at

type Nearness = 'late' | 'today' | 'soon' | 'later' | 'waited' | 'waiting' | 'open'

const BANDS: Readonly<Record<Gravity, Readonly<Record<Nearness, number>>>> = {
  alarm: { late: 0, today: 0, soon: 0, later: 0, waited: 0, waiting: 0, open: 0 },
  people: { late: 1, today: 1, soon: 1, later: 2, waited: 2, waiting: 2, open: 3 },
  work: { late: 2, today: 2, soon: 3, later: 4, waited: 3, waiting: 4, open: 4 },
  upkeep: { late: 4, today: 4, soon: 5, later: 6, waited: 5, waiting: 6, open: 6 },
}

/** How many days something may wait that has no day of its own, before it has waited too long. */
const FAIR_DAYS: Readonly<Record<Gravity, number>> = { alarm: 0, people: 3, work: 14, upkeep: 60 }

/** What is due within so many days is soon. */
const SOON_DAYS = 3

const WHY: Readonly<Record<Gravity, string>> = {
  alarm: 'Somebody may be in danger.',
  people: 'Somebody waits for it.',
  work: 'A record waits to be got on with.',
  upkeep: 'It keeps our papers in order.',
}

const NEARNESS_WORDS: Readonly<Record<Nearness, string>> = {
  late: 'Its day has gone by.',
  today: 'It is due today.',
  soon: `It is due within ${SOON_DAYS} days.`,
  later: 'It has more time.',
  waited: 'It has waited too long.',
  waiting: 'It has no day of its own.',
  open: 'It has no day.',
}

type Place = { nearness: Nearness; at: number }

/** What has neither a day nor a beginning comes last among its like. */
const NO_DAY: Place = { nearness: 'open', at: Number.MAX_SAFE_INTEGER }

const withDay = ({ by, now }: { by: CalendarDate | Date; now: Date }): Place => {
  const due = by instanceof Date ? by : endOf(by)
  const days = daysBetween({ from: londonDate(now), to: londonDate(due) })
  return {
    nearness: due < now ? 'late' : days === 0 ? 'today' : days <= SOON_DAYS ? 'soon' : 'later',
    at: due.getTime(),
  }
}

const waitingSince = ({ since, gravity, now }: { since: CalendarDate | Date; gravity: Gravity; now: Date }): Place => {
  const due = endOf(daysAfter({ date: dayOf(since), days: FAIR_DAYS[gravity] }))
  return { nearness: due < now ? 'waited' : 'waiting', at: due.getTime() }
}

/** A date holds through its whole day in London. */
const endOf = (date: CalendarDate): Date =>
  new Date(londonMoment({ date: daysAfter({ date, days: 1 }), time: '00:00' }).getTime() - 1)

const dayOf = (day: CalendarDate | Date): CalendarDate => (day instanceof Date ? londonDate(day) : day)

const clockTo = ({ by, now }: { by: CalendarDate | Date; now: Date }): string => {
  const days = daysBetween({ from: londonDate(now), to: dayOf(by) })
  if (by instanceof Date && days === 0) return hoursTo({ by, now })
  if (days < 0) return `${counted(-days, 'day')} late`
  if (days > SPOKEN_DAYS) return `by ${speakDate(dayOf(by))}`
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return by instanceof Date && days === 1 ? `${day}, ${speakTime(by)}` : day
}

const hoursTo = ({ by, now }: { by: Date; now: Date }): string => {
  const minutes = Math.round((by.getTime() - now.getTime()) / 60_000)
  const away =
    Math.abs(minutes) < 60 ? counted(Math.abs(minutes), 'minute') : counted(Math.round(Math.abs(minutes) / 60), 'hour')
  return minutes < 0 ? `${away} late` : `in ${away}`
}

const waitOf = ({ since, now }: { since: CalendarDate | Date; now: Date }): string => {
  const days = daysBetween({ from: dayOf(since), to: londonDate(now) })
  return days <= 0 ? 'new today' : `waits ${counted(days, 'day')}`
}

/** Beyond this a number of days says less than the date. */
const SPOKEN_DAYS = 60

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const daysBetween = ({ from, to }: { from: CalendarDate; to: CalendarDate }): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / A_DAY)

/** Both dates are midnights in UTC here, where every day has 24 hours. */
const A_DAY = 24 * 60 * 60_000
