import { z } from 'zod'
import { aPerson, holdersOf } from '../../core/house/audience.ts'
import { calendarDay, defineMessages } from '../../core/house/defineMessage.ts'

/** What is written about the charity's documents. */
export const policyMessages = defineMessages({
  'policies-to-accept': { details: z.strictObject({ by: calendarDay.optional() }), to: aPerson },
  'policy-review': { details: z.strictObject({ by: calendarDay }), to: holdersOf('committee') },
})
