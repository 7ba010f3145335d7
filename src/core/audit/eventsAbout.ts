import type { Query } from '../database/query.ts'

/** One row of the audit, as it is read: the number by which rows follow each other, who, when, what, to which record. */
export type StoredEvent = {
  sequence: number
  occurredAt: Date
  actorKind: string
  actorId: string | null
  actorNote: string | null
  action: string
  collection: string
  recordId: string | null
  cameFrom: string
  detail: Record<string, unknown> | null
}

/** The columns of a row, under the names of `StoredEvent`. */
export const EVENT_COLUMNS = `sequence::float8 as sequence, occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId", actor_note as "actorNote",
  action, record_collection as collection, record_id as "recordId", came_from as "cameFrom", detail`

/**
 * What was done to some records, the newest first: at most `limit`, of those before the row with the number `before`.
 * That they were looked at is left out. One index finds each record's few rows, however long the audit is.
 */
export const eventsAbout = ({
  query,
  ids,
  before,
  limit,
}: {
  query: Query
  ids: readonly string[]
  before?: number
  limit: number
}): Promise<StoredEvent[]> =>
  query<StoredEvent>(
    `with told as materialized (
       select sequence, occurred_at, actor_kind, actor_id, actor_note, action, record_collection, record_id, came_from, detail
       from audit_events where record_id = any($1::text[]) and action <> 'read'
     ) select ${EVENT_COLUMNS} from told where $2::numeric is null or sequence < $2::numeric order by sequence desc limit $3`,
    [ids, before ?? null, limit],
  )
