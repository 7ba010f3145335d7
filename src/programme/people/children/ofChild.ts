import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import type { Reachable } from '../families/contactRules.ts'
import type { EducationStatus } from './education.ts'
import type { Stage } from './schoolYear.ts'
import type { SIBLING_KINDS } from './SiblingLinks.ts'

/** A child with those around them, as the committee knows them. */
export type ChildAtHome = {
  name: string
  knownAs: string | null
  bornOn: CalendarDate | null
  school: string | null
  heldInYear: number | null
  heldInYearOn: CalendarDate | null
  stages: Stage[]
  level: { name: string; offered: string } | null
  family: { id: string; name: string }
  guardians: Array<Reachable & { id: string; mobile: string | null; mayDecide: boolean }>
  siblings: Array<{ id: string; name: string; kind: keyof typeof SIBLING_KINDS | null; linkId: string | null }>
  keyWorkers: Array<{
    id: string
    name: string
    role: string
    organisation: string | null
    telephone: string | null
    until: CalendarDate | null
  }>
  memberships: Array<{ id: string; since: CalendarDate; until: CalendarDate | null; attended: string | null }>
  education: Array<{
    id: string
    status: EducationStatus
    since: CalendarDate
    place: string | null
    note: string | null
  }>
  background: { id: string; words: string } | null
  medical: {
    id: string
    allergies: string | null
    medication: string | null
    accessNeeds: string | null
    inAnEmergency: string | null
  } | null
}

/**
 * A child's family, parents and carers, brothers and sisters, key workers, membership, education, background and
 * medical needs, in one statement; for those alone who may read them all. Whoever is linked to the child twice, as
 * happens when two records are joined, stands there once, as the link that was changed last says.
 */
export const childAtHome = async ({
  query,
  childId,
}: {
  query: Query
  childId: string
}): Promise<ChildAtHome | undefined> => {
  const [row] = await query<ChildAtHome>(
    `select c.name, nullif(c.known_as, '') as "knownAs", c.born_on as "bornOn", nullif(c.school, '') as school, c.held_in_year::float8 as "heldInYear", c.held_in_year_on as "heldInYearOn",
       coalesce((select json_agg(s.value order by s.value) from children_stages s where s.parent_id = c.id), '[]') as stages,
       (select json_build_object('name', l.name, 'offered', l.offered) from support_levels l where l.id = c.support_level_id) as level,
       json_build_object('id', f.id, 'name', f.name) as family,
       coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'relationship', nullif(g.relationship, ''), 'mobile', g.mobile, 'contactRule', g.contact_rule, 'contactWords', nullif(g.contact_words, ''), 'preferredWay', g.preferred_way,
           'formLanguage', g.form_language, 'language', nullif(g.language, ''), 'mayDecide', coalesce(g.parental_responsibility, false)) order by g.name) from guardians g where g.family_id = f.id), '[]') as guardians,
       coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name, 'kind', b.kind, 'linkId', b.link_id) order by b.name) from (
           select s.id, s.name, null::text as kind, null::uuid as link_id from children s where s.family_id = c.family_id and s.id <> c.id and s.merged_into_id is null
           union all (select distinct on (s.id) s.id, s.name, l.kind::text, l.id from sibling_links l join children s on s.id = case when l.child_id = c.id then l.sibling_id else l.child_id end where c.id in (l.child_id, l.sibling_id) and s.family_id <> c.family_id order by s.id, l.updated_at desc)) b), '[]') as siblings,
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'role', k.role, 'organisation', k.organisation, 'telephone', k.telephone, 'until', k.until) order by k.until nulls first, k.name) from key_workers k where k.child_id = c.id), '[]') as "keyWorkers",
       coalesce((select json_agg(json_build_object('id', m.id, 'since', m.since, 'until', m.until, 'attended', m.attended) order by m.since desc) from memberships m where m.child_id = c.id), '[]') as memberships,
       coalesce((select json_agg(json_build_object('id', e.id, 'status', e.status, 'since', e.since, 'place', nullif(e.place, ''), 'note', nullif(e.note, '')) order by e.since desc, e.created_at desc) from education_entries e where e.child_id = c.id), '[]') as education,
       (select json_build_object('id', b.id, 'words', b.background) from child_backgrounds b where b.child_id = c.id) as background,
       (select json_build_object('id', m.id, 'allergies', nullif(m.allergies, ''), 'medication', nullif(m.medication, ''), 'accessNeeds', nullif(m.access_needs, ''), 'inAnEmergency', nullif(m.in_an_emergency, '')) from medical_needs m where m.child_id = c.id) as medical
     from children c join families f on f.id = c.family_id where c.id = $1`,
    [childId],
  )
  return row
}

/**
 * Where a child stands at school: what the year follows from, the stages that were picked, and the newest word on
 * education that has begun.
 */
export type SchoolingOfChild = Pick<ChildAtHome, 'bornOn' | 'school' | 'heldInYear' | 'heldInYearOn' | 'stages'> & {
  education: { id: string; status: EducationStatus } | null
}

/** The same for one child on a date [STG-1, STG-3, PLN-3]. Throws where there is no such child. */
export const schoolingOfChild = async ({
  query,
  childId,
  on,
}: {
  query: Query
  childId: string
  on: CalendarDate
}): Promise<SchoolingOfChild> => {
  const [row] = await query<SchoolingOfChild>(
    `select c.born_on as "bornOn", nullif(c.school, '') as school, c.held_in_year::float8 as "heldInYear", c.held_in_year_on as "heldInYearOn",
       coalesce((select json_agg(s.value order by s.value) from children_stages s where s.parent_id = c.id), '[]') as stages,
       (select json_build_object('id', e.id, 'status', e.status) from education_entries e where e.child_id = c.id and e.since <= $2 order by e.since desc, e.created_at desc limit 1) as education
     from children c where c.id = $1`,
    [childId, on],
  )
  if (!row) throw new Error('There is no such child.')
  return row
}

/** Whether one of the memberships holds on a date; a child without one is flagged, and nothing ends by it [ELG-1]. */
export const isMemberOn = ({
  memberships,
  on,
}: {
  memberships: ReadonlyArray<{ since: CalendarDate; until: CalendarDate | null }>
  on: CalendarDate
}): boolean => memberships.some(({ since, until }) => since <= on && (!until || on <= until))
