import type { Work } from '../../core/access/work.ts'
import { isCaseworker } from '../people/roles.ts'

/** A parent or carer who was asked and has not answered. */
export type ConsentWaiting = { id: string; rowVersion: number; childName: string; guardianName: string; askedAt: Date; endsAt: Date | null; hasEnded: boolean }

/** The consent requests without an answer, those whose link ends soonest (or has ended) first, `limit` at most; for the co-ordinator and committee alone [CON-1]. */
export const consentRequestsWaiting = async ({ work, limit }: { work: Work; limit: number }): Promise<ConsentWaiting[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<ConsentWaiting>(
    `select q.id, q.row_version::float8 as "rowVersion", c.name as "childName", g.name as "guardianName", q.created_at as "askedAt", q.ends_at as "endsAt", coalesce(q.ends_at < $1, false) as "hasEnded"
     from consent_requests q join children c on c.id = q.child_id join guardians g on g.id = q.guardian_id
     where q.status = 'open' order by q.ends_at nulls last, q.created_at limit $2`,
    [work.now.toISOString(), limit],
  )
}
