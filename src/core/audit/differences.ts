import { RECORD_TITLE, RECORD_TITLE_ALSO } from '../fields/recordTitle.ts'

/** What changed between two states of a record: field → before and after. Housekeeping fields are left out. */
export const differences = ({
  before,
  after,
}: {
  before: Record<string, unknown>
  after: Record<string, unknown>
}): Record<string, { before: unknown; after: unknown }> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !HOUSEKEEPING.has(field))
      .map((field) => [field, { before: plain(before[field]), after: plain(after[field]) }] as const)
      .filter(([, value]) => !sameValue(value.before, value.after)),
  )

/**
 * Whether two stored values mean the same: ids of related records, moments and empty values are compared by meaning.
 */
export const sameValue = (left: unknown, right: unknown): boolean =>
  JSON.stringify(comparable(left)) === JSON.stringify(comparable(right))

const HOUSEKEEPING = new Set([
  'updatedAt',
  'createdAt',
  'rowVersion',
  'id',
  'collection',
  RECORD_TITLE,
  RECORD_TITLE_ALSO,
])

const plain = (value: unknown): unknown => (value === undefined ? null : comparable(value))

const comparable = (value: unknown): unknown => {
  if (value === undefined || value === null || value === '') return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) {
    const moment = new Date(value)
    return Number.isNaN(moment.getTime()) ? value : moment.toISOString()
  }
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable)
  if (typeof value === 'object') {
    if ('id' in value && ('createdAt' in value || 'updatedAt' in value)) return (value as { id: unknown }).id
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([key, inner]) => [key, comparable(inner)]),
    )
  }
  return value
}
