import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { wordsOfText } from '../../core/richText/nodes.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'

/** What the rules ask about a version: itself, who wrote any of it, and the version that is adopted now. */
export type VersionFacts = {
  number: string
  changes: string
  words: string
  graceUntil: CalendarDate | null
  reviewOn: CalendarDate | null
  adoptedBy: string | null
  signedBy: string | null
  adoptsOn: CalendarDate | null
  adopterId: string | null
  /** Whoever began it or changed its words, by user id. */
  writerIds: string[]
  current: { id: string; number: string; adoptedOn: CalendarDate | null } | undefined
  isNumberTaken: boolean
}

/** Loads those facts. */
export const versionFacts = async ({ work: { query }, record }: { work: Work; record: RecordData }): Promise<VersionFacts> => {
  const id = record.id ?? null
  const [[current], [taken], writers] = [
    await query<{ id: string; number: string; adoptedOn: string | null }>(`select id, number, adopted_on as "adoptedOn" from policy_versions where policy_id = $1 and status = 'adopted' and id is distinct from $2`, [record.policy, id]),
    await query('select 1 from policy_versions where policy_id = $1 and number = $2 and id is distinct from $3', [record.policy, record.number, id]),
    id === null
      ? []
      : await query<{ id: string }>(`select distinct actor_id as id from audit_events where record_id = $1::text and record_collection = 'policy-versions' and actor_kind = 'person' and action in ('create', 'change') and detail ? 'text'`, [id]),
  ]
  const author = textOrNull(record.author)
  return {
    number: String(record.number ?? ''),
    changes: String(record.changes ?? ''),
    words: wordsOfText(record.text),
    graceUntil: textOrNull(record.graceUntil),
    reviewOn: textOrNull(record.reviewOn),
    adoptedBy: textOrNull(record.adoptedBy),
    signedBy: textOrNull(record.signedBy),
    adoptsOn: textOrNull(record.adoptsOn),
    adopterId: textOrNull(record.adoptedByUser),
    writerIds: [...new Set([...(author ? [author] : []), ...writers.map((writer) => writer.id)])],
    current,
    isNumberTaken: taken !== undefined,
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)
