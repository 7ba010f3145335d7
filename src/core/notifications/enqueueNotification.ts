import { randomUUID } from 'node:crypto'
import type { Query } from '../database/query.ts'
import { deliveryJobSql } from './deliveryJob.ts'
import type { NewNotification } from './notification.ts'

type Enqueuing = { query: Query; now: Date }

/**
 * Puts a message into the outbox on the connection of `query`: in a transaction it is sent if and only if that commits. Gives
 * its id, or undefined when a message with the same key is there already, sent or not.
 */
export const enqueueNotification = async ({ notification, ...enqueuing }: Enqueuing & { notification: NewNotification }): Promise<{ id: string } | undefined> =>
  (await enqueueNotifications({ ...enqueuing, notifications: [notification] }))[0]

/** The same for several messages, with the jobs that send them, in one statement. Gives the ids of those that were not there already. */
export const enqueueNotifications = async ({ query, notifications, now }: Enqueuing & { notifications: readonly NewNotification[] }): Promise<Array<{ id: string }>> =>
  notifications.length === 0 ? [] : query<{ id: string }>(ENQUEUE, [JSON.stringify(notifications.map(rowOf)), now.toISOString()])

const ENQUEUE = `
  with given as (
    select id, template, recipient_kind, recipient_user_id, recipient_guardian_id, recipient_address, subject_collection, subject_record, details, dedupe_key, due_at
    from json_to_recordset($1::json) as given(id uuid, template text, recipient_kind text, recipient_user_id uuid, recipient_guardian_id uuid, recipient_address text,
      subject_collection text, subject_record text, details jsonb, dedupe_key text, due_at timestamptz)
  ), added as (
    insert into notifications (
      id, template, recipient_kind, recipient_user_id, recipient_guardian_id, recipient_address,
      subject_collection, subject_record, details, state, attempts, dedupe_key, due_at, created_at, updated_at)
    select id, template, recipient_kind, recipient_user_id, recipient_guardian_id, recipient_address,
      subject_collection, subject_record, details, 'waiting', 0, dedupe_key, coalesce(due_at, $2::timestamptz), $2::timestamptz, $2::timestamptz
    from given
    on conflict (dedupe_key) do nothing
    returning id
  )
  select added.id from added join given using (id) cross join lateral ${deliveryJobSql({ notificationId: 'added.id', runAt: 'given.due_at' })} as job`

const rowOf = ({ template, recipient, subject, details = {}, dedupeKey, dueAt }: NewNotification): Record<string, unknown> => ({
  id: randomUUID(),
  template,
  recipient_kind: recipient.kind,
  recipient_user_id: recipient.kind === 'user' ? recipient.id : null,
  recipient_guardian_id: recipient.kind === 'guardian' ? recipient.id : null,
  recipient_address: recipient.kind === 'address' ? recipient.address : null,
  subject_collection: subject.collection,
  subject_record: subject.record,
  details,
  dedupe_key: dedupeKey,
  due_at: dueAt?.toISOString() ?? null,
})
