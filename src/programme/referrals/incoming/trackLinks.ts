import type { Payload } from 'payload'
import { linkToken } from '../../../core/access/linkTokens.ts'
import { normalAddress } from '../../people/signIn/addresses.ts'

/** A link goes to one address, and is another one for another address [CON-10]. */
type Linked = { payload: Payload; id: string; email: string }

/**
 * The secret of the link under which a referrer follows their referral. Made with the key each time it is needed; only
 * its digest is kept.
 */
export const trackToken = ({ payload, id, email }: Linked): string =>
  linkToken({ payload, subject: { purpose: `referral-track ${normalAddress(email)}`, id, number: 1 } })

/** The secret of the link under which somebody gives their view on a referral [ELG-9]. */
export const viewToken = ({ payload, id, email }: Linked): string =>
  linkToken({ payload, subject: { purpose: `referral-view ${normalAddress(email)}`, id, number: 1 } })
