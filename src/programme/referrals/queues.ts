import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { childName } from '../people/names.ts'
import { isCaseworker } from '../people/roles.ts'
import { referralWorkflow } from './decisions/workflow.ts'

/** A referral that waits for the committee's decision, with what still stands against accepting it. */
export type ReferralToDecide = {
  id: string
  childId: string
  childName: string
  receivedOn: CalendarDate
  mainReason: string
  isTheirs: boolean
  blockers: Refused[]
}

/** A referral for which more was asked. */
export type ReferralWaiting = {
  id: string
  childId: string
  childName: string
  askedAt: Date
  rowVersion: number
  isByForm: boolean
}

/** A referral from outside that nobody has linked yet. */
export type ReferralToLink = {
  id: string
  rowVersion: number
  childName: string
  childBornOn: CalendarDate | null
  answerBy: CalendarDate
  source: string
  referrerName: string
}

type Asking = { work: Work; limit: number }

/**
 * The referrals to decide, longest waiting first, `limit` at most; for the co-ordinator and committee alone [ELG-3].
 */
export const referralsToDecide = async ({ work, limit }: Asking): Promise<ReferralToDecide[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<
    RecordData & { id: string; child: string; childName: string; receivedOn: CalendarDate; mainReason: string }
  >(
    `select r.id, r.child_id as child, r.entered_by_id as "enteredBy", r.incoming_id as incoming, r.status::text as status, ${childName.inFull('c')} as "childName", r.received_on as "receivedOn", r.main_reason as "mainReason"
     from referrals r join children c on c.id = r.child_id
     where r.status = 'received' order by r.received_on, r.created_at limit $1`,
    [limit],
  )
  const obstacles = await referralWorkflow.obstacles({ work, records: rows, action: 'accept' })
  return rows.map(({ id, child, childName, receivedOn, mainReason }, index) => ({
    id,
    childId: child,
    childName,
    receivedOn,
    mainReason,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}

/** The referrals for which more was asked, longest waiting first [ELG-3]. */
export const referralsWaitingForMore = async ({ work, limit }: Asking): Promise<ReferralWaiting[]> =>
  isCaseworker(work.actor)
    ? work.query<ReferralWaiting>(
        `select r.id, c.id as "childId", ${childName.inFull('c')} as "childName", r.updated_at as "askedAt", r.row_version::float8 as "rowVersion", r.incoming_id is not null as "isByForm"
         from referrals r join children c on c.id = r.child_id where r.status = 'more-asked' order by r.updated_at limit $1`,
        [limit],
      )
    : []

/** What came from outside and belongs to no child yet, the soonest promised first [ELG-2]. */
export const referralsToLink = async ({ work, limit }: Asking): Promise<ReferralToLink[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<ReferralToLink>(
    `select id, row_version::float8 as "rowVersion", child_name as "childName", child_born_on as "childBornOn", answer_by as "answerBy", source::text as source, referrer_name as "referrerName"
     from incoming_referrals where status = 'to-link' order by answer_by, received_at limit $1`,
    [limit],
  )
}

/** Somebody who was asked for a view on a referral and has not given it. */
export type ViewAsked = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  name: string
  askedGroup: string
  email: string
  askedAt: Date
  endsAt: Date | null
  hasEnded: boolean
}

/**
 * The views that nobody has given yet on referrals that are open, those whose link has ended first, then the longest
 * waiting; for the co-ordinator and committee alone [ELG-9].
 */
export const viewsAsked = async ({ work, limit }: Asking): Promise<ViewAsked[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<ViewAsked>(
    `select q.id, q.row_version::float8 as "rowVersion", c.id as "childId", ${childName.inFull('c')} as "childName", q.name, q.asked_group::text as "askedGroup", q.email, q.created_at as "askedAt", q.ends_at as "endsAt", coalesce(q.ends_at <= $1, false) as "hasEnded"
     from view_requests q join referrals r on r.id = q.referral_id join children c on c.id = r.child_id
     where q.status = 'open' and r.status in ('received', 'more-asked') order by coalesce(q.ends_at <= $1, false) desc, q.created_at, q.id limit $2`,
    [work.now.toISOString(), limit],
  )
}
