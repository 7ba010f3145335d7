import { recordEvent } from '../../core/audit/record.ts'
import type { Query } from '../../core/database/query.ts'
import type { EventHandler } from '../../core/house/defineEvent.ts'

/** What goes out by a link under the address of somebody who has no account. */
const LINKED = {
  'view-requests': { table: 'view_requests', address: 'email', stands: "status = 'open'" },
  'incoming-referrals': { table: 'incoming_referrals', address: 'referrer_email', stands: "status <> 'set-aside'" },
} as const

/** A kind of record whose link goes to the address that stands in it. */
export type LinkedByAddress = keyof typeof LINKED

/**
 * Somebody is no longer reached at an address: the links to views and to referrals that went there open nothing from
 * now on [CON-10].
 */
export const endLinksTo: EventHandler<{ address: string }> = async ({ work, event: { address } }) => {
  for (const [collection, { table, address: column, stands }] of Object.entries(LINKED)) {
    const ended = await work.query<{ id: string }>(
      `update ${table} set link_digest = null, updated_at = $2 where lower(trim(${column})) = $1 and link_digest is not null and ${stands} returning id`,
      [address, work.now.toISOString()],
    )
    for (const { id } of ended)
      await recordEvent({ work, event: { action: 'end-link', collection, recordId: id, detail: {} } })
  }
}

/** Whether the link of such a record ended with the address to which it went, so that a new one is needed. */
export const needsNewLink = async ({
  query,
  collection,
  id,
}: {
  query: Query
  collection: LinkedByAddress
  id: string
}): Promise<boolean> => {
  const { table, stands } = LINKED[collection]
  return (await query(`select from ${table} where id = $1 and link_digest is null and ${stands}`, [id])).length > 0
}
