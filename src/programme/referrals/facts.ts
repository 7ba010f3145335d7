import { londonDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'

/** What deciding a referral asks about. */
export type ReferralFacts = { memberToday: boolean; goals: number; enteredBy: string | null }

/** Loads the facts of one referral. */
export const referralFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<ReferralFacts> => {
  const [facts] = await referralFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One referral has one set of facts.')
  return facts
}

/** The same for several referrals at once, in their order. */
export const referralFactsOfMany = async ({ work, records }: { work: Work; records: readonly RecordData[] }): Promise<ReferralFacts[]> => {
  const rows = await work.query<{ member: boolean; goals: number }>(
    `select exists (select from memberships where child_id = r.child_id and since <= $2 and (until is null or $2 <= until)) as member,
       (select count(*)::float8 from goals where child_id = r.child_id) as goals
     from unnest($1::uuid[]) with ordinality as r(child_id, place) order by r.place`,
    [records.map(({ child }) => child ?? null), londonDate(work.now)],
  )
  return records.map((record, index) => ({ memberToday: rows[index]?.member ?? false, goals: rows[index]?.goals ?? 0, enteredBy: typeof record.enteredBy === 'string' ? record.enteredBy : null }))
}
