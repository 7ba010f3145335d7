import { aPerson } from '../../core/house/audience.ts'
import { defineMessages, nothing } from '../../core/house/defineMessage.ts'

/** What is written about matches and hand-overs. */
export const matchingMessages = defineMessages({
  'handover-needed': { details: nothing, to: aPerson },
  'match-ended': { details: nothing, to: aPerson },
})
