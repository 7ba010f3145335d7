import type { Query } from '../../../core/database/query.ts'
import type { ReferenceFacts } from './rules.ts'

/**
 * The references and self-declarations of some volunteers, by volunteer id, in one statement: their own, and those of
 * the application that made them one [VOL-6].
 */
export const referenceFactsOf = async ({
  query,
  volunteerIds,
}: {
  query: Query
  volunteerIds: readonly string[]
}): Promise<Map<string, ReferenceFacts>> => {
  const rows = await query<ReferenceFacts & { id: string }>(
    `with sources as (
         select id as volunteer_id, id as about_volunteer, null::uuid as about_application from unnest($1::uuid[]) as asked(id)
         union all select volunteer_id, null, id from applications where volunteer_id = any($1::uuid[])
       ),
       held as (
         select s.volunteer_id, json_agg(w.held_on order by w.held_on) as days from sources s
           join volunteer_references r on r.volunteer_id = s.about_volunteer or r.application_id = s.about_application
           join reference_answers w on w.reference_id = r.id and w.status = 'held' and w.capacity <> 'family' group by s.volunteer_id
       ),
       declared as (select s.volunteer_id, min(d.declared_on) as first_on from sources s join self_declarations d on d.volunteer_id = s.about_volunteer or d.application_id = s.about_application group by s.volunteer_id)
     select v.id, coalesce(h.days, '[]') as "referencesHeldOn", d.first_on as "declaredOn"
     from unnest($1::uuid[]) as v(id) left join held h on h.volunteer_id = v.id left join declared d on d.volunteer_id = v.id`,
    [volunteerIds],
  )
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** Nothing on record: what holds of a person who is not known. */
export const NO_REFERENCES: ReferenceFacts = { referencesHeldOn: [], declaredOn: null }

/** The ids of the references about a person who signs in: they never read what was said of them. */
export const referencesAbout = async ({ query, userId }: { query: Query; userId: string }): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `with applied as (
         select a.id from applications a join volunteers v on v.id = a.volunteer_id where v.user_id = $1
         union select a.id from applications a join users u on lower(u.email) = lower(a.email) where u.id = $1
       )
     select r.id from volunteer_references r join volunteers v on v.id = r.volunteer_id where v.user_id = $1
     union select r.id from volunteer_references r join applied a on a.id = r.application_id`,
    [userId],
  )
  return rows.map(({ id }) => id)
}
