import type { Actor } from '../../src/core/access/actor.ts'
import type { Work } from '../../src/core/access/work.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { problemWithin } from '../../src/core/http/problemWithin.ts'
import type { TestProgramme } from './programme.ts'

/** What somebody does, and who. */
export type Doing = { by: Actor; does: (work: Work) => Promise<unknown> }

/** How it ended: “done”, the id of the rule that refused it, or what went wrong. */
export type Outcome = string

/**
 * Has two people act at once, always in the same way: the first has done all of it but the COMMIT; the second begins,
 * and goes on until it is through or stands before a lock; then the first commits. Where the lock is there, the second
 * waits and sees what the first did. Where it is not, the second has acted on what stood before, and one try shows it.
 */
export const inTurn = async (
  { workOf, query }: Pick<TestProgramme, 'workOf' | 'query'>,
  { first, second }: { first: Doing; second: Doing },
): Promise<{ first: Outcome; second: Outcome }> => {
  const firstWork = await workOf(first.by)
  const secondWork = await workOf(second.by)
  const done = aSignal()
  const mayCommit = aSignal()
  const one = outcomeOf(
    inTransaction({
      req: firstWork.req,
      work: async () => {
        await first.does(firstWork)
        done.give()
        await mayCommit.given
      },
    }),
  )
  await Promise.race([done.given, one])
  let isThrough = false
  const other = outcomeOf(inTransaction({ req: secondWork.req, work: () => second.does(secondWork) })).finally(
    () => (isThrough = true),
  )
  while (!isThrough && !(await somebodyWaits(query))) await new Promise((resolve) => setTimeout(resolve, 5))
  mayCommit.give()
  return { first: await one, second: await other }
}

const outcomeOf = async (attempt: Promise<unknown>): Promise<Outcome> => {
  try {
    await attempt
    return 'done'
  } catch (problem) {
    return problemWithin(problem).refusal?.rule ?? String(problem)
  }
}

const somebodyWaits = async (query: TestProgramme['query']): Promise<boolean> =>
  (await query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length >
  0

const aSignal = (): { given: Promise<void>; give: () => void } => {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give: () => give() }
}
