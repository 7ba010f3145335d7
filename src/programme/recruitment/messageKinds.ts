import { z } from 'zod'
import { aPerson, holdersOf, whomTheRecordNames } from '../../core/house/audience.ts'
import { defineMessages, moment, nothing } from '../../core/house/defineMessage.ts'

const withinDays = z.number().int().min(1).max(366)

/** What is written to and about those who apply, their referees, and volunteers. */
export const recruitmentMessages = defineMessages({
  'application-received': { details: nothing, to: holdersOf('co-ordinator', 'committee') },
  'interview-another-time': { details: nothing, to: holdersOf('co-ordinator', 'committee') },
  'application-step': {
    details: z.strictObject({
      step: z.enum([
        'received',
        'considered',
        'interview-planned',
        'interviewed',
        'approved',
        'not-approved',
        'withdrawn',
        'new-link',
      ]),
    }),
    to: whomTheRecordNames('select email as address, name from applications where id = $1'),
  },
  'reference-requested': {
    details: z.strictObject({ occasion: z.enum(['first', 'reminder']), validUntil: moment }),
    to: whomTheRecordNames(
      "select referee_email as address, referee_name as name from volunteer_references where id = $1 and coalesce(referee_email, '') <> ''",
    ),
  },
  'reference-received': { details: nothing, to: holdersOf('co-ordinator') },
  'volunteer-wish': { details: nothing, to: holdersOf('co-ordinator', 'committee') },
  'clearance-ending': { details: z.strictObject({ withinDays }), to: aPerson },
  'clearance-ending-office': { details: z.strictObject({ withinDays }), to: holdersOf('co-ordinator') },
})
