import { z } from 'zod'
import { anAddress, aPerson, holdersOf } from '../../core/house/audience.ts'
import { defineMessages, moment, nothing } from '../../core/house/defineMessage.ts'

/** What is written about accounts. */
export const accountMessages = defineMessages({
  invitation: { details: z.strictObject({ validUntil: moment }), to: aPerson },
  'password-reset': { details: z.strictObject({ validUntil: moment }), to: aPerson },
  'address-change-asked': {
    details: z.strictObject({ by: z.enum(['themselves', 'another']), validUntil: moment }),
    to: anAddress,
  },
  'address-confirm': { details: z.strictObject({ validUntil: moment }), to: anAddress },
  'address-changed': { details: z.strictObject({ mailbox: z.enum(['former', 'new']) }), to: anAddress },
  'account-change-to-confirm': { details: nothing, to: holdersOf('administrator', 'committee') },
  'account-change-declined': { details: nothing, to: holdersOf('administrator', 'committee') },
  'mail-test': { details: nothing, to: aPerson },
  'jobs-left-empty': { details: nothing, to: holdersOf('committee') },
})
