/**
 * To whom a message goes: a person on record, whose address is looked up when it is sent; whoever the record itself names, so
 * that their address stands in no second place; or a bare address.
 */
export type Recipient = { kind: 'user'; id: string } | { kind: 'guardian'; id: string } | { kind: 'subject' } | { kind: 'address'; address: string }

/** The record that a message is about. */
export type NotificationSubject = { collection: string; record: string }

/** A message to send. It names a template and what to look up; it holds no secret, no link and no case detail (DAT-5). */
export type NewNotification = {
  template: string
  recipient: Recipient
  subject: NotificationSubject
  /** What the template shows beyond what it looks up: moments and places. */
  details?: Readonly<Record<string, unknown>>
  /** The same key is never sent twice, whoever asks for it and how often. */
  dedupeKey: string
  /** Not before this moment; at once when left out. */
  dueAt?: Date
}

/** Where a message stands. `sending` means in hand, or broken off in the middle. */
export type NotificationState = 'waiting' | 'sending' | 'sent' | 'failed' | 'cancelled'

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
