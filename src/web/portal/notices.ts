import { defineNotices } from '../../core/http/notices.ts'

/** What the portal says after something has been done. Each stays until the page is left. */
export const portalNotices = defineNotices({
  'password-chosen':
    'Your password is stored, and you are signed in. Wherever you were signed in before, you are signed out.',
  'meeting-proposed':
    'Your meeting is on the calendar as “to be confirmed”. The meeting confirmer has been told. Do not go until it is confirmed.',
  'meeting-cancelled': 'The meeting is called off. Everybody concerned is being told.',
  'log-sent': 'Your log is stored and the co-ordinator has been told. Thank you.',
  'note-added': 'Your note is stored beside the log.',
  'policy-accepted': 'Thank you. That you accepted it is stored, and your receipt is below.',
  'policy-accepted-next': 'Thank you, that is stored, with its receipt. Here is the next one to read.',
  'details-kept': 'Your mobile number and address are kept.',
  'availability-kept': 'Thank you. Whoever plans sees when you have time.',
  'place-suggested': 'Thank you. The committee looks at your suggestion and answers you here.',
  'out-of-date-said': 'Thank you. The committee checks it and answers you here.',
  'wish-sent': 'The committee has been told. They will speak with you.',
  'wish-taken-back': 'You took it back. Everything stays as it was.',
})
