import type { Payload } from 'payload'
import type { Query } from '../database/query.ts'
import type { NotToBeWrittenTo } from '../notifications/deliverNotification.ts'
import type { MailAddress } from '../notifications/mailer.ts'
import type { NotificationRow } from '../notifications/notification.ts'
import type { AnyMessage } from './defineMessage.ts'

/**
 * Where somebody is written to today; undefined when they have no address; the reason when they are not to be written
 * to any more.
 */
export type FindsSomebody = (given: { query: Query; id: string }) => Promise<MailAddress | NotToBeWrittenTo | undefined>

/** What is known where a message is written out: its row, and what links and words are looked up and made with. */
export type WritingOut = {
  payload: Payload
  query: Query
  now: Date
  publicUrl: string
  row: NotificationRow
  /** Where the charity is written to, if it says so. */ officeEmail: string | undefined
}

/** Where a kind of message leads, and what it needs when it is written out. */
export type Leading = {
  /**
   * Where its button leads; undefined when that is of no use any more, so that the message is not worth sending. Links
   * are made here and stored nowhere.
   */
  leadsTo: (given: WritingOut) => string | undefined | Promise<string | undefined>
  /** What is made or looked up when it is written out; undefined when the message is not needed any more. */
  prepares?: (given: WritingOut) => Promise<Record<string, unknown> | undefined>
}

/**
 * The same with where each of them leads: what the area declares. They stand apart because who writes a message need
 * not know its links.
 */
export const leading = <Kinds extends Readonly<Record<string, AnyMessage>>>(
  kinds: Kinds,
  leads: { [Name in keyof Kinds]: Leading },
): { [Name in keyof Kinds]: Kinds[Name] & Leading } =>
  Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { ...kind, ...leads[name as keyof Kinds] }]),
  ) as { [Name in keyof Kinds]: Kinds[Name] & Leading }

/** To the record that it is about, in the panel. */
export const toItsRecord = ({ publicUrl, row: { subject } }: WritingOut): string =>
  `${publicUrl}/admin/collections/${subject.collection}/${subject.record}`

/** To a page of ours. */
export const toPage =
  (path: string) =>
  ({ publicUrl }: WritingOut): string =>
    `${publicUrl}${path}`

/** To the charity by email, for those who have no account; `otherwise` where no address is known. */
export const toTheOffice =
  ({ otherwise }: { otherwise: string }) =>
  ({ publicUrl, officeEmail }: WritingOut): string =>
    officeEmail ? `mailto:${officeEmail}` : `${publicUrl}${otherwise}`
