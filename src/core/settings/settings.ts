import type { Query } from '../database/query.ts'

/** The settings as pages and messages use them. */
export type Settings = { charityName: string; programmeName: string; accent: string; officeEmail: string | undefined; officePhone: string | undefined; /** The skills that somebody who applies may say they have. */ volunteerSkills: readonly string[] } & ReferralSettings

/** How referrals are dealt with. `answerDays`: until a referrer is promised an answer. `members…`: how many committee members a decision or an override needs. */
export type ReferralSettings = { capacity: number; answerDays: number; membersToAccept: number; membersOverCapacity: number; referralReasons: readonly string[] }

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = {
  charityName: 'Kids on Track',
  programmeName: 'Mentoring',
  accent: '#0b6b62',
  officeEmail: undefined,
  officePhone: undefined,
  capacity: 15,
  answerDays: 28,
  membersToAccept: 1,
  membersOverCapacity: 1,
  referralReasons: ['Attendance', 'Bullying', 'Careers', 'Confidence', 'Loss', 'Family', 'Grooming', 'Gangs', 'Drugs', 'Health', 'Other'],
  volunteerSkills: [
    'Communication', 'Active listening', 'Empathy with young people', 'Organisation', 'Building trust', 'Reflection', 'Self-awareness', 'Negotiation', 'Non-judgemental', 'Constructive with challenging behaviour', 'Flexible', 'Adaptable',
  ],
}

/** Today's settings. Asked anew each time, because another process may have changed them. */
export const readSettings = async ({ query }: { query: Query }): Promise<Settings> => {
  const [row] = await query<Record<'charity_name' | 'programme_name' | 'accent' | 'office_email' | 'office_phone' | 'referral_reasons' | 'volunteer_skills', string | null> & Record<'capacity' | 'answer_days' | 'members_to_accept' | 'members_over_capacity', number | null>>(
    `select charity_name, programme_name, accent, office_email, office_phone, referral_reasons, volunteer_skills, capacity::float8 as capacity, answer_days::float8 as answer_days, members_to_accept::float8 as members_to_accept,
       members_over_capacity::float8 as members_over_capacity
     from programme_settings limit 1`,
  )
  return {
    charityName: row?.charity_name ?? DEFAULT_SETTINGS.charityName,
    programmeName: row?.programme_name ?? DEFAULT_SETTINGS.programmeName,
    accent: row?.accent ?? DEFAULT_SETTINGS.accent,
    officeEmail: row?.office_email ?? undefined,
    officePhone: row?.office_phone ?? undefined,
    capacity: row?.capacity ?? DEFAULT_SETTINGS.capacity,
    answerDays: row?.answer_days ?? DEFAULT_SETTINGS.answerDays,
    membersToAccept: row?.members_to_accept ?? DEFAULT_SETTINGS.membersToAccept,
    membersOverCapacity: row?.members_over_capacity ?? DEFAULT_SETTINGS.membersOverCapacity,
    referralReasons: row?.referral_reasons ? linesOf(row.referral_reasons) : DEFAULT_SETTINGS.referralReasons,
    volunteerSkills: row?.volunteer_skills ? linesOf(row.volunteer_skills) : DEFAULT_SETTINGS.volunteerSkills,
  }
}

/** The lines of a setting that is a list, each once. */
export const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))]
