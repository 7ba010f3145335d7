import type { Work } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { filterIn } from '../../programme/workingList/filter.ts'
import { workingList } from '../../programme/workingList/list.ts'
import { recordListRead } from '../../programme/workingList/sheet.ts'

/**
 * What one page of the working list shows, for what the address asks; undefined for those who may not see it. That
 * these rows were read is recorded before they are given [DAT-1].
 */
export const loadWorkingList = async ({ work, asked }: { work: Work; asked: Readonly<Record<string, unknown>> }) => {
  if (!isCaseworker(work.actor)) return undefined
  const { filter, page, size } = filterIn(asked)
  const { rows, total, phases } = await workingList({ work, filter, limit: size, offset: (page - 1) * size })
  if (rows.length > 0) await inTransaction({ req: work.req, work: () => recordListRead({ work, rows }) })
  return { filter, page, size, rows, total, phases }
}

/** One page of the working list. */
export type WorkingListPage = NonNullable<Awaited<ReturnType<typeof loadWorkingList>>>
