import type { Actor } from '../../core/access/actor.ts'
import { linkDigest } from '../../core/access/linkTokens.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { childName } from '../people/names.ts'

/** How a referral stands, as its referrer may know it: nothing of the child, of a membership, or of why [ELG-2]. */
export type TrackedReferral = {
  id: string
  reference: string
  answerBy: CalendarDate
  stands: 'here' | 'read' | 'more' | 'yes' | 'no' | 'closed'
  question: string | null
  referralId: string | null
  rowVersion: number | null
  /** When they last wrote to us after the form, so that they see that we have it. */
  lastAddedAt: Date | null
}

/**
 * The referral behind the token of a referrer's link, for a year from when it came. Undefined for every other reason
 * alike.
 */
export const trackedByToken = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<TrackedReferral | undefined> => {
  const [found] = await query<TrackedReferral>(
    `select i.id, i.reference, i.answer_by as "answerBy", r.id as "referralId", r.row_version::float8 as "rowVersion",
       case when i.status = 'set-aside' then 'closed' when r.status in ('accepted', 'finished') then 'yes' when r.status = 'declined' then 'no' when r.status = 'more-asked' then 'more' when r.status = 'received' then 'read' else 'here' end as stands,
       case when r.status = 'more-asked' then (select text from referral_words w where w.referral_id = r.id and w.kind = 'asked' order by w.said_at desc, w.created_at desc limit 1) end as question,
       (select max(w.said_at) from referral_words w where (w.incoming_id = i.id or w.referral_id = r.id) and w.kind = 'answered') as "lastAddedAt"
     from incoming_referrals i left join referrals r on r.incoming_id = i.id
     where i.link_digest = $1 and $2::timestamptz < i.received_at + interval '365 days' limit 1`,
    [linkDigest(token), now.toISOString()],
  )
  return found
}

/** The referrer who holds the link, as the rules and the audit see them. */
export const referrerOf = ({ id }: Pick<TrackedReferral, 'id'>): Actor => ({
  kind: 'link',
  holder: 'referrer',
  recordId: id,
})

/** A view that is asked for: the question, and the first name of the child. */
export type ViewToGive = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  question: string
  /** It was given already, by this very link. */
  isGiven: boolean
}

/**
 * What the token of a link for a view leads to, while it is open, or once it was given by it. Undefined for every other
 * reason alike.
 */
export const viewByToken = async ({
  query,
  token,
  now,
}: {
  query: Query
  token: string
  now: Date
}): Promise<ViewToGive | undefined> => {
  const [found] = await query<ViewToGive>(
    `select v.id, v.row_version::float8 as "rowVersion", c.id as "childId", ${childName.first('c')} as "childName", v.question, v.status = 'answered' as "isGiven"
     from view_requests v join referrals r on r.id = v.referral_id join children c on c.id = r.child_id
     where v.link_digest = $1 and $2 < v.ends_at and (v.status = 'answered' or v.status = 'open' and r.status in ('received', 'more-asked'))`,
    [linkDigest(token), now.toISOString()],
  )
  return found
}

/** Whoever holds a link for a view, as the rules and the audit see them. */
export const viewerOf = ({ id }: Pick<ViewToGive, 'id'>): Actor => ({ kind: 'link', holder: 'view', recordId: id })
