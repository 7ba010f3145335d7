import { defineNotices } from '../../core/http/notices.ts'

/** What parents read after they have done something. Each stays until the page is left. */
export const parentNotices = defineNotices({
  signed: 'Thank you. We have your answers. We send you an email with your link, so that you can see them at any time.',
  declined: 'We have your answer: no to everything. Thank you for telling us.',
  'one-withdrawn': 'Your answer is now no. It counts from now on.',
  'one-agreed': 'Your answer is now yes. It counts from now on. We send you an email with your link.',
  'words-changed':
    'The form has other words now than when you answered. So please answer each point again, and sign. Nothing has changed yet.',
  'call-asked': 'We have it: one of us rings you. You need do nothing more.',
  withdrawn: 'You now say no to everything. It counts from now on.',
})
