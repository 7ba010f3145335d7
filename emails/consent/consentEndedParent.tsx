import { toParent } from './toParent.tsx'

/** To a parent on the day on which their yes no longer counts (CON-5). */
export const consentEndedParent = toParent({
  subject: 'ended.subject',
  heading: 'ended.heading',
  action: 'ended.action',
  because: 'email.because-answered',
  says: ['ended.what', 'email.each-point'],
})
