import { createHash } from 'node:crypto'
import type { Query } from '../database/query.ts'

/** What a check of the audit found: how many rows, the last hash, and the first thing that is wrong, if any. */
export type AuditVerdict = { rows: number; head: string; problem: string | undefined }

/** The end of the chain as it was when it was mailed away: the number of its last row, and that row's hash. */
export type MailedHead = { sequence: number; hash: string }

/**
 * The action of the entry that stands for a lawful erasure: its record is the number of the row whose detail was
 * erased.
 */
export const ERASURE = 'erase-detail'

/**
 * Works the whole chain out again, outside the database's own function, and holds it against what is stored and against
 * the head [DAT-2]. Finds a changed, removed, moved or added row, and a detail that was taken away without an entry
 * that says so. Rows may be added while it runs. `batch` is how many rows are read at a time. A chain that was cut and
 * closed again, or made anew as a whole, holds in itself: that it is another is only found with `mailed`, what was sent
 * out of the house before (acceptance 18).
 */
export const verifyAudit = async ({
  query,
  batch = 5_000,
  mailed,
}: {
  query: Query
  batch?: number
  mailed?: MailedHead
}): Promise<AuditVerdict> => {
  const [start] = await query<{ sequence: string; hash: string }>('select sequence::text, hash from audit_head')
  const chain = startOfChain({ watchFor: [start?.sequence, mailed && String(mailed.sequence)] })
  const problem =
    (await followChain({ query, batch, chain })) ??
    problemOfHead({ start, chain }) ??
    (await problemOfTheWhole({ query, chain })) ??
    problemOfMailed({ mailed, chain })
  return { rows: chain.sequence, head: chain.previous, problem }
}

/**
 * How far the chain was followed, and which details were found missing or accounted for on the way. `watched`: the
 * hashes of the rows that are asked about.
 */
type Chain = {
  sequence: number
  previous: string
  watched: Map<string, string>
  withoutDetail: Set<string>
  erasures: Set<string>
}

type StoredRow = Record<
  | 'id'
  | 'sequence'
  | 'occurred_at'
  | 'created_at'
  | 'updated_at'
  | 'actor_kind'
  | 'action'
  | 'record_collection'
  | 'came_from'
  | 'salt'
  | 'detail_digest'
  | 'previous_hash'
  | 'hash',
  string
> &
  Record<'actor_id' | 'actor_note' | 'record_id' | 'detail', string | null>

const NOTHING_YET = '0'.repeat(64)

const startOfChain = ({ watchFor }: { watchFor: ReadonlyArray<string | undefined> }): Chain => ({
  sequence: 0,
  previous: NOTHING_YET,
  watched: new Map(watchFor.flatMap((row) => (row === undefined ? [] : [[row, NOTHING_YET]]))),
  withoutDetail: new Set(),
  erasures: new Set(),
})

const momentOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as ${column}`

const ROWS_AFTER = `
  select id::text, sequence::text as sequence, ${['occurred_at', 'created_at', 'updated_at'].map(momentOf).join(', ')}, actor_kind, actor_id, actor_note,
    action, record_collection, record_id, came_from, detail::text as detail, salt, detail_digest, previous_hash, hash
  from audit_events where sequence > $1 order by audit_events.sequence limit $2`

const followChain = async ({
  query,
  batch,
  chain,
}: {
  query: Query
  batch: number
  chain: Chain
}): Promise<string | undefined> => {
  for (;;) {
    const rows = await query<StoredRow>(ROWS_AFTER, [chain.sequence, batch])
    for (const row of rows) {
      const problem = problemOf({ row, sequence: chain.sequence + 1, previous: chain.previous })
      if (problem) return problem
      chain.sequence += 1
      chain.previous = row.hash
      if (chain.watched.has(row.sequence)) chain.watched.set(row.sequence, row.hash)
      if (row.detail === null && sha256(row.salt) !== row.detail_digest) chain.withoutDetail.add(row.sequence)
      if (row.action === ERASURE && row.record_collection === 'audit-events' && row.record_id !== null)
        chain.erasures.add(row.record_id)
    }
    if (rows.length < batch) return undefined
  }
}

const problemOf = ({
  row,
  sequence,
  previous,
}: {
  row: StoredRow
  sequence: number
  previous: string
}): string | undefined => {
  if (row.sequence !== String(sequence)) return `Row ${sequence} is missing.`
  if (row.previous_hash !== previous) return `Row ${sequence} does not follow the row before it.`
  if (row.detail !== null && sha256(row.salt + row.detail) !== row.detail_digest)
    return `The detail of row ${sequence} was changed.`
  const optional = (value: string | null): string => (value === null ? '' : `=${value}`)
  const parts = [
    previous,
    row.id,
    row.sequence,
    row.occurred_at,
    row.created_at,
    row.actor_kind,
    optional(row.actor_id),
    optional(row.actor_note),
    row.action,
    row.record_collection,
    optional(row.record_id),
    row.came_from,
    row.detail_digest,
  ]
  return sha256(parts.join('\x1f')) === row.hash && row.updated_at === row.created_at
    ? undefined
    : `Row ${sequence} was changed.`
}

/** The head was read before the rows, so all that it speaks of must have been among them. */
const problemOfHead = ({
  start,
  chain,
}: {
  start: { sequence: string; hash: string } | undefined
  chain: Chain
}): string | undefined => {
  if (!start) return 'The head is missing.'
  if (Number(start.sequence) > chain.sequence)
    return `The chain ends at row ${chain.sequence}, but its head says row ${start.sequence}: rows were removed at the end.`
  return start.hash === chain.watched.get(start.sequence)
    ? undefined
    : `The head does not belong to row ${start.sequence}.`
}

/**
 * What was mailed must be among the rows, as it was: here shows what the chain alone cannot, that its end was cut off
 * and closed.
 */
const problemOfMailed = ({ mailed, chain }: { mailed: MailedHead | undefined; chain: Chain }): string | undefined => {
  if (!mailed) return undefined
  if (mailed.sequence > chain.sequence)
    return `The chain ends at row ${chain.sequence}, but row ${mailed.sequence} was mailed: rows were removed at the end.`
  return chain.watched.get(String(mailed.sequence)) === mailed.hash
    ? undefined
    : `Row ${mailed.sequence} has another hash than the one that was mailed: rows up to it were changed and the chain made anew.`
}

/**
 * What only one look at everything shows, whatever was added meanwhile: that the head is the last row's, and that no
 * row stands outside the chain.
 */
const problemOfTheWhole = async ({ query, chain }: { query: Query; chain: Chain }): Promise<string | undefined> => {
  const [now] = await query<{ head: number; hash: string; last_hash: string | null; within: number; beyond: number }>(
    `select h.sequence::float8 as head, h.hash, (select hash from audit_events where audit_events.sequence = h.sequence) as last_hash,
       (select count(*)::float8 from audit_events where not audit_events.sequence > $1) as within,
       (select count(*)::float8 from audit_events where audit_events.sequence > h.sequence) as beyond
     from audit_head h`,
    [chain.sequence],
  )
  if (!now || now.head < chain.sequence || now.beyond > 0) return 'Rows were added after the head.'
  if (now.hash !== (now.last_hash ?? NOTHING_YET)) return 'The head does not belong to the last row.'
  if (now.within !== chain.sequence) return 'There are rows that do not belong to the chain.'
  const [taken] = [...chain.withoutDetail].filter((row) => !chain.erasures.has(row))
  return taken === undefined ? undefined : `The detail of row ${taken} was taken away, and no entry says why.`
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
