import { asUser } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import type { SummaryRow } from '../../design/SummaryList.tsx'

/** What is written down of a child's health and needs: what must be known before anything else, and the rest. */
export type MedicalNeeds = { urgent: SummaryRow[]; further: SummaryRow[] }

/** Reads it as this person, which records the reading; an empty line is left out [DAT-1, SAF-9]. */
export const readMedicalNeeds = async ({ work, childId }: { work: Work; childId: string }): Promise<MedicalNeeds> => {
  const [record] = await asUser(work).find({
    collection: 'medical-needs',
    where: { child: { equals: childId } },
    limit: 1,
  })
  return { urgent: rowsOf(record, URGENT), further: rowsOf(record, FURTHER) }
}

const URGENT = [
  ['Allergies', 'allergies'],
  ['In an emergency', 'inAnEmergency'],
] as const
const FURTHER = [
  ['Medication', 'medication'],
  ['Access needs', 'accessNeeds'],
] as const

const rowsOf = (
  record: Record<string, unknown> | undefined,
  lines: ReadonlyArray<readonly [term: string, field: string]>,
): SummaryRow[] =>
  lines.flatMap(([term, field]) => {
    const words = record?.[field]
    return typeof words === 'string' && words.trim() ? [{ term, value: <span className="as-typed">{words}</span> }] : []
  })
