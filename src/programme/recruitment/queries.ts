import type { Query } from '../../core/database/query.ts'
import { requiredDocumentsOf } from '../policies/queries.ts'
import { NO_REFERENCES, referenceFactsOf } from './references/queries.ts'
import type { ClearanceFacts } from './rules.ts'
import { readVolunteerSettings } from './settings.ts'
import type { TrainingFact } from './training/rules.ts'

/** The clearance facts of some volunteers, by volunteer id, in as many statements for many as for one. */
export const clearanceFactsOf = async ({
  query,
  volunteerIds,
}: {
  query: Query
  volunteerIds: readonly string[]
}): Promise<Map<string, ClearanceFacts>> => {
  if (volunteerIds.length === 0) return new Map()
  const rows = await query<Omit<ClearanceFacts, 'documents'> & { id: string; user_id: string | null }>(
    CLEARANCE_FACTS,
    [volunteerIds],
  )
  const documents = await requiredDocumentsOf({
    query,
    userIds: rows.flatMap(({ user_id }) => (user_id ? [user_id] : [])),
  })
  const references = await referenceFactsOf({ query, volunteerIds })
  return new Map(
    rows.map(({ id, user_id, ...facts }) => [
      id,
      { ...facts, documents: documents.get(user_id ?? '') ?? [], references: references.get(id) ?? NO_REFERENCES },
    ]),
  )
}

/**
 * The further training that is in use or was taken, as some volunteers stand with it, by volunteer id, by name [VOL-9,
 * VOL-14].
 */
export const trainingFactsOf = async ({
  query,
  volunteerIds,
}: {
  query: Query
  volunteerIds: readonly string[]
}): Promise<Map<string, TrainingFact[]>> => {
  const rows = await query<TrainingFact & { volunteer_id: string }>(
    `select v.id as volunteer_id, k.name as kind, coalesce(k.required_before_match, false) and coalesce(k.in_use, true) as "isRequired",
       coalesce((select json_agg(json_build_object('takenOn', t.taken_on, 'validUntil', t.valid_until)) from trainings t where t.volunteer_id = v.id and t.kind_id = k.id and t.status = 'standing'), '[]') as taken
     from unnest($1::uuid[]) as v(id) cross join training_kinds k order by k.name`,
    [volunteerIds],
  )
  const byVolunteer = new Map<string, TrainingFact[]>()
  for (const { volunteer_id, ...fact } of rows)
    byVolunteer.set(volunteer_id, [...(byVolunteer.get(volunteer_id) ?? []), fact])
  return byVolunteer
}

/**
 * How many children each of some volunteers may have at a time: the setting, or what was approved for them alone
 * [VOL-5].
 */
export const capacityOf = async ({
  query,
  volunteerIds,
}: {
  query: Query
  volunteerIds: readonly string[]
}): Promise<Map<string, number>> => {
  const { volunteerCapacity } = await readVolunteerSettings({ query })
  const rows = await query<{ id: string; children: number }>(
    "select volunteer_id as id, max(children)::float8 as children from capacity_overrides where volunteer_id = any($1::uuid[]) and status = 'approved' group by volunteer_id",
    [volunteerIds],
  )
  const approved = new Map(rows.map(({ id, children }) => [id, children]))
  return new Map(volunteerIds.map((id) => [id, Math.max(volunteerCapacity, approved.get(id) ?? 0)]))
}

/** What a volunteer keeps of themselves, for their own page alone [VOL-8]. */
export type OwnDetails = {
  mobile: string | null
  homeAddress: string | null
  wish: { id: string; wish: 'pause' | 'leave'; askedAt: Date } | null
}

/** A volunteer's own details and their open wish to pause or leave. */
export const ownDetails = async ({
  query,
  volunteerId,
}: {
  query: Query
  volunteerId: string
}): Promise<OwnDetails | undefined> => {
  const [row] = await query<{
    mobile: string | null
    homeAddress: string | null
    wish_id: string | null
    wish: 'pause' | 'leave' | null
    asked_at: Date | null
  }>(
    `select v.mobile, v.home_address as "homeAddress", r.id as wish_id, r.wish::text as wish, r.created_at as asked_at
     from volunteers v left join pause_requests r on r.volunteer_id = v.id and r.status = 'open' where v.id = $1 limit 1`,
    [volunteerId],
  )
  if (!row) return undefined
  const { wish_id: id, wish, asked_at: askedAt, ...details } = row
  return { ...details, wish: id && wish && askedAt ? { id, wish, askedAt } : null }
}

const CLEARANCE_FACTS = `
  select v.id, v.user_id, v.name, v.standing::text as standing, v.born_on as "bornOn", v.mobile, v.meets_children::text as "meetsChildren",
    coalesce((select json_agg(json_build_object('frequency', m.frequency, 'from', m.starts_on, 'until', m.ends_on)) from matches m where m.volunteer_id = v.id and m.status in ('active', 'ended')), '[]') as matches,
    coalesce((select json_agg(json_build_object('kind', f.kind, 'takenOn', f.taken_on, 'validUntil', f.valid_until, 'faceToFace', f.face_to_face, 'level', f.level, 'isWhole', f.is_whole, 'endsBefore', f.ends_before)) from (
      select r.kind::text as kind, r.taken_on, r.valid_until, coalesce(r.face_to_face, false) as face_to_face, r.level::text as level,
        coalesce(r.covered_purpose and r.covered_objective and r.covered_conduct and r.covered_role and r.covered_boundaries, false) as is_whole,
        (select min(s.checked_on) from dbs_status_checks s where s.check_id = r.id and s.result <> 'no-change') as ends_before
      from vetting_records r where r.volunteer_id = v.id and r.status = 'standing'
      union all
      select 'dbs-check', s.checked_on, s.holds_until, false, r.level::text, true, (select min(o.checked_on) from dbs_status_checks o where o.check_id = r.id and o.result <> 'no-change')
      from dbs_status_checks s join vetting_records r on r.id = s.check_id where r.volunteer_id = v.id and r.status = 'standing' and s.result = 'no-change'
    ) f), '[]') as vetting
  from volunteers v where v.id = any($1::uuid[])`
