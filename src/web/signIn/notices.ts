import { defineNotices } from '../../core/http/notices.ts'

/** What the sign-in page says to somebody who was sent there. */
export const signInNotices = defineNotices({
  'password-chosen':
    'Your password is stored. Sign in with it. Wherever you were signed in before, you are signed out.',
  'signed-out': 'You are signed out.',
  'signed-out-everywhere': 'You are signed out on every device.',
})
