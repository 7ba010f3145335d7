import type { Query } from '../../core/database/query.ts'
import { requiredDocumentsOf } from '../policies/queries.ts'
import { NO_REFERENCES, referenceFactsOf } from './references/queries.ts'
import type { ClearanceFacts, VettingFact } from './rules.ts'

/** The clearance facts of some volunteers, by volunteer id, in one statement. */
export const clearanceFactsOf = async ({ query, volunteerIds }: { query: Query; volunteerIds: readonly string[] }): Promise<Map<string, ClearanceFacts>> => {
  if (volunteerIds.length === 0) return new Map()
  const rows = await query<{ id: string; user_id: string | null; name: string; standing: ClearanceFacts['standing']; vetting: VettingFact[] }>(
    `select v.id, v.user_id, v.name, v.standing::text as standing,
       coalesce(json_agg(json_build_object('kind', r.kind, 'takenOn', r.taken_on, 'validUntil', r.valid_until, 'faceToFace', coalesce(r.face_to_face, false))) filter (where r.id is not null), '[]') as vetting
     from volunteers v left join vetting_records r on r.volunteer_id = v.id and r.status = 'standing'
     where v.id = any($1::uuid[]) group by v.id`,
    [volunteerIds],
  )
  const documents = await requiredDocumentsOf({ query, userIds: rows.flatMap(({ user_id }) => (user_id ? [user_id] : [])) })
  const references = await referenceFactsOf({ query, volunteerIds })
  return new Map(rows.map(({ id, user_id, ...facts }) => [id, { ...facts, documents: documents.get(user_id ?? '') ?? [], references: references.get(id) ?? NO_REFERENCES }]))
}
