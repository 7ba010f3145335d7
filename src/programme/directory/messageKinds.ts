import { aPerson } from '../../core/house/audience.ts'
import { defineMessages, nothing } from '../../core/house/defineMessage.ts'

/** What is written about the directory. */
export const directoryMessages = defineMessages({ 'suggestion-answered': { details: nothing, to: aPerson } })
