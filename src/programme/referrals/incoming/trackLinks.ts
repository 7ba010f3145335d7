import type { Payload } from 'payload'
import { linkToken } from '../../../core/access/linkTokens.ts'

/**
 * The secret of the link under which a referrer follows their referral. Made with the key each time it is needed; only
 * its digest is kept.
 */
export const trackToken = ({ payload, id }: { payload: Payload; id: string }): string =>
  linkToken({ payload, subject: { purpose: 'referral-track', id, number: 1 } })

/** The secret of the link under which somebody gives their view on a referral [ELG-9]. */
export const viewToken = ({ payload, id }: { payload: Payload; id: string }): string =>
  linkToken({ payload, subject: { purpose: 'referral-view', id, number: 1 } })
