import { randomUUID } from 'node:crypto'
import type { Query } from '../database/query.ts'
import { addDeliveryJob } from './deliveryJob.ts'
import type { NewNotification, Recipient } from './notification.ts'

/**
 * Puts a message into the outbox on the connection of `query`: in a transaction it is sent if and only if that commits. Gives
 * its id, or undefined when a message with the same key is there already, sent or not.
 */
export const enqueueNotification = async ({ query, notification, now }: { query: Query; notification: NewNotification; now: Date }): Promise<{ id: string } | undefined> => {
  const { template, recipient, subject, details = {}, dedupeKey, dueAt } = notification
  const inserted = await query<{ id: string }>(
    `insert into notifications (
       id, template, recipient_kind, recipient_user_id, recipient_guardian_id, recipient_address,
       subject_collection, subject_record, details, state, attempts, dedupe_key, due_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', 0, $10, $11, $12, $12)
     on conflict (dedupe_key) do nothing
     returning id`,
    [randomUUID(), template, ...recipientColumns(recipient), subject.collection, subject.record, JSON.stringify(details), dedupeKey, (dueAt ?? now).toISOString(), now.toISOString()],
  )
  const [row] = inserted
  if (!row) return undefined
  await addDeliveryJob({ query, notificationId: row.id, runAt: dueAt })
  return { id: row.id }
}

const recipientColumns = (recipient: Recipient): Array<string | null> => [
  recipient.kind,
  recipient.kind === 'user' ? recipient.id : null,
  recipient.kind === 'guardian' ? recipient.id : null,
  recipient.kind === 'address' ? recipient.address : null,
]
