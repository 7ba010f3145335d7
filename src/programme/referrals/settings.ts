import { readerOf, type ListSetting, type NumberSetting } from '../../core/house/defineSetting.ts'
import { mayChangeSettings } from '../people/roles.ts'

const number = (
  given: Pick<NumberSetting, 'name' | 'label' | 'place' | 'to' | 'usual' | 'explained'>,
): NumberSetting => ({ ...given, kind: 'number', from: 1, changedBy: mayChangeSettings })

const capacity = number({
  name: 'capacity',
  label: 'Children in the programme at most',
  place: 1,
  to: 1000,
  usual: 15,
  explained: 'More than this needs an override of the committee.',
})
const answerDays = number({
  name: 'answerDays',
  label: 'Days until a referrer has an answer',
  place: 2,
  to: 365,
  usual: 28,
  explained: 'Referrers are told this date.',
})
const membersToAccept = number({
  name: 'membersToAccept',
  label: 'Committee members needed to accept a child',
  place: 3,
  to: 9,
  usual: 1,
  explained: 'Whoever entered the referral never counts.',
})
const membersOverCapacity = number({
  name: 'membersOverCapacity',
  label: 'Committee members needed to go over capacity',
  place: 4,
  to: 9,
  usual: 1,
  explained: 'Whoever entered the referral never counts.',
})
const referralReasons: ListSetting = {
  kind: 'list',
  name: 'referralReasons',
  label: 'Reasons for a referral',
  place: 5,
  what: 'reasons',
  usual: [
    'Attendance',
    'Bullying',
    'Careers',
    'Confidence',
    'Loss',
    'Family',
    'Grooming',
    'Gangs',
    'Drugs',
    'Health',
    'Change of school or college',
    'Other',
  ],
  changedBy: mayChangeSettings,
  explained: 'One a line. A reason that is taken off stays on the referrals that have it.',
}

/** How many days a referrer waits for an answer, until the charity changes it. */
export const USUAL_ANSWER_DAYS = answerDays.usual

/** What the charity sets about referrals. */
export const referralSettings = [capacity, answerDays, membersToAccept, membersOverCapacity, referralReasons]

/**
 * Today's settings about referrals: how many children there may be, by when there is an answer, how many of the
 * committee a decision needs.
 */
export const readReferralSettings = readerOf({ capacity, answerDays, membersToAccept, membersOverCapacity })

/** The reasons among which a referrer chooses. */
export const readReferralReasons = readerOf({ referralReasons })
