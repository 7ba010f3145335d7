import type { AnyMessage } from '../house/defineMessage.ts'

/**
 * To whom a message goes: a person on record, by what kind of person they are (`user` or one that an area knows), whose
 * address is looked up when it is sent; whoever the record itself names, so that their address stands in no second
 * place; or a bare address.
 */
export type Recipient = { kind: string; id: string } | { kind: 'subject' } | { kind: 'address'; address: string }

/** The record that a message is about. */
type NotificationSubject = { collection: string; record: string }

/**
 * A message to send. It says of which kind it is and what to look up; it holds no secret, no link and no case detail
 * (DAT-5).
 */
export type NewNotification = {
  message: AnyMessage
  recipient: Recipient
  subject: NotificationSubject
  /** What the template shows beyond what it looks up: moments and places, as the kind of message says. */
  details?: Readonly<Record<string, unknown>>
  /** The same key is never sent twice, whoever asks for it and how often. */
  dedupeKey: string
  /** Not before this moment; at once when left out. */
  dueAt?: Date
}

/** A message as it stands in the table `notifications` when its turn comes. */
export type NotificationRow = {
  id: string
  template: string
  recipient: Recipient
  subject: NotificationSubject
  details: Readonly<Record<string, unknown>>
  /** Constant for the row, so that a mail program shows a message that was sent twice only once. */
  messageId: string
  /** How often it has been taken in hand, this time included. */
  attempts: number
  createdAt: Date
}
