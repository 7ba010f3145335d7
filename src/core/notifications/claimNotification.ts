import type { Query } from '../database/query.ts'
import type { NotificationRow, Recipient } from './notification.ts'

/**
 * Takes a message in hand: one statement, so that it cannot be cancelled between the look and the taking. Gives
 * undefined when there is nothing left to do: sent, failed, cancelled or gone. A message found `sending` was broken off
 * by a worker's end.
 */
export const claimNotification = async ({
  query,
  id,
  domain,
  now,
}: {
  query: Query
  id: string
  domain: string
  now: Date
}): Promise<ClaimedNotification | undefined> => {
  const [row] = await query<StoredNotification>(
    `update notifications
     set state = 'sending', attempts = coalesce(attempts, 0) + 1, message_id = coalesce(message_id, $2), updated_at = $3
     where id = $1 and state in ('waiting', 'sending')
     returning id, template, recipient_kind, to_jsonb(notifications) ->> ('recipient_' || recipient_kind || '_id') as recipient_id, recipient_address,
       subject_collection, subject_record, details, message_id, attempts::int as attempts, created_at`,
    [id, `<${id}@${domain}>`, now.toISOString()],
  )
  return (
    row && {
      id: row.id,
      template: row.template,
      recipient: recipientOf(row),
      subject: { collection: row.subject_collection, record: row.subject_record },
      details: row.details ?? {},
      messageId: row.message_id,
      attempts: row.attempts,
      createdAt: row.created_at,
    }
  )
}

/** A message in hand. Its recipient is undefined when the person's record was erased after it was written. */
export type ClaimedNotification = Omit<NotificationRow, 'recipient'> & { recipient: Recipient | undefined }

type StoredNotification = {
  id: string
  template: string
  recipient_kind: string
  recipient_id: string | null
  recipient_address: string | null
  subject_collection: string
  subject_record: string
  details: Record<string, unknown> | null
  message_id: string
  attempts: number
  created_at: Date
}

const recipientOf = (row: StoredNotification): Recipient | undefined => {
  if (row.recipient_kind === 'subject') return { kind: 'subject' }
  if (row.recipient_id !== null) return { kind: row.recipient_kind, id: row.recipient_id }
  return row.recipient_address === null ? undefined : { kind: 'address', address: row.recipient_address }
}
