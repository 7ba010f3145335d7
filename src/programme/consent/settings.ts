import type { NumberField } from 'payload'
import type { Query } from '../../core/database/query.ts'

/** What the charity sets about consent. `renewalMonths`: for how long a yes lasts, from the day on which it is given [CON-5]. */
export type ConsentSettings = { renewalMonths: number }

/** What holds until somebody changes it. */
export const DEFAULT_CONSENT_SETTINGS: ConsentSettings = { renewalMonths: 12 }

/** The same as fields of the settings page. */
export const consentSettingFields: NumberField[] = [
  {
    name: 'consentRenewalMonths',
    label: 'Months after which parents and carers are asked again',
    type: 'number',
    required: true,
    defaultValue: DEFAULT_CONSENT_SETTINGS.renewalMonths,
    min: 3,
    max: 36,
    validate: (value: unknown) => (Number.isInteger(value) && Number(value) >= 3 && Number(value) <= 36) || 'Give a whole number of months from 3 to 36.',
    admin: { step: 1, description: 'Holds for answers given from now on: nobody’s yes lasts longer or shorter than they were told.' },
  },
]

/** Today's settings about consent. */
export const readConsentSettings = async ({ query }: { query: Query }): Promise<ConsentSettings> => {
  const [row] = await query<{ months: number | null }>('select consent_renewal_months::float8 as months from programme_settings limit 1')
  return { renewalMonths: row?.months ?? DEFAULT_CONSENT_SETTINGS.renewalMonths }
}
