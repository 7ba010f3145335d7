import { createHash } from 'node:crypto'
import type { Query } from '../database/query.ts'

/** What a check of the audit found: how many rows, the last hash, and the first thing that is wrong, if any. */
export type AuditVerdict = { rows: number; head: string; problem: string | undefined }

/** The action of the entry that stands for a lawful erasure: its record is the number of the row whose detail was erased. */
export const ERASURE = 'erase-detail'

/**
 * Works the whole chain out again, outside the database's own function, and holds it against what is stored and against the
 * head [DAT-2]. Finds a changed, removed, moved or added row, and a detail that was taken away without an entry that says
 * so. Rows may be added while it runs. `batch` is how many rows are read at a time.
 */
export const verifyAudit = async ({ query, batch = 5_000 }: { query: Query; batch?: number }): Promise<AuditVerdict> => {
  const chain = startOfChain()
  for (;;) {
    const [head] = await query<{ sequence: string; hash: string }>('select sequence::text, hash from audit_head')
    const problem = await followChain({ query, batch, chain })
    if (problem) return verdict(chain, problem)
    // The head was read before the rows, so all that it speaks of must have been among them.
    if (!head || Number(head.sequence) > chain.sequence) return verdict(chain, `The chain ends at row ${chain.sequence}, but its head says row ${head?.sequence ?? 'none'}: rows were removed at the end.`)
    if (head.sequence === String(chain.sequence)) return verdict(chain, head.hash === chain.previous ? await problemOfTheWhole({ query, chain }) : 'The head does not belong to the last row.')
    const [next] = await query<{ sequence: string }>('select sequence::text from audit_head')
    if (!next || Number(next.sequence) < chain.sequence) return verdict(chain, `The chain ends at row ${chain.sequence}, but its head says row ${next?.sequence ?? 'none'}: rows were added at the end.`)
  }
}

/** How far the chain was followed, and which details were found missing or accounted for on the way. */
type Chain = { sequence: number; previous: string; withoutDetail: Set<string>; erasures: Set<string> }

type StoredRow = Record<'id' | 'sequence' | 'occurred_at' | 'created_at' | 'updated_at' | 'actor_kind' | 'action' | 'record_collection' | 'came_from' | 'salt' | 'detail_digest' | 'previous_hash' | 'hash', string> &
  Record<'actor_id' | 'actor_note' | 'record_id' | 'detail', string | null>

const startOfChain = (): Chain => ({ sequence: 0, previous: '0'.repeat(64), withoutDetail: new Set(), erasures: new Set() })

const verdict = ({ sequence, previous }: Chain, problem: string | undefined): AuditVerdict => ({ rows: sequence, head: previous, problem })

const momentOf = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as ${column}`

const ROWS_AFTER = `
  select id::text, sequence::text as sequence, ${['occurred_at', 'created_at', 'updated_at'].map(momentOf).join(', ')}, actor_kind, actor_id, actor_note,
    action, record_collection, record_id, came_from, detail::text as detail, salt, detail_digest, previous_hash, hash
  from audit_events where sequence > $1 order by audit_events.sequence limit $2`

const followChain = async ({ query, batch, chain }: { query: Query; batch: number; chain: Chain }): Promise<string | undefined> => {
  for (;;) {
    const rows = await query<StoredRow>(ROWS_AFTER, [chain.sequence, batch])
    for (const row of rows) {
      const problem = problemOf({ row, sequence: chain.sequence + 1, previous: chain.previous })
      if (problem) return problem
      chain.sequence += 1
      chain.previous = row.hash
      if (row.detail === null && sha256(row.salt) !== row.detail_digest) chain.withoutDetail.add(row.sequence)
      if (row.action === ERASURE && row.record_collection === 'audit-events' && row.record_id !== null) chain.erasures.add(row.record_id)
    }
    if (rows.length < batch) return undefined
  }
}

const problemOf = ({ row, sequence, previous }: { row: StoredRow; sequence: number; previous: string }): string | undefined => {
  if (row.sequence !== String(sequence)) return `Row ${sequence} is missing.`
  if (row.previous_hash !== previous) return `Row ${sequence} does not follow the row before it.`
  if (row.detail !== null && sha256(row.salt + row.detail) !== row.detail_digest) return `The detail of row ${sequence} was changed.`
  const optional = (value: string | null): string => (value === null ? '' : `=${value}`)
  const parts = [
    previous, row.id, row.sequence, row.occurred_at, row.created_at, row.actor_kind, optional(row.actor_id), optional(row.actor_note), row.action, row.record_collection, optional(row.record_id), row.came_from, row.detail_digest,
  ]
  return sha256(parts.join('\x1f')) === row.hash && row.updated_at === row.created_at ? undefined : `Row ${sequence} was changed.`
}

const problemOfTheWhole = async ({ query, chain }: { query: Query; chain: Chain }): Promise<string | undefined> => {
  const [counted] = await query<{ rows: number }>('select count(*)::float8 as rows from audit_events where not sequence > $1', [chain.sequence])
  if (counted?.rows !== chain.sequence) return 'There are rows that do not belong to the chain.'
  const [taken] = [...chain.withoutDetail].filter((row) => !chain.erasures.has(row))
  return taken === undefined ? undefined : `The detail of row ${taken} was taken away, and no entry says why.`
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
