import { randomUUID } from 'node:crypto'
import type { Query } from '../database/query.ts'
import { recipientKindOf } from '../house/audience.ts'
import { fittingDetails } from '../house/defineMessage.ts'
import { deliveryJobSql } from './deliveryJob.ts'
import type { NewNotification } from './notification.ts'

type Enqueuing = { query: Query; now: Date }

/**
 * Puts a message into the outbox on the connection of `query`: in a transaction it is sent if and only if that commits.
 * Gives its id, or undefined when a message with the same key is there already, sent or not. Throws when its details,
 * or whom it goes to, do not fit its kind: then nothing of the whole change is stored, rather than a message that
 * nobody can be sent.
 */
export const enqueueNotification = async ({
  notification,
  ...enqueuing
}: Enqueuing & { notification: NewNotification }): Promise<{ id: string } | undefined> =>
  (await enqueueNotifications({ ...enqueuing, notifications: [notification] }))[0]

/**
 * The same for several messages, with the jobs that send them, in one statement. Gives the ids of those that were not
 * there already.
 */
export const enqueueNotifications = async ({
  query,
  notifications,
  now,
}: Enqueuing & { notifications: readonly NewNotification[] }): Promise<Array<{ id: string }>> =>
  notifications.length === 0
    ? []
    : query<{ id: string }>(enqueueSql(kindsIn(notifications)), [
        JSON.stringify(notifications.map(rowOf)),
        now.toISOString(),
      ])

/** The statement for recipients of these kinds: each kind of person on record has a column of its own. */
const enqueueSql = (kinds: readonly string[]): string => {
  const people = kinds.map(columnOf)
  const kept = [
    'id',
    'template',
    'recipient_kind',
    ...people,
    'recipient_address',
    'subject_collection',
    'subject_record',
    'details',
  ].join(', ')
  return `
  with given as (
    select ${kept}, dedupe_key, due_at
    from json_to_recordset($1::json) as given(id uuid, template text, recipient_kind text, ${people.map((column) => `${column} uuid, `).join('')}recipient_address text,
      subject_collection text, subject_record text, details jsonb, dedupe_key text, due_at timestamptz)
  ), added as (
    insert into notifications (${kept}, state, attempts, dedupe_key, due_at, created_at, updated_at)
    select ${kept}, 'waiting', 0, dedupe_key, coalesce(due_at, $2::timestamptz), $2::timestamptz, $2::timestamptz
    from given
    on conflict (dedupe_key) do nothing
    returning id
  )
  select added.id from added join given using (id) cross join lateral ${deliveryJobSql({ notificationId: 'added.id', runAt: 'given.due_at' })} as job`
}

const columnOf = (kind: string): string => {
  if (!/^[a-z]+$/.test(kind)) throw new Error(`No kind of recipient is called "${kind}".`)
  return `recipient_${kind}_id`
}

const kindsIn = (notifications: readonly NewNotification[]): string[] =>
  [...new Set(notifications.flatMap(({ recipient }) => ('id' in recipient ? [recipient.kind] : [])))].sort()

const rowOf = ({
  message,
  recipient,
  subject,
  details = {},
  dedupeKey,
  dueAt,
}: NewNotification): Record<string, unknown> => {
  if (recipient.kind !== recipientKindOf(message.to))
    throw new Error(`The message "${message.template}" is not for a recipient of the kind "${recipient.kind}".`)
  return {
    id: randomUUID(),
    template: message.template,
    recipient_kind: recipient.kind,
    ...('id' in recipient ? { [columnOf(recipient.kind)]: recipient.id } : {}),
    recipient_address: 'address' in recipient ? recipient.address : null,
    subject_collection: subject.collection,
    subject_record: subject.record,
    details: fittingDetails({ message, details }),
    dedupe_key: dedupeKey,
    due_at: dueAt?.toISOString() ?? null,
  }
}
