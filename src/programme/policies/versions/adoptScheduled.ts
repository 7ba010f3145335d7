import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { refusalWithin } from '../../../core/errors/problems.ts'
import { refusalSentence } from '../../../core/errors/refusal.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { policyVersionWorkflow } from './workflow.ts'

/**
 * Adopts the versions whose day has come, each in a transaction of its own [POL-3]. To be run each hour; a day that was
 * missed is made up for, and counts from the day that was set. Gives how many were adopted, and why others could not
 * be: they stay on Today.
 */
export const adoptScheduled = async (newWork: () => Promise<Work>): Promise<{ adopted: number; refused: string[] }> => {
  const { query, now } = await newWork()
  const due = await query<{ id: string }>(
    "select id from policy_versions where status = 'scheduled' and adopts_on <= $1 order by adopts_on, created_at",
    [londonDate(now)],
  )
  const outcome: { adopted: number; refused: string[] } = { adopted: 0, refused: [] }
  for (const { id } of due) {
    const work = await newWork()
    try {
      await inTransaction({
        req: work.req,
        work: () => performAction({ work, workflow: policyVersionWorkflow, id, action: 'takeEffect', input: {} }),
      })
      outcome.adopted += 1
    } catch (problem) {
      const refusal = refusalWithin(problem)
      if (!refusal) throw problem
      outcome.refused.push(refusalSentence(refusal))
    }
  }
  return outcome
}
