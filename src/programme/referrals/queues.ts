import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { isCaseworker } from '../people/roles.ts'
import { referralWorkflow } from './workflow.ts'

/** A referral that waits for the committee's decision, with what still stands against accepting it. */
export type ReferralToDecide = { id: string; childName: string; receivedOn: CalendarDate; mainReason: string; isMoreAsked: boolean; isTheirs: boolean; blockers: Refused[] }

/** The referrals to decide, longest waiting first, `limit` at most; for the co-ordinator and committee alone [ELG-3]. */
export const referralsToDecide = async ({ work, limit }: { work: Work; limit: number }): Promise<ReferralToDecide[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<Row>(
    `select r.id, r.child_id as child, r.entered_by_id as "enteredBy", r.status::text as status, c.name as "childName", r.received_on as "receivedOn", r.main_reason::text as "mainReason"
     from referrals r join children c on c.id = r.child_id
     where r.status in ('received', 'more-asked') order by r.received_on, r.created_at limit $1`,
    [limit],
  )
  const standings = await referralWorkflow.standing({ work, records: rows, action: 'accept' })
  return rows.map(({ id, childName, receivedOn, mainReason, status }, index) => ({
    id,
    childName,
    receivedOn,
    mainReason,
    isMoreAsked: status === 'more-asked',
    isTheirs: standings[index]?.isTheirs ?? false,
    blockers: standings[index]?.blockers ?? [],
  }))
}

type Row = RecordData & { id: string; childName: string; receivedOn: CalendarDate; mainReason: string }
