import { defineNotices } from '../../core/http/notices.ts'

/** What parents read after they have done something. Each stays until the page is left. */
export const parentNotices = defineNotices({
  signed: 'Thank you. We have your answers. We send you an email with your link, so that you can see them at any time.',
  declined: 'We have your answer: no to everything. Thank you for telling us.',
  'one-withdrawn': 'Your answer is now no. It counts from now on.',
  'call-asked': 'We have it: one of us rings you. You need do nothing more.',
  withdrawn: 'You now say no to everything. It counts from now on.',
})
