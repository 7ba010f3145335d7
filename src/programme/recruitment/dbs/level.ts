import type { CalendarDate } from '../../../core/clock/londonDates.ts'

/** How often somebody meets children in their role, as the co-ordinator states it. */
export const MEETS_CHILDREN = {
  weekly: 'Every week',
  often: 'More than 3 days in 30',
  overnight: 'Overnight',
  seldom: 'Less often than that',
  never: 'Not at all',
} as const

/** One of them, as stored. */
export type MeetsChildren = keyof typeof MEETS_CHILDREN

/** The levels of a check, from the lowest to the highest. */
export const DBS_LEVELS = {
  basic: 'Basic',
  enhanced: 'Enhanced',
  'enhanced-barred': 'Enhanced with the children’s barred list',
} as const

/** A level, as stored. */
export type DbsLevel = keyof typeof DBS_LEVELS

/** A match as far as it says how often somebody meets a child: from its first day through its last. */
export type MatchRhythm = { frequency: string; from: CalendarDate; until: CalendarDate | null }

/** How often somebody meets children: what is stated of their role, and the rhythm of their matches. */
export type ContactFacts = { meetsChildren: MeetsChildren; matches: readonly MatchRhythm[] }

/**
 * The level of check that a role asks for on a date, and why, in words [VOL-6]. Meeting a child weekly, on more than 3
 * days in 30, or overnight asks for the children's barred list; being supervised exempts nobody.
 */
export const requiredDbsLevel = ({
  facts: { meetsChildren, matches },
  on,
}: {
  facts: ContactFacts
  on: CalendarDate
}): { level: DbsLevel; reason: string } => {
  const running = matches.filter(({ from, until }) => from <= on && (until === null || on <= until))
  const days = running.reduce((sum, { frequency }) => sum + (DAYS_IN_THIRTY[frequency] ?? DAYS_IN_THIRTY.weekly), 0)
  if (meetsChildren === 'overnight') return { level: 'enhanced-barred', reason: 'they are with children overnight' }
  if (meetsChildren === 'weekly' || running.some(({ frequency }) => frequency === 'weekly'))
    return { level: 'enhanced-barred', reason: 'they meet a child every week' }
  if (meetsChildren === 'often' || days > MOST_DAYS_WITHOUT_BARRED_LIST)
    return { level: 'enhanced-barred', reason: 'they meet children on more than 3 days in 30' }
  return meetsChildren === 'never' && running.length === 0
    ? { level: 'basic', reason: 'they do not meet children' }
    : { level: 'enhanced', reason: 'they meet children now and then' }
}

/** Whether a check's level reaches the one that is asked for. A level that nobody wrote down reaches none. */
export const reachesLevel = ({ held, required }: { held: DbsLevel | null; required: DbsLevel }): boolean =>
  held !== null && ORDER.indexOf(held) >= ORDER.indexOf(required)

const ORDER = Object.keys(DBS_LEVELS) as DbsLevel[]

const MOST_DAYS_WITHOUT_BARRED_LIST = 3

/** The most days in any 30 on which a pair of this rhythm can meet. */
const DAYS_IN_THIRTY: Readonly<Record<string, number>> & { weekly: number } = {
  weekly: 5,
  fortnightly: 3,
  monthly: 2,
  'two-monthly': 1,
}
