import { toParent } from './toParent.tsx'

/** To a parent who has answered: the link under which the answers can be read and changed (CON-7, CON-4). */
export const consentCopy = toParent({
  subject: 'kept.subject',
  heading: 'kept.heading',
  action: 'kept.action',
  because: 'email.because-sent',
  says: ['kept.what', 'kept.mind'],
})
