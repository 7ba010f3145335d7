/**
 * Why a child may benefit, as shipped [ELG-10]. The list that is offered is a setting; these have a short name in the
 * database.
 */
const REFERRAL_REASONS = {
  attendance: 'Attendance',
  bullying: 'Bullying',
  careers: 'Careers',
  confidence: 'Confidence',
  loss: 'Loss',
  family: 'Family',
  grooming: 'Grooming',
  gangs: 'Gangs',
  drugs: 'Drugs',
  health: 'Health',
  'change-of-school': 'Change of school or college',
  other: 'Other',
} as const

/** What is kept where the referrer does not know the reason. */
export const NO_KNOWN_REASON = 'other'

/** The reasons to choose from, in the order of the setting. One that the charity has added is kept in its own words. */
export const reasonChoices = (offered: readonly string[]): Array<{ value: string; label: string }> =>
  offered.map((label) => ({
    value: SHIPPED.find(([, words]) => words.toLowerCase() === label.toLowerCase())?.[0] ?? label,
    label,
  }))

/** A stored reason in words. */
export const reasonWords = (value: string): string =>
  Object.hasOwn(REFERRAL_REASONS, value) ? REFERRAL_REASONS[value as keyof typeof REFERRAL_REASONS] : value

const SHIPPED = Object.entries(REFERRAL_REASONS)
