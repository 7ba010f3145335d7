import type { Work } from '../../core/access/work.ts'
import { isCaseworker } from '../people/roles.ts'

/** A proposal to join two records of one child. */
export type MergeToLookAt = {
  id: string
  keepId: string
  leaveId: string
  keepName: string
  leaveName: string
  proposedBy: string
  proposedAt: Date
  isOwn: boolean
}

/**
 * The proposals to join records, those of others first, then the oldest, `limit` at most; for the co-ordinator and
 * committee alone [SAME-CHILD, ORG-1].
 */
export const mergesToLookAt = async ({ work, limit }: { work: Work; limit: number }): Promise<MergeToLookAt[]> => {
  const { actor, query } = work
  if (!isCaseworker(actor) || actor.kind !== 'person') return []
  return query<MergeToLookAt>(
    `select m.id, k.id as "keepId", l.id as "leaveId", k.name as "keepName", l.name as "leaveName", u.name as "proposedBy", m.created_at as "proposedAt", m.proposed_by_id = $1 as "isOwn"
     from child_merges m join children k on k.id = m.keep_id join children l on l.id = m.leave_id join users u on u.id = m.proposed_by_id
     where m.status = 'proposed' order by m.proposed_by_id = $1, m.created_at limit $2`,
    [actor.userId, limit],
  )
}
