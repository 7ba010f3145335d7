import type { Work } from '../../core/access/work.ts'
import { rowAt, type Query } from '../../core/database/query.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import type { MergeFacts, Side } from './rules.ts'

/** Loads what joining the two records asks about. */
export const mergeFacts = async ({
  work: { query },
  record,
}: {
  work: Work
  record: RecordData
}): Promise<MergeFacts> => {
  const sides = await sidesOf({ query, ids: [idOf(record.keep), idOf(record.leave)] })
  const [keep, leave] = [sides.get(idOf(record.keep) ?? ''), sides.get(idOf(record.leave) ?? '')]
  const rows = await query<{ used: boolean; emptied: boolean; proposed: boolean; siblings: boolean }>(
    `select exists (select from guardians g where g.family_id = $2) or exists (select from families f where f.id = $2 and coalesce(f.home_address, '') <> '')
         or exists (select from children c where c.family_id = $2 and c.id <> $1 and c.merged_into_id is null) as used,
       not exists (select from children c where c.family_id = $2 and c.id <> $1) as emptied,
       exists (select from child_merges m where m.leave_id = $1 and m.status = 'proposed' and m.id is distinct from $3) as proposed,
       exists (select from sibling_links l where (l.child_id, l.sibling_id) in (($1, $4), ($4, $1))) as siblings`,
    [leave?.id ?? null, leave?.familyId ?? null, record.id ?? null, keep?.id ?? null],
  )
  const around = rowAt({ rows, place: 0 })
  return {
    proposedBy: idOf(record.proposedBy),
    keep,
    leave,
    leftFamilyIsUsed: around.used,
    leftFamilyIsEmptied: around.emptied && !around.used && keep?.familyId !== leave?.familyId,
    proposedAlready: around.proposed,
    areSiblings: around.siblings,
  }
}

const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

const sidesOf = async ({
  query,
  ids,
}: {
  query: Query
  ids: ReadonlyArray<string | null>
}): Promise<Map<string, Side>> => {
  const rows = await query<Side>(
    `select c.id, c.name, nullif(c.known_as, '') as "knownAs", c.born_on as "bornOn", nullif(c.school, '') as school, c.held_in_year::float8 as "heldInYear", c.held_in_year_on as "heldInYearOn",
       coalesce((select json_agg(s.value order by s.value) from children_stages s where s.parent_id = c.id), '[]') as stages, c.support_level_id as "supportLevelId", l.name as "supportLevel", coalesce(c.in_care, false) as "inCare",
       f.id as "familyId", f.name as "familyName", c.merged_into_id as "joinedTo",
       exists (select from working_list_entries e where e.child_id = c.id and e.status = 'listed') as "isListed",
       exists (select from matches m where m.child_id = c.id and m.status = 'active') as "hasActiveMatch",
       (select json_build_object('id', b.id, 'background', b.background) from child_backgrounds b where b.child_id = c.id) as background,
       (select json_build_object('id', n.id, 'allergies', n.allergies, 'medication', n.medication, 'accessNeeds', n.access_needs, 'inAnEmergency', n.in_an_emergency) from medical_needs n where n.child_id = c.id) as needs,
       coalesce((select json_agg(json_build_object('id', q.id, 'guardianId', q.guardian_id, 'answeredAt', q.answered_at, 'askedAt', q.created_at)) from consent_requests q where q.child_id = c.id and q.status in ('open', 'signed', 'declined')), '[]') as requests
     from children c join families f on f.id = c.family_id left join support_levels l on l.id = c.support_level_id where c.id = any($1::uuid[])`,
    [ids.filter((id) => id !== null)],
  )
  return new Map(rows.map((side) => [side.id, side]))
}
