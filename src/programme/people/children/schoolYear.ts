import type { CalendarDate } from '../../../core/clock/londonDates.ts'

/**
 * A school year in England as a number: Reception is 0, Year 7 is 7, the years before school are below 0, those after
 * Year 11 are 12 and up.
 */
export type SchoolYear = number

/**
 * The year in which a child was found to be taught, and a day on which it was so. From that school year on it counts
 * instead of the birth date [STG-3].
 */
export type YearOverride = { year: SchoolYear; on: CalendarDate }

/**
 * The stages of the programme, with the school years that each is meant for and what it offers [STG-1]. They guide, and
 * never refuse anybody.
 */
export const STAGES = {
  one: {
    label: 'Stage One',
    years: 'years 5 to 8',
    from: 5,
    until: 8,
    offers: 'Camps, activity clubs, lunch clubs, trips',
  },
  two: {
    label: 'Stage Two',
    years: 'years 7 to 9',
    from: 7,
    until: 9,
    offers: 'Activity clubs, meet-ups of 3 to 6 children, an outcomes-star programme',
  },
  three: {
    label: 'Stage Three',
    years: 'year 10 and up',
    from: 10,
    until: Infinity,
    offers: 'Group workshops for life skills, work experience, preparing for the wider world',
  },
} as const

/** A stage's name as stored. */
export type Stage = keyof typeof STAGES

/**
 * A child's school year on a date in England, where a school year begins on 1 September; undefined when neither a birth
 * date nor an override tells. An override counts from the school year in which it was so and rolls over by itself; for
 * earlier dates the birth date counts [STG-3].
 */
export const schoolYear = ({
  bornOn,
  on,
  override,
}: {
  bornOn?: CalendarDate | null
  on: CalendarDate
  override?: YearOverride | null
}): SchoolYear | undefined => {
  const passed = override ? beginningOf(on) - beginningOf(override.on) : -1
  if (override && passed >= 0) return override.year + passed
  return bornOn ? beginningOf(on) - beginningOf(bornOn) - AGE_AT_RECEPTION : undefined
}

/**
 * A school year as people say it: "Year 7", "Reception", "Post-16", "Before school"; "Not known" where there is none.
 */
export const schoolYearName = (year: SchoolYear | undefined): string => {
  if (year === undefined) return 'Not known'
  if (year < 0) return 'Before school'
  if (year === 0) return 'Reception'
  return year <= LAST_YEAR_OF_SCHOOL ? `Year ${year}` : 'Post-16'
}

/**
 * The stages that a school year suggests: years 7 and 8 fit two, and below year 5 there is none [STG-1]. A suggestion:
 * the committee picks.
 */
export const suggestedStages = (year: SchoolYear | undefined): Stage[] =>
  year === undefined
    ? []
    : (Object.keys(STAGES) as Stage[]).filter((stage) => STAGES[stage].from <= year && year <= STAGES[stage].until)

/** The last school year that everybody must be in; what follows may be school, college, training or work. */
const LAST_YEAR_OF_SCHOOL = 11

/**
 * A child begins Reception in the September between their fourth and fifth birthdays, counted from the school year that
 * they were born in.
 */
const AGE_AT_RECEPTION = 5

/** The calendar year in which the school year around a date began, on 1 September. */
const beginningOf = (date: CalendarDate): number => {
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '09-01' ? year : year - 1
}
