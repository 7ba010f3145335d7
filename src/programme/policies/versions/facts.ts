import type { Work } from '../../../core/access/work.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { wordsOfText } from '../../../core/richText/nodes.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { readConsentWording } from '../consentWording.ts'
import { writersOf } from '../writers.ts'

/** What the rules ask about a version: itself, who wrote any of it, and the version that is adopted now. */
export type VersionFacts = {
  number: string
  changes: string
  words: string
  graceUntil: CalendarDate | null
  reviewOn: CalendarDate | null
  /** A month or a year as it was typed, where no day of the review is known. */
  reviewIn: string | null
  adoptedBy: string | null
  signedBy: string | null
  adoptsOn: CalendarDate | null
  adopterId: string | null
  /** Whoever began it or changed its words, by user id. */
  writerIds: string[]
  current: { id: string; number: string; adoptedOn: CalendarDate | null } | undefined
  isNumberTaken: boolean
  /** Of the consent wording: why the form cannot be made from it [CON-2]. */
  wordingProblem: string | null
}

/** Loads those facts. */
export const versionFacts = async ({
  work: { query },
  record,
}: {
  work: Work
  record: RecordData
}): Promise<VersionFacts> => {
  const id = record.id ?? null
  const [[current], [taken], [policy]] = [
    await query<{ id: string; number: string; adoptedOn: string | null }>(
      `select id, number, adopted_on as "adoptedOn" from policy_versions where policy_id = $1 and status = 'adopted' and id is distinct from $2`,
      [record.policy, id],
    ),
    await query('select 1 from policy_versions where policy_id = $1 and number = $2 and id is distinct from $3', [
      record.policy,
      record.number,
      id,
    ]),
    await query<{ kind: string }>('select kind::text as kind from policies where id = $1', [record.policy]),
  ]
  const read = policy?.kind === 'consent-wording' ? readConsentWording({ text: record.text }) : undefined
  return {
    number: String(record.number ?? ''),
    changes: String(record.changes ?? ''),
    words: wordsOfText(record.text),
    graceUntil: textOrNull(record.graceUntil),
    reviewOn: textOrNull(record.reviewOn),
    reviewIn: textOrNull(record.reviewIn),
    adoptedBy: textOrNull(record.adoptedBy),
    signedBy: textOrNull(record.signedBy),
    adoptsOn: textOrNull(record.adoptsOn),
    adopterId: textOrNull(record.adoptedByUser),
    writerIds: await writersOf({ query, collection: 'policy-versions', id, author: record.author }),
    current,
    isNumberTaken: taken !== undefined,
    wordingProblem: read && 'problem' in read ? read.problem : null,
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)
