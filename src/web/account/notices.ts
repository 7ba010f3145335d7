import { defineNotices } from '../../core/http/notices.ts'

/** What the account's page says after something has been done. */
export const accountNotices = defineNotices({
  'sign-in-ended': 'That sign-in is ended. Whoever has the device must sign in again.',
  'password-changed':
    'Your new password is stored. You are signed out everywhere else, and links that we sent you to choose a password no longer work.',
  'address-asked': 'A link is on its way to the new address, if it can be used. Until you use it, nothing changes.',
})
