import type { Work } from '../../core/access/work.ts'
import { londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import { consentHeld } from '../consent/queries.ts'
import { childName } from '../people/names.ts'
import { isCaseworker } from '../people/roles.ts'
import { standsOn } from './matched.ts'

/** An accepted child without a volunteer: since when, the need, what comes next [ELG-7]. */
export type WaitingChild = {
  id: string
  childName: string
  since: CalendarDate
  need: string
  nextStep: 'ask-consent' | 'await-consent' | 'propose-match' | 'complete-match' | 'end-match'
}

/**
 * The waiting list, longest waiting first: who was accepted, has not left, and has no match that stands: one whose
 * first day is still to come does; one whose last day has gone by is to be ended [ELG-7].
 */
export const waitingList = async ({ work, limit }: { work: Work; limit: number }): Promise<WaitingChild[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<Omit<WaitingChild, 'since'> & { decidedAt: Date | null; receivedOn: CalendarDate }>(
    `with accepted as materialized (
       select distinct on (r.child_id) r.child_id, r.decided_at, r.received_on, r.main_reason from referrals r
       where r.status = 'accepted' and not exists (select from matches m where m.child_id = r.child_id and ${standsOn({ match: 'm', on: '$2::text' })})
       order by r.child_id, r.decided_at nulls last
     )
     select c.id, ${childName.inFull('c')} as "childName", a.decided_at as "decidedAt", a.received_on as "receivedOn", a.main_reason as need,
       case when exists (select from matches m where m.child_id = c.id and m.status = 'active') then 'end-match'
         when exists (select from matches m where m.child_id = c.id and m.status = 'proposed') then 'complete-match'
         when exists (select from consent_requests q where q.child_id = c.id and q.status = 'open') then 'await-consent'
         when not ${consentHeld({ child: 'c.id', item: "'taking-part'", on: '$2::text' })} then 'ask-consent'
         else 'propose-match' end as "nextStep"
     from accepted a join children c on c.id = a.child_id
     order by coalesce(a.decided_at, a.received_on::timestamptz), c.name limit $1`,
    [limit, londonDate(work.now)],
  )
  return rows.map(({ decidedAt, receivedOn, ...row }) => ({
    ...row,
    since: decidedAt ? londonDate(new Date(decidedAt)) : receivedOn,
  }))
}
