import type { Payload } from 'payload'
import { plainQuery } from '../core/database/transaction.ts'
import type { NotificationRow } from '../core/notifications/notification.ts'
import { clockOf } from '../core/services.ts'
import { isLinkOpen, signInLinkToken, type LinkPurpose } from '../programme/people/signIn/passwordLinks.ts'

/** The link of an invitation or of a new password, made again with the key; undefined when it was used, is over, or a newer one was sent. */
export const signInLink = async ({ payload, publicUrl, row }: { payload: Payload; publicUrl: string; row: NotificationRow }): Promise<string | undefined> => {
  const id = row.subject.record
  if (!(await isLinkOpen({ query: plainQuery(payload), id, now: clockOf(payload).now() }))) return undefined
  return `${publicUrl}/choose-password/${signInLinkToken({ payload, purpose: row.template as LinkPurpose, id })}`
}
