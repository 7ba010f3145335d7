/** Where a child stands in education: staying in it as long as possible is a key objective [PLN-3]. */
export const EDUCATION_STATUSES = {
  'full-time': 'At school full time',
  'part-time': 'At school on a reduced timetable',
  'alternative-provision': 'In alternative provision',
  'home-educated': 'Educated at home',
  suspended: 'Suspended for now',
  excluded: 'Excluded',
  'not-attending': 'Has a place and does not attend',
  'no-place': 'Has no school place',
  'college-or-sixth-form': 'At college or in sixth form',
  apprenticeship: 'Apprenticeship or traineeship',
  working: 'Working',
  'not-in-education': 'Not in education, work or training',
} as const

/** An education status as stored. */
export type EducationStatus = keyof typeof EDUCATION_STATUSES
