import type { Field } from 'payload'
import type { Query } from '../../core/database/query.ts'

/** What the charity sets about its volunteers. */
export type VolunteerSettings = { recheckMonths: number; volunteerCapacity: number }

/** What holds until somebody changes it: a recheck every three years [VOL-6], two children a volunteer [VOL-5]. */
export const DEFAULT_VOLUNTEER_SETTINGS: VolunteerSettings = { recheckMonths: 36, volunteerCapacity: 2 }

/** The same as fields of the settings page. */
export const volunteerSettingFields: Field[] = [
  {
    name: 'recheckMonths',
    label: 'Months after which a DBS check is due again',
    type: 'number',
    required: true,
    defaultValue: DEFAULT_VOLUNTEER_SETTINGS.recheckMonths,
    min: 1,
    max: 120,
    admin: { description: 'A certificate does not expire; this is the charity’s own rule. It holds for checks recorded from now on.' },
  },
  { name: 'volunteerCapacity', label: 'Children a volunteer may have at a time', type: 'number', required: true, defaultValue: DEFAULT_VOLUNTEER_SETTINGS.volunteerCapacity, min: 1, max: 20 },
]

/** Today's settings about volunteers. */
export const readVolunteerSettings = async ({ query }: { query: Query }): Promise<VolunteerSettings> => {
  const [row] = await query<{ months: number | null; capacity: number | null }>('select recheck_months::float8 as months, volunteer_capacity::float8 as capacity from programme_settings limit 1')
  return { recheckMonths: row?.months ?? DEFAULT_VOLUNTEER_SETTINGS.recheckMonths, volunteerCapacity: row?.capacity ?? DEFAULT_VOLUNTEER_SETTINGS.volunteerCapacity }
}
