import type { Query } from '../../core/database/query.ts'
import type { ConsentAnswer } from './rules.ts'

/** Every consent answer for a child, oldest first. */
export const consentAnswersOf = ({ query, childId }: { query: Query; childId: string }): Promise<ConsentAnswer[]> =>
  query<ConsentAnswer>(
    `select guardian_id as "guardianId", item::text as item, answer::text as answer, decided_on as "decidedOn",
       (extract(epoch from created_at) * 1000)::float8 as "order"
     from consents where child_id = $1 order by created_at, id`,
    [childId],
  )
