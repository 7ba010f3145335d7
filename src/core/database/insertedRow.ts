import type { BaseDatabaseAdapter, FlattenedField, Payload } from 'payload'

type Create = BaseDatabaseAdapter['create']
type Insert = (given: { tableName: string }) => Promise<Array<Record<string, unknown>>>

/** The parts of Payload's adapter that this is about, typed by what they are at run time. */
export type InsertingAdapter = { payload: Payload; create: Create; insert: Insert }

/**
 * Lets Payload's adapter give a new record as PostgreSQL gave it with the INSERT. Payload asks for it once more in a statement of its own,
 * which only records need that keep something outside their own row; those are read back as ever.
 */
export const givingWhatWasInserted = (adapter: InsertingAdapter): void => {
  const create = adapter.create
  adapter.create = async (given) => {
    const fields = adapter.payload.collections[given.collection]?.config.flattenedFields ?? []
    if (given.returning === false || given.select || !fields.every(isKeptInTheRow)) return create.call(adapter as unknown as BaseDatabaseAdapter, given)
    const rows: Array<Record<string, unknown>> = []
    const insert: Insert = async (what) => {
      const inserted = await adapter.insert(what)
      rows.push(...inserted)
      return inserted
    }
    await create.call(Object.create(adapter, { insert: { value: insert } }) as BaseDatabaseAdapter, { ...given, returning: false })
    const [row] = rows
    if (!row || rows.length > 1) throw new Error(`A record of ${given.collection} is more than its own row.`)
    return asRead({ row, fields })
  }
}

/** Whether a field is a column of the record's own row, or nothing stored at all. */
const isKeptInTheRow = (field: FlattenedField): boolean =>
  isVirtual(field) || (PLAIN_TYPES.has(field.type) && !('hasMany' in field && field.hasMany) && !('localized' in field && field.localized) && !('relationTo' in field && Array.isArray(field.relationTo)))

const PLAIN_TYPES: ReadonlySet<string> = new Set(['text', 'textarea', 'email', 'number', 'date', 'checkbox', 'select', 'radio', 'relationship', 'json', 'richText', 'code'])

const isVirtual = (field: FlattenedField): boolean => 'virtual' in field && Boolean(field.virtual)

/** The row as Payload's adapter reads it. */
const asRead = ({ row, fields }: { row: Record<string, unknown>; fields: readonly FlattenedField[] }): Record<string, unknown> => ({
  id: row.id,
  ...Object.fromEntries(fields.filter((field) => !isVirtual(field)).map((field) => [field.name, valueOf({ type: field.type, stored: row[field.name] })])),
})

const valueOf = ({ type, stored }: { type: string; stored: unknown }): unknown => {
  if (typeof stored !== 'string') return stored
  if (type === 'date') return new Date(stored).toISOString()
  return type === 'number' ? Number.parseFloat(stored) : stored
}
