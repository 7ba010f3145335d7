import { z } from 'zod'
import { anAddress, whomTheRecordNames } from './house/audience.ts'
import { calendarDay, defineMessages, moment } from './house/defineMessage.ts'

/** What the core itself writes: the link to a form that somebody has begun, and where the audit ends. */
export const coreMessages = defineMessages({
  'form-link': {
    details: z.strictObject({ validUntil: moment }),
    to: whomTheRecordNames("select email as address, '' as name from form_drafts where id = $1 and email is not null"),
  },
  'audit-head': {
    details: z.strictObject({ on: calendarDay, rows: z.int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    to: anAddress,
  },
})
