import type { Query } from '../../../core/database/query.ts'
import type { ReferenceFacts } from './rules.ts'

/** The references and self-declarations of some volunteers, by volunteer id, in one statement: their own, and those of the application that made them one [VOL-6]. */
export const referenceFactsOf = async ({ query, volunteerIds }: { query: Query; volunteerIds: readonly string[] }): Promise<Map<string, ReferenceFacts>> => {
  const rows = await query<ReferenceFacts & { id: string }>(
    `select v.id,
       coalesce((select json_agg(w.held_on order by w.held_on) from volunteer_references r join reference_answers w on w.reference_id = r.id and w.status = 'held' and w.capacity <> 'family'
         where r.volunteer_id = v.id or r.application_id in (select id from applications where volunteer_id = v.id)), '[]') as "referencesHeldOn",
       (select min(d.declared_on) from self_declarations d where d.volunteer_id = v.id or d.application_id in (select id from applications where volunteer_id = v.id)) as "declaredOn"
     from volunteers v where v.id = any($1::uuid[])`,
    [volunteerIds],
  )
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** Nothing on record: what holds of a person who is not known. */
export const NO_REFERENCES: ReferenceFacts = { referencesHeldOn: [], declaredOn: null }

/** The ids of the references about a person who signs in: they never read what was said of them. */
export const referencesAbout = async ({ query, userId }: { query: Query; userId: string }): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `select r.id from volunteer_references r left join applications a on a.id = r.application_id
     where exists (select from volunteers v where v.user_id = $1 and v.id in (r.volunteer_id, a.volunteer_id))
       or exists (select from users u where u.id = $1 and lower(u.email) = lower(a.email))`,
    [userId],
  )
  return rows.map(({ id }) => id)
}
