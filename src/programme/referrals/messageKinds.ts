import { z } from 'zod'
import { aPerson, holdersOf, whomTheRecordNames } from '../../core/house/audience.ts'
import { calendarDay, defineMessages, moment, nothing } from '../../core/house/defineMessage.ts'

/** The reference of a referral, as people quote it. */
const reference = z.string().regex(/^[A-Z]-[A-Z2-9]{4}-[A-Z2-9]{4}$/)

const theReferrer = whomTheRecordNames(
  'select referrer_email as address, referrer_name as name from incoming_referrals where id = $1',
)

/** What is written to referrers, to those whose view is asked, and to the office. */
export const referralMessages = defineMessages({
  'referral-received': { details: z.strictObject({ reference, answerBy: calendarDay }), to: theReferrer },
  'referral-question': { details: z.strictObject({ reference }), to: theReferrer },
  'referral-decided': { details: z.strictObject({ reference }), to: theReferrer },
  'referral-arrived': { details: nothing, to: holdersOf('co-ordinator', 'committee') },
  'referral-answered': { details: nothing, to: aPerson },
  'view-asked': {
    details: z.strictObject({ validUntil: moment }),
    to: whomTheRecordNames('select email as address, name from view_requests where id = $1'),
  },
})
