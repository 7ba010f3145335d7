import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { isAdministrator, isCaseworker } from './roles.ts'

/** A message that could not be delivered. The parent's or carer's name is there for caseworkers only. */
export type FailedMessage = {
  id: string
  template: string
  to: string | null
  /** The colleague to whom it went: two people put their address right. */
  userId: string | null
  /** The address of the parent or carer today, for caseworkers. */
  email: string | null
  /** Whether the person who looks may put the address right where the message stands. */
  isCorrectedHere: boolean
  /** What it is about. */
  about: { collection: string; id: string }
  problem: string | null
  failedAt: Date
}

/** An account that is open and of no use yet. */
export type AccountToFinish = { id: string; name: string; openedAt: Date; hasRole: boolean; hasPassword: boolean }

/** The messages that could not be delivered, newest first, `limit` at most: for caseworkers and administrators. */
export const failedMessages = async ({ work, limit }: { work: Work; limit: number }): Promise<FailedMessage[]> => {
  if (!isCaseworker(work.actor) && !isAdministrator(work.actor)) return []
  const rows = await work.query<Omit<FailedMessage, 'about'> & { collection: string; record: string }>(
    `select n.id, n.template, coalesce(u.name, case when $1 then g.name end) as "to", n.recipient_user_id as "userId", $1 and n.recipient_kind in ('guardian', 'subject') as "isCorrectedHere", case when $1 then nullif(g.email, '') end as email,
       n.subject_collection as collection, n.subject_record as record, n.last_problem as problem, n.updated_at as "failedAt"
     from notifications n left join users u on u.id = n.recipient_user_id left join guardians g on g.id = n.recipient_guardian_id
     where n.state = 'failed' order by n.updated_at desc limit $2`,
    [isCaseworker(work.actor), limit],
  )
  return rows.map(({ collection, record, ...row }) => ({ ...row, about: { collection, id: record } }))
}

/** The open accounts without a role today or without a password, newest first, `limit` at most: for administrators. */
export const accountsToFinish = async ({ work, limit }: { work: Work; limit: number }): Promise<AccountToFinish[]> => {
  if (!isAdministrator(work.actor)) return []
  return work.query<AccountToFinish>(
    `select account.id, account.name, account."openedAt", account."hasPassword", account."hasRole" from (
       select u.id, u.name, u.created_at as "openedAt", exists (select from credentials c where c.user_id = u.id) as "hasPassword",
         exists (select from role_grants r where r.user_id = u.id and r.starts_on <= $1 and (r.ends_on is null or $1 <= r.ends_on)) as "hasRole"
       from users u where u.standing = 'open'
     ) account where not ("hasRole" and "hasPassword") order by "openedAt" desc limit $2`,
    [londonDate(work.now), limit],
  )
}

/** Whether there is any child at all: a programme without one is at its beginning. */
export const hasChildren = async (work: Work): Promise<boolean> => {
  const [row] = await work.query<{ some: boolean }>('select exists (select from children) as some')
  return row?.some ?? false
}
