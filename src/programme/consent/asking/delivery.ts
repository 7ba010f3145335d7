import type { Work } from '../../../core/access/work.ts'
import { isCaseworker } from '../../people/roles.ts'

/**
 * Where the newest message of a request stands: on its way, taken by the mail server, arrived as that server says, or
 * come back; or that its link ended with the address to which it went, whatever became of it [CON-10].
 */
export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'bounced' | 'left'

/** The same with its moment; null while nothing was written. */
export type RequestDelivery = {
  state: DeliveryState
  at: Date
  /** Where to ring the parent or carer; null where they are not to be rung, or no number is known. */ mobile:
    string | null
} | null

/**
 * The condition in SQL under which the link of a request ended with the address to which it was sent, and none was sent
 * to the present one; `request` is the name of the requests in the statement [CON-10].
 */
export const needsNewLink = (request: string): string =>
  `(${request}.link_digest is null and ${request}.status <> 'cancelled' and exists (select from past_consent_links past where past.request_id = ${request}.id))`

/** Where a request stands with its message, in SQL, beside `newestMessageOf` under the name of `mail`. */
export const deliveryState = (request: string): string =>
  `case when ${needsNewLink(request)} then 'left' else mail.state end`

/** What of a request was sent last, as a table in SQL of one row or none; `request` is SQL: the request’s id. */
export const newestMessageOf = (request: string): string =>
  `(select case when n.bounced_at is not null or n.state = 'failed' then 'bounced' when n.delivered_at is not null then 'delivered' when n.state = 'sent' then 'sent' else 'waiting' end as state,
      coalesce(n.bounced_at, n.delivered_at, n.sent_at, n.updated_at) as at
    from notifications n where n.subject_record = ${request}::text and n.subject_collection = 'consent-requests' and n.recipient_guardian_id is not null and n.state <> 'cancelled' order by n.created_at desc, n.id desc limit 1)`

/**
 * The number at which a parent or carer may be rung, or null, in SQL; `guardian` is the name of the guardians in the
 * statement [CON-8].
 */
export const numberToRing = (guardian: string): string =>
  `case when ${guardian}.contact_rule = 'usual' then nullif(${guardian}.mobile, '') end`

/** Where the newest message of one request stands; for those who may read requests. */
export const deliveryOf = async ({
  work: { query, actor },
  requestId,
}: {
  work: Work
  requestId: string
}): Promise<RequestDelivery> => {
  if (!isCaseworker(actor)) return null
  const [found] = await query<NonNullable<RequestDelivery>>(
    `select ${deliveryState('r')} as state, mail.at, ${numberToRing('g')} as mobile from ${newestMessageOf('$1')} mail, consent_requests r join guardians g on g.id = r.guardian_id where r.id::text = $1::text`,
    [requestId],
  )
  return found ?? null
}

/**
 * The same of many requests, in one statement: by the request’s id, the moment as text. A request of which nothing was
 * sent is left out.
 */
export const deliveriesOf = async ({
  work: { query, actor },
  ids,
}: {
  work: Work
  ids: readonly string[]
}): Promise<ReadonlyMap<string, ListedDelivery>> => {
  if (!isCaseworker(actor)) return new Map()
  const rows = await query<{ id: string; state: DeliveryState; at: Date }>(
    `select r.id, ${deliveryState('r')} as state, mail.at from consent_requests r cross join lateral ${newestMessageOf('r.id')} mail where r.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map(({ id, state, at }) => [id, { state, at: at.toISOString() }]))
}

/** Under which name a list holds where the newest message of a request stands. */
export const LISTED_DELIVERY = 'delivery'

/** The same as a list holds it. */
export type ListedDelivery = { state: DeliveryState; at: string }

/** For a table, where the heading says that it is about the email. */
export const DELIVERY_IN_TABLE: Readonly<Record<DeliveryState, string>> = {
  waiting: 'Not yet sent',
  sent: 'Sent',
  delivered: 'Arrived',
  bounced: 'Came back',
  left: 'New link needed',
}

/** The same in words for staff. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryState, string>> = {
  waiting: 'The email is on its way',
  sent: 'The email was sent',
  delivered: 'The email arrived',
  bounced: 'The email came back',
  left: 'Their address has changed, so the link that was sent opens nothing',
}
