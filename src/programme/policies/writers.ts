import type { Query } from '../../core/database/query.ts'

/** Whoever began a document or changed its words, by user id: they do not adopt it [POL-3]. */
export const writersOf = async ({
  query,
  collection,
  id,
  author,
}: {
  query: Query
  collection: 'policy-versions' | 'policy-translations'
  id: string | null
  author: unknown
}): Promise<string[]> => {
  const writers =
    id === null
      ? []
      : await query<{ id: string }>(
          "select distinct actor_id as id from audit_events where record_id = $1::text and record_collection = $2 and actor_kind = 'person' and action in ('create', 'change') and detail ? 'text'",
          [id, collection],
        )
  return [
    ...new Set([...(typeof author === 'string' && author ? [author] : []), ...writers.map((writer) => writer.id)]),
  ]
}
