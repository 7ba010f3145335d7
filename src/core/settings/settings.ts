import type { Query } from '../database/query.ts'

/** What every page and message needs to know of the charity. What an area sets of its own is read by that area. */
export type Settings = {
  charityName: string
  programmeName: string
  accent: string
  officeEmail: string | undefined
  officePhone: string | undefined
}

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = {
  charityName: 'Kids on Track',
  programmeName: 'Mentoring',
  accent: '#0b6b62',
  officeEmail: undefined,
  officePhone: undefined,
}

/** Today's settings. Asked anew each time, because another process may have changed them. */
export const readSettings = async ({ query }: { query: Query }): Promise<Settings> => {
  const [row] = await query<
    Record<'charity_name' | 'programme_name' | 'accent' | 'office_email' | 'office_phone', string | null>
  >('select charity_name, programme_name, accent, office_email, office_phone from programme_settings limit 1')
  return {
    charityName: row?.charity_name ?? DEFAULT_SETTINGS.charityName,
    programmeName: row?.programme_name ?? DEFAULT_SETTINGS.programmeName,
    accent: row?.accent ?? DEFAULT_SETTINGS.accent,
    officeEmail: row?.office_email ?? undefined,
    officePhone: row?.office_phone ?? undefined,
  }
}
