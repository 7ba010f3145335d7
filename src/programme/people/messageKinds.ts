import { z } from 'zod'
import { aPerson } from '../../core/house/audience.ts'
import { defineMessages, moment } from '../../core/house/defineMessage.ts'

/** What is written about accounts. */
export const accountMessages = defineMessages({
  invitation: { details: z.strictObject({ validUntil: moment }), to: aPerson },
  'password-reset': { details: z.strictObject({ validUntil: moment }), to: aPerson },
})
