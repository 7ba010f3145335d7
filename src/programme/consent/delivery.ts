import type { Work } from '../../core/access/work.ts'
import { isCaseworker } from '../people/roles.ts'

/** Where the newest message of a request stands: on its way, taken by the mail server, arrived as that server says, or come back. */
export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'bounced'

/** The same with its moment; null while nothing was written. */
export type RequestDelivery = { state: DeliveryState; at: Date } | null

/** What of a request was sent last, as a table in SQL of one row or none; `request` is SQL: the request’s id. */
export const newestMessageOf = (request: string): string =>
  `(select case when n.bounced_at is not null or n.state = 'failed' then 'bounced' when n.delivered_at is not null then 'delivered' when n.state = 'sent' then 'sent' else 'waiting' end as state,
      coalesce(n.bounced_at, n.delivered_at, n.sent_at, n.updated_at) as at
    from notifications n where n.subject_record = ${request}::text and n.subject_collection = 'consent-requests' and n.recipient_guardian_id is not null and n.state <> 'cancelled' order by n.created_at desc, n.id desc limit 1)`

/** Where the newest message of one request stands; for those who may read requests. */
export const deliveryOf = async ({ work: { query, actor }, requestId }: { work: Work; requestId: string }): Promise<RequestDelivery> => {
  if (!isCaseworker(actor)) return null
  const [found] = await query<{ state: DeliveryState; at: Date }>(`select mail.state, mail.at from ${newestMessageOf('$1')} mail`, [requestId])
  return found ?? null
}

/** The same in words for staff. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryState, string>> = {
  waiting: 'The email is on its way',
  sent: 'The email was sent',
  delivered: 'The email arrived',
  bounced: 'The email came back',
}
