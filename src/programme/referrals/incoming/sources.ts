/** Who refers a child [ELG-2]. */
export const REFERRAL_SOURCES = {
  'camp-leader': 'Camp team leader',
  'family-support-worker': 'Family support worker',
  'social-worker': 'Social worker',
  'club-leader': 'Activity club leader',
  school: 'School',
  parent: 'Parent or carer',
  committee: 'The committee itself',
} as const

/** One of them, as stored. */
export type ReferralSource = keyof typeof REFERRAL_SOURCES

/** Those who refer by the public form, and whom the committee may ask for their view [ELG-2, ELG-9]. */
export const OUTSIDE_SOURCES = (Object.keys(REFERRAL_SOURCES) as ReferralSource[]).filter(
  (source) => source !== 'committee',
)
