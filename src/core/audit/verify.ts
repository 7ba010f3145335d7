import { createHash } from 'node:crypto'
import type { Query } from '../database/query.ts'

/** What a check of the audit found: how many rows, the last hash, and the first thing that is wrong, if any. */
export type AuditVerdict = { rows: number; head: string; problem: string | undefined }

/**
 * Works the whole chain out again, outside the database's own function, and holds it against what is stored and against the
 * head [DAT-2]. Finds a changed, removed, moved or added row. `batch` is how many rows are read at a time.
 */
export const verifyAudit = async ({ query, batch = 5_000 }: { query: Query; batch?: number }): Promise<AuditVerdict> => {
  let previous = '0'.repeat(64)
  let sequence = 0
  for (;;) {
    const rows = await query<StoredRow>(ROWS_AFTER, [sequence, batch])
    for (const row of rows) {
      sequence += 1
      const problem = problemOf({ row, sequence, previous })
      if (problem) return { rows: sequence, head: previous, problem }
      previous = row.hash
    }
    if (rows.length < batch) break
  }
  const [head] = await query<{ sequence: string; hash: string }>('select sequence::text, hash from audit_head')
  const problem = head?.sequence === String(sequence) && head.hash === previous ? undefined : `The chain ends at row ${sequence}, but its head says row ${head?.sequence ?? 'none'}: rows were removed or added at the end.`
  return { rows: sequence, head: previous, problem }
}

type StoredRow = Record<'sequence' | 'occurred_at' | 'actor_kind' | 'action' | 'record_collection' | 'came_from' | 'salt' | 'detail_digest' | 'previous_hash' | 'hash', string> &
  Record<'actor_id' | 'actor_note' | 'record_id' | 'detail', string | null>

const ROWS_AFTER = `
  select trunc(sequence)::text as sequence, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as occurred_at, actor_kind, actor_id, actor_note,
    action, record_collection, record_id, came_from, detail::text as detail, salt, detail_digest, previous_hash, hash
  from audit_events where sequence > $1 order by audit_events.sequence limit $2`

const problemOf = ({ row, sequence, previous }: { row: StoredRow; sequence: number; previous: string }): string | undefined => {
  if (row.sequence !== String(sequence)) return `Row ${sequence} is missing.`
  if (row.previous_hash !== previous) return `Row ${sequence} does not follow the row before it.`
  if (row.detail !== null && sha256(row.salt + row.detail) !== row.detail_digest) return `The detail of row ${sequence} was changed.`
  const parts = [previous, row.sequence, row.occurred_at, row.actor_kind, row.actor_id ?? '', row.actor_note ?? '', row.action, row.record_collection, row.record_id ?? '', row.came_from, row.detail_digest]
  return sha256(parts.join('\x1f')) === row.hash ? undefined : `Row ${sequence} was changed.`
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
