import type { Payload } from 'payload'
import { linkToken } from '../core/access/linkTokens.ts'
import { plainQuery } from '../core/database/transaction.ts'
import type { NotificationRow } from '../core/notifications/notification.ts'
import { CONSENT_LINK } from '../programme/consent/requestWorkflow.ts'

/**
 * Where a message about a consent request leads: its record for the co-ordinator, the parent's own link for the parent.
 * Undefined when the message is no longer needed, because the request was answered or taken back meanwhile.
 */
export const consentLink = async ({ payload, publicUrl, row }: { payload: Payload; publicUrl: string; row: NotificationRow }): Promise<string | undefined> => {
  const { recipient, subject, template } = row
  if (recipient.kind === 'user') return `${publicUrl}/admin/collections/consent-requests/${subject.record}`
  const [request] = await plainQuery(payload)<{ status: string; number: number }>('select status::text as status, link_number::float8 as number from consent_requests where id = $1', [subject.record])
  if (!request || request.status === 'cancelled' || (template === 'consent-requested' && request.status !== 'open')) return undefined
  return `${publicUrl}/consent/${linkToken({ payload, subject: { purpose: CONSENT_LINK, id: subject.record, number: request.number } })}`
}
