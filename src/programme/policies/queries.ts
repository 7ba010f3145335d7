import type { Query } from '../../core/database/query.ts'
import type { RequiredDocument } from './rules.ts'

/** The required documents (or the one of a kind, required or not) as they concern some users, by user id. */
export const requiredDocumentsOf = async ({ query, userIds, kind = null }: { query: Query; userIds: readonly string[]; kind?: string | null }): Promise<Map<string, RequiredDocument[]>> => {
  if (userIds.length === 0) return new Map()
  const rows = await query<{ user_id: string; title: string; versions: RequiredDocument['versions']; acceptances: RequiredDocument['acceptances'] }>(
    `select u.id as user_id, p.title,
       (select json_agg(json_build_object('number', v.number, 'adoptedOn', v.adopted_on, 'graceUntil', v.grace_until) order by v.adopted_on, v.created_at)
         from policy_versions v where v.policy_id = p.id and v.status in ('adopted', 'superseded')) as versions,
       coalesce((select json_agg(json_build_object('number', v.number, 'acceptedOn', to_char(a.accepted_at at time zone 'Europe/London', 'YYYY-MM-DD')))
         from policy_acceptances a join policy_versions v on v.id = a.version_id where v.policy_id = p.id and a.user_id = u.id), '[]') as acceptances
     from unnest($1::uuid[]) as u(id) cross join policies p
     where (p.kind::text = $2 or ($2::text is null and p.must_be_accepted)) and exists (select from policy_versions v where v.policy_id = p.id and v.status in ('adopted', 'superseded'))`,
    [userIds, kind],
  )
  const byUser = new Map<string, RequiredDocument[]>()
  for (const { user_id, ...document } of rows) byUser.set(user_id, [...(byUser.get(user_id) ?? []), document])
  return byUser
}
