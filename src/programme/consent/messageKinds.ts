import { z } from 'zod'
import { aPerson, holdersOf, somebodyNamed } from '../../core/house/audience.ts'
import { calendarDay, defineMessages, moment, nothing } from '../../core/house/defineMessage.ts'

const aParent = somebodyNamed('guardian')

/**
 * What is written about consent. To a parent or carer always under their own link; to everybody else that there is
 * something to read.
 */
export const consentMessages = defineMessages({
  'consent-requested': {
    details: z.strictObject({ occasion: z.enum(['first', 'reminder', 'renewal', 'of-age']), validUntil: moment }),
    to: aParent,
  },
  'consent-answered': { details: nothing, to: holdersOf('co-ordinator') },
  'consent-copy': { details: nothing, to: aParent },
  'consent-link-parent': { details: nothing, to: aParent },
  'consent-link-waits': { details: nothing, to: holdersOf('co-ordinator') },
  'consent-code-parent': { details: nothing, to: aParent },
  'call-asked': { details: nothing, to: holdersOf('co-ordinator') },
  // To the co-ordinators, and by the areas above to those who meet the child.
  'consent-withdrawn': { details: nothing, to: aPerson },
  'consent-withdrawn-parent': { details: nothing, to: aParent },
  'consent-ending-parent': { details: z.strictObject({ until: calendarDay }), to: aParent },
  'consent-new-words': { details: nothing, to: aParent },
  'consent-ended': { details: nothing, to: aPerson },
  'consent-ended-parent': { details: nothing, to: aParent },
})
