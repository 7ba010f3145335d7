import { toParent } from './toParent.tsx'

/** To a parent who answered before, when the committee asks everybody again in a new version: the same link (CON-5). */
export const consentNewWords = toParent({
  subject: 'new-words.subject',
  heading: 'new-words.heading',
  action: 'new-words.action',
  because: 'email.because-answered',
  says: ['new-words.what', 'new-words.how'],
})
