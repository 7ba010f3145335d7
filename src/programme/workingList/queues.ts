import type { Work } from '../../core/access/work.ts'
import { isCaseworker } from '../people/roles.ts'

/** A row of the working list without a child's record. */
export type EntryToComplete = { id: string; name: string; ageGiven: string | null; listedAt: Date }

/** The rows to complete, longest listed first, `limit` at most; for the co-ordinator and committee alone [ELG-8]. */
export const entriesToComplete = async ({ work, limit }: { work: Work; limit: number }): Promise<EntryToComplete[]> =>
  isCaseworker(work.actor)
    ? work.query<EntryToComplete>(
        `select id, name, nullif(age_given, '') as "ageGiven", created_at as "listedAt" from working_list_entries where child_id is null and status = 'listed' order by created_at, sheet_row, id limit $1`,
        [limit],
      )
    : []
