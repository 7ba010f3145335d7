import type { Work } from '../../core/access/work.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { isAdministrator, isCaseworker } from './roles.ts'

/** A message that could not be delivered. The parent's or carer's name is there for caseworkers only. */
export type FailedMessage = { id: string; template: string; to: string | null; problem: string | null; failedAt: Date }

/** An account that is open and of no use yet. */
export type AccountToFinish = { id: string; name: string; hasRole: boolean; hasPassword: boolean }

/** The messages that could not be delivered, newest first, `limit` at most: for caseworkers and administrators. */
export const failedMessages = async ({ work, limit }: { work: Work; limit: number }): Promise<FailedMessage[]> => {
  if (!isCaseworker(work.actor) && !isAdministrator(work.actor)) return []
  return work.query<FailedMessage>(
    `select n.id, n.template, coalesce(u.name, case when $1 then g.name end) as "to", n.last_problem as problem, n.updated_at as "failedAt"
     from notifications n left join users u on u.id = n.recipient_user_id left join guardians g on g.id = n.recipient_guardian_id
     where n.state = 'failed' order by n.updated_at desc limit $2`,
    [isCaseworker(work.actor), limit],
  )
}

/** The open accounts without a role today or without a password, newest first, `limit` at most: for administrators. */
export const accountsToFinish = async ({ work, limit }: { work: Work; limit: number }): Promise<AccountToFinish[]> => {
  if (!isAdministrator(work.actor)) return []
  return work.query<AccountToFinish>(
    `select * from (
       select u.id, u.name, u.created_at, exists (select from credentials c where c.user_id = u.id) as "hasPassword",
         exists (select from role_grants r where r.user_id = u.id and r.starts_on <= $1 and (r.ends_on is null or $1 <= r.ends_on)) as "hasRole"
       from users u where u.standing = 'open'
     ) account where not ("hasRole" and "hasPassword") order by created_at desc limit $2`,
    [londonDate(work.now), limit],
  )
}

/** Whether there is any child at all: a programme without one is at its beginning. */
export const hasChildren = async (work: Work): Promise<boolean> => {
  const [row] = await work.query<{ some: boolean }>('select exists (select from children) as some')
  return row?.some ?? false
}
