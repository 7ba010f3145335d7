import { toParent } from './toParent.tsx'

/** To the parent, as a receipt for a withdrawal (CON-4). */
export const consentWithdrawnParent = toParent({
  subject: 'changed.subject',
  heading: 'changed.subject',
  action: 'changed.action',
  because: 'email.because-changed',
  says: ['changed.what', 'changed.again'],
})
