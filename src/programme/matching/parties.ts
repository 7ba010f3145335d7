import type { Query } from '../../core/database/query.ts'
import { isUuid } from '../../core/database/locks.ts'

/**
 * Whom a match joins, as the fields of a record about it; nothing for what is no match, nor where both are named. So a
 * form that names the match need not name them.
 */
export const partiesOfMatch = async ({
  query,
  record,
}: {
  query: Query
  record: Record<string, unknown>
}): Promise<Record<string, unknown>> => {
  if (!isUuid(record.match) || (record.child && record.volunteer)) return {}
  const [parties] = await query('select child_id as child, volunteer_id as volunteer from matches where id = $1', [
    record.match,
  ])
  return parties ?? {}
}
