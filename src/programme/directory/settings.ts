import { readerOf, type NumberSetting } from '../../core/house/defineSetting.ts'
import { mayChangeSettings } from '../people/roles.ts'

/** After how many months a place that nobody has checked is flagged [DIR-1]. */
const checkMonths: NumberSetting = {
  kind: 'number',
  name: 'directoryCheckMonths',
  label: 'Months after which a place in the directory is to be checked again',
  place: 10,
  unit: 'months',
  from: 1,
  to: 60,
  usual: 12,
  changedBy: mayChangeSettings,
  explained: 'Until somebody has checked it, volunteers see that it is not, and it waits on Today.',
}

/** What the charity sets about its directory. */
export const directorySettings = [checkMonths]

/** Today's settings about the directory. */
export const readDirectorySettings = readerOf({ checkMonths })
