import type { Work } from '../../../core/access/work.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { accountChangeWorkflow } from './workflow.ts'

/** Ends the proposals that nobody confirmed in time; to be run daily. Gives how many. */
export const expireAccountChanges = async ({ work }: { work: Work }): Promise<number> => {
  const over = await work.query<{ id: string }>(
    "select id from account_changes where status = 'proposed' and ends_at <= $1 order by id",
    [work.now.toISOString()],
  )
  for (const { id } of over)
    await performAction({ work, workflow: accountChangeWorkflow, id, action: 'expire', input: {} })
  return over.length
}
