import { randomUUID } from 'node:crypto'
import type { Query } from '../../../src/core/database/query.ts'

/**
 * Puts one row into a table that has none, with the first thing that fits in every column that must not be empty: so
 * that a collection that is added later cannot slip through the tests for want of a record. With columns `given`, puts
 * such a row there in any case. What it refers to is the row that `anchors` names for that table, else the first.
 * Throws where nothing fits.
 */
export const plantRow = async ({
  query,
  table,
  given = {},
  anchors = {},
}: {
  query: Query
  table: string
  given?: Record<string, unknown>
  anchors?: Readonly<Record<string, string>>
}): Promise<void> => {
  const [counted] = await query<{ some: boolean }>(`select exists (select from "${table}") as some`)
  if (counted?.some && Object.keys(given).length === 0) return
  const columns = await query<Column>(COLUMNS, [table])
  const values = new Map<string, unknown>(Object.entries(given))
  for (const column of columns)
    if (!values.has(column.name)) values.set(column.name, await fitting({ query, column, anchors }))
  const names = [...values.keys()]
  if (values.size === 0) return void (await query(`insert into "${table}" default values`))
  await query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_name, at) => `$${at + 1}`).join(', ')})`,
    [...values.values()],
  )
}

type Column = { name: string; type: string; refers_to: string | null; choice: string | null; dated: boolean }

const COLUMNS = `
  select a.attname as name, format_type(a.atttypid, null) as type,
    (select c.confrelid::regclass::text from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'f' and c.conkey = array[a.attnum]) as refers_to,
    (select e.enumlabel from pg_enum e where e.enumtypid = a.atttypid order by e.enumsortorder limit 1) as choice,
    exists (select from pg_constraint c where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any(c.conkey) and pg_get_constraintdef(c.oid) like '%to_date%') as dated
  from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`

const fitting = async ({
  query,
  column: { name, type, refers_to, choice, dated },
  anchors,
}: {
  query: Query
  column: Column
  anchors: Readonly<Record<string, string>>
}): Promise<unknown> => {
  if (refers_to) {
    const anchor = anchors[refers_to]
    if (anchor !== undefined) return anchor
    const [row] = await query<{ id: string }>(`select id from ${refers_to} order by id limit 1`)
    if (!row) throw new Error(`${refers_to} needs a row first, for ${name}.`)
    return row.id
  }
  if (choice) return choice
  if (dated) return '2026-02-01'
  if (type === 'uuid') return randomUUID()
  if (type.startsWith('timestamp')) return '2026-02-01T09:00:00Z'
  if (type === 'boolean') return false
  if (['numeric', 'integer', 'bigint'].includes(type)) return 1
  return type === 'jsonb' ? '{}' : `planted ${randomUUID()}`
}
