import type { Query } from '../../core/database/query.ts'
import type { ConsentAnswer } from './rules.ts'

/** Every consent answer for a child, oldest first. */
export const consentAnswersOf = ({ query, childId }: { query: Query; childId: string }): Promise<ConsentAnswer[]> => query<ConsentAnswer>(`select ${ANSWER} from consents where child_id = $1 order by created_at, id`, [childId])

/** The same for some children, by child id, in one statement. */
export const consentAnswersOfChildren = async ({ query, childIds }: { query: Query; childIds: readonly string[] }): Promise<Map<string, ConsentAnswer[]>> => {
  const rows = await query<ConsentAnswer & { childId: string }>(`select child_id as "childId", ${ANSWER} from consents where child_id = any($1::uuid[]) order by created_at, id`, [childIds])
  const byChild = new Map<string, ConsentAnswer[]>()
  for (const { childId, ...answer } of rows) byChild.set(childId, [...(byChild.get(childId) ?? []), answer])
  return byChild
}

const ANSWER = `guardian_id as "guardianId", item::text as item, answer::text as answer, decided_on as "decidedOn", (extract(epoch from created_at) * 1000)::float8 as "order"`
