import { rowAt, type Query } from '../database/query.ts'

/** What every page and message needs to know of the charity. What an area sets of its own is read by that area. */
export type Settings = {
  charityName: string
  programmeName: string
  accent: string
  officeEmail: string | undefined
  officePhone: string | undefined
  officeAddress: string | undefined
}

/** What holds until somebody changes it. */
export const DEFAULT_SETTINGS: Settings = {
  charityName: 'Kids on Track',
  programmeName: 'Mentoring',
  accent: '#0b6b62',
  officeEmail: undefined,
  officePhone: undefined,
  officeAddress: undefined,
}

/** Today's settings. Asked anew each time, because another process may have changed them. */
export const readSettings = async ({ query }: { query: Query }): Promise<Settings> =>
  (await readSettingsBeside({ query, column: 'null::text', values: [] })).settings

/**
 * The same, and what else a page needs of the database, in one statement: `column` is an expression in SQL over
 * `values`.
 */
export const readSettingsBeside = async <Beside>({
  query,
  column,
  values,
}: {
  query: Query
  column: string
  values: readonly unknown[]
}): Promise<{ settings: Settings; beside: Beside }> => {
  const rows = await query<
    Record<
      'charity_name' | 'programme_name' | 'accent' | 'office_email' | 'office_phone' | 'office_address',
      string | null
    > & {
      beside: Beside
    }
  >(
    // Column by column: what asks for whatever there is, is never prepared, and this is said for every page.
    `select s.charity_name, s.programme_name, s.accent, s.office_email, s.office_phone, s.office_address, ${column} as beside from (select) as one
     left join lateral (select charity_name, programme_name, accent, office_email, office_phone, office_address from programme_settings limit 1) as s on true`,
    values,
  )
  const row = rowAt({ rows, place: 0 })
  return {
    settings: {
      charityName: row.charity_name ?? DEFAULT_SETTINGS.charityName,
      programmeName: row.programme_name ?? DEFAULT_SETTINGS.programmeName,
      accent: row.accent ?? DEFAULT_SETTINGS.accent,
      officeEmail: row.office_email || undefined,
      officePhone: row.office_phone || undefined,
      officeAddress: row.office_address || undefined,
    },
    beside: row.beside,
  }
}

/** Whether the charity has said how it is reached with a worry: a programme in use is never without [SAF-2]. */
export const canBeReached = ({ officePhone, officeEmail }: Settings): boolean =>
  officePhone !== undefined && officeEmail !== undefined
