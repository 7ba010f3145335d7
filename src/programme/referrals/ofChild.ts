import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'

/** How a child came in, and what is hoped for. */
export type ReferralsOfChild = {
  referrals: Array<{ id: string; receivedOn: CalendarDate; mainReason: string; status: string }>
  goals: GoalOfChild[]
}

/** A goal as those around the child read it. */
export type GoalOfChild = { id: string; title: string; outcome: string; measure: string }

/** A child's referrals, newest first, and goals; for those alone who may read them. */
export const referralsOfChild = async ({
  query,
  childId,
}: {
  query: Query
  childId: string
}): Promise<ReferralsOfChild> => ({
  referrals: await query(
    'select id, received_on as "receivedOn", main_reason::text as "mainReason", status::text as status from referrals where child_id = $1 order by received_on desc, created_at desc limit 20',
    [childId],
  ),
  goals: await goalsOfChild({ query, childId }),
})

/** A child's goals in the order in which they were set; for those alone who may read them. */
export const goalsOfChild = ({ query, childId }: { query: Query; childId: string }): Promise<GoalOfChild[]> =>
  query<GoalOfChild>('select id, title, outcome, measure from goals where child_id = $1 order by created_at limit 20', [
    childId,
  ])
