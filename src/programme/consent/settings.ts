import { readerOf, type NumberSetting } from '../../core/house/defineSetting.ts'
import { mayChangeSettings } from '../people/roles.ts'

/** For how long a yes lasts, from the day on which it is given [CON-5]. */
const renewalMonths: NumberSetting = {
  kind: 'number',
  name: 'consentRenewalMonths',
  label: 'Months after which parents and carers are asked again',
  place: 9,
  unit: 'months',
  from: 3,
  to: 36,
  usual: 12,
  changedBy: mayChangeSettings,
  explained: 'Holds for answers given from now on: nobody’s yes lasts longer or shorter than they were told.',
}

/** For how many months a yes lasts, until the charity changes it. */
export const USUAL_RENEWAL_MONTHS = renewalMonths.usual

/** What the charity sets about consent. */
export const consentSettings = [renewalMonths]

/** Today's settings about consent. */
export const readConsentSettings = readerOf({ renewalMonths })
