import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Query } from '../database/query.ts'

/** What a mail server tells of a message that it took: that it arrived, or came back for good. */
export const mailEventSchema = z.strictObject({
  event: z.enum(['delivered', 'bounced']),
  /** The address to which the message was returned, or would have been: it says which message is meant. */
  returnPath: z.string().max(200),
  /** In the server’s own words. */
  reason: z.string().max(2_000).optional(),
})

/** One such event. */
export type MailEvent = z.output<typeof mailEventSchema>

/** How long a signed event may be on its way, in seconds. */
export const EVENT_SECONDS = 300

/** The signature of an event: over the moment that it names and its body, byte by byte. */
export const eventSignature = ({
  key,
  timestamp,
  body,
}: {
  key: string
  timestamp: string
  body: Uint8Array
}): string => createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex')

/** Whether an event was signed with the key, now and not long ago. */
export const isSignedEvent = ({
  key,
  timestamp,
  signature,
  body,
  now,
}: {
  key: string
  timestamp: string
  signature: string
  body: Uint8Array
  now: Date
}): boolean =>
  /^\d{10}$/.test(timestamp) &&
  Math.abs(now.getTime() / 1000 - Number(timestamp)) <= EVENT_SECONDS &&
  /^[0-9a-f]{64}$/.test(signature) &&
  timingSafeEqual(Buffer.from(signature), Buffer.from(eventSignature({ key, timestamp, body })))

/**
 * Takes a signature into use, in the caller's transaction. False where it was used before: the same event sent once
 * more.
 */
export const spendSignature = async ({
  query,
  signature,
  now,
}: {
  query: Query
  signature: string
  now: Date
}): Promise<boolean> => {
  await query('delete from mail_event_signatures where used_at < $1', [
    new Date(now.getTime() - 2 * EVENT_SECONDS * 1000).toISOString(),
  ])
  return (
    (
      await query(
        'insert into mail_event_signatures (signature, used_at) values ($1, $2) on conflict do nothing returning signature',
        [signature, now.toISOString()],
      )
    ).length > 0
  )
}

/**
 * Notes on a message what its server tells. A message that came back is not delivered any more, whatever is told later.
 * Tells whether there is such a message, sent by us.
 */
export const noteMailEvent = async ({
  query,
  id,
  event: { event, reason = '' },
  now,
}: {
  query: Query
  id: string
  event: MailEvent
  now: Date
}): Promise<boolean> => {
  const words = plainReason(reason)
  const noted =
    event === 'delivered'
      ? await query(
          "update notifications set delivered_at = coalesce(delivered_at, $2::timestamptz), updated_at = $2::timestamptz where id = $1 and state in ('sending', 'sent') returning id",
          [id, now.toISOString()],
        )
      : await query(
          "update notifications set bounced_at = coalesce(bounced_at, $2::timestamptz), last_problem = coalesce($3, last_problem), updated_at = $2::timestamptz where id = $1 and state in ('sending', 'sent') returning id",
          [
            id,
            now.toISOString(),
            `It came back: nobody takes messages at this address${words && ` (it said: ${words})`}. Check the address on the person's record, then send the message again.`,
          ],
        )
  return noted.length > 0
}

/**
 * A server may quote the message that it returns: no address of ours, and nothing that could be a secret, is kept of
 * it.
 */
const plainReason = (reason: string): string =>
  reason
    .replaceAll(/https?:\S*/gi, '…')
    .replaceAll(/[\w-]{24,}/g, '…')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON)

const LONGEST_REASON = 160
