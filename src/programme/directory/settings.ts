import type { NumberField } from 'payload'
import type { Query } from '../../core/database/query.ts'

/** What the charity sets about its directory. `checkMonths`: after how many months an entry that nobody has checked is flagged [DIR-1]. */
export type DirectorySettings = { checkMonths: number }

/** What holds until somebody changes it. */
export const DEFAULT_DIRECTORY_SETTINGS: DirectorySettings = { checkMonths: 12 }

/** The same as fields of the settings page. */
export const directorySettingFields: NumberField[] = [
  {
    name: 'directoryCheckMonths',
    label: 'Months after which a place in the directory is to be checked again',
    type: 'number',
    required: true,
    defaultValue: DEFAULT_DIRECTORY_SETTINGS.checkMonths,
    min: 1,
    max: 60,
    validate: (value: unknown) => (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 60) || 'Give a whole number of months from 1 to 60.',
    admin: { step: 1, description: 'Until somebody has checked it, volunteers see that it is not, and it waits on Today.' },
  },
]

/** Today's settings about the directory. */
export const readDirectorySettings = async ({ query }: { query: Query }): Promise<DirectorySettings> => {
  const [row] = await query<{ months: number | null }>('select directory_check_months::float8 as months from programme_settings limit 1')
  return { checkMonths: row?.months ?? DEFAULT_DIRECTORY_SETTINGS.checkMonths }
}
