import type pg from 'pg'
import { withConnection } from '../../../src/local/database/connection.ts'

/**
 * A place where a canary sits: a column of a row, by name and by the row's id; `touches` holds the ids of everything
 * that the row refers to, near and far, itself too.
 */
export type Cell = { column: string; row: string; touches: ReadonlySet<string> }

/** What was planted: how many canaries, in which columns, in which none and why; and which cells a text tells of. */
export type Planted = {
  canaries: number
  columns: string[]
  /** Columns that could hold words and hold no canary: nothing says why. Must be empty. */
  bare: string[]
  tellsOf: (text: string) => Cell[]
}

/**
 * Puts a canary of its own into every cell of the database that can hold words: beside the words that stand there, and
 * alone where none do. Which columns there are is asked of the database itself, so that a new one without a canary is
 * found out. `without` says of a column why it has none. As nobody could through a door: triggers do not fire, for
 * final records hold canaries too.
 */
export const plantCanaries = async ({
  superuserUrl,
  without,
  kept,
}: {
  superuserUrl: string
  without: Readonly<Record<string, string>>
  kept: Readonly<Record<string, readonly string[]>>
}): Promise<Planted> =>
  await withConnection({
    url: superuserUrl,
    work: async (client) => {
      const columns = (await client.query<Column>(COLUMNS)).rows
      const references = (await client.query<Reference>(REFERENCES)).rows
      const known = columns.filter(({ name, auto }) => auto === null && without[name] === undefined)
      const rows = await rowsOfAll({ client, columns, references })
      const cells: Array<{ canary: string; cell: Cell }> = []
      const holds = new Set<string>()
      await client.query("set session_replication_role = 'replica'")
      for (const table of rows.keys()) {
        const held = known.filter((column) => column.table === table)
        for (const row of rows.get(table) ?? []) {
          const touches = touchedBy({ row, rows })
          const canary = (column: string): string => {
            const word = `qz${cells.length.toString(36).padStart(5, '0')}zq`
            cells.push({ canary: word, cell: { column, row: row.id, touches } })
            holds.add(column.split(' ')[0] ?? column)
            return word
          }
          const changes = held.flatMap(({ name, type, column }) => {
            if (kept[name]?.includes(row.id)) return []
            const now = row.values[column]
            return now !== null && DIGEST.test(String(now))
              ? []
              : [{ column, type, value: withCanary({ name, type, now, canary }) }]
          })
          await store({ client, table, row, changes })
        }
      }
      await client.query("set session_replication_role = 'origin'")
      const at = new Map(cells.map(({ canary, cell }) => [canary, cell]))
      return {
        canaries: cells.length,
        columns: [...holds].sort(),
        bare: known.map(({ name }) => name).filter((name) => !holds.has(name)),
        tellsOf: (text) => [...new Set(text.toLowerCase().match(CANARY) ?? [])].flatMap((word) => at.get(word) ?? []),
      }
    },
  })

const CANARY = /qz[0-9a-z]{5}zq/g
const DIGEST = /^[0-9a-f]{64}$/

type Column = { table: string; column: string; name: string; type: string; auto: string | null }
type Reference = { table: string; column: string; target: string }
type Row = { table: string; place: string; id: string; values: Record<string, unknown>; refersTo: string[] }

/**
 * Every column of our own tables that can hold words. A key, a date and a choice between set words cannot: the database
 * says so itself.
 */
const COLUMNS = `
  select c.relname as table, a.attname as column, c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type,
    case
      when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'f') and a.attnum = any(k.conkey)) then 'a key'
      when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ 'to_date|0-9a-f|= ANY \\(ARRAY') then 'a date, a digest, or one of set words'
    end as auto
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
  where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and (t.typcategory = 'S' or t.typname in ('json', 'jsonb', 'bytea', 'xml') or (t.typcategory = 'A' and format_type(a.atttypid, null) ~ 'text|char|json|bytea'))
  order by 1, a.attnum`

const REFERENCES = `
  select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as target
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and cardinality(c.conkey) = 1`

const rowsOfAll = async ({
  client,
  columns,
  references,
}: {
  client: pg.Client
  columns: Column[]
  references: Reference[]
}): Promise<Map<string, Row[]>> => {
  const rows = new Map<string, Row[]>()
  for (const table of new Set(columns.map((column) => column.table))) {
    const own = references.filter((reference) => reference.table === table)
    const { rows: stored } = await client.query<Record<string, unknown>>(
      `select ctid::text as "the place", t.* from "${table}" t order by 1`,
    )
    rows.set(
      table,
      stored.map((values) => ({
        table,
        place: String(values['the place']),
        id: String(values.id ?? `${table} ${String(values['the place'])}`),
        values,
        refersTo: own.flatMap(({ column }) => (values[column] ? [String(values[column])] : [])),
      })),
    )
  }
  return rows
}

const touchedBy = ({ row, rows }: { row: Row; rows: Map<string, Row[]> }): ReadonlySet<string> => {
  const byId = indexOf(rows)
  const touches = new Set<string>()
  const waiting = [row]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (touches.has(next.id)) continue
    touches.add(next.id)
    for (const id of next.refersTo) {
      const found = byId.get(id)
      if (found) waiting.push(found)
      else touches.add(id)
    }
  }
  return touches
}

const indexes = new WeakMap<Map<string, Row[]>, Map<string, Row>>()
const indexOf = (rows: Map<string, Row[]>): Map<string, Row> => {
  const made = indexes.get(rows) ?? new Map([...rows.values()].flat().map((row) => [row.id, row]))
  indexes.set(rows, made)
  return made
}

type Planting = { name: string; type: string; now: unknown; canary: (column: string) => string }

const withCanary = ({ name, type, now, canary }: Planting): unknown => {
  if (type === 'bytea') return Buffer.from(`%PDF-1.4 ${canary(name)}`)
  if (type === 'jsonb' || type === 'json')
    return JSON.stringify(
      now === null || JSON.stringify(now) === '{}' || JSON.stringify(now) === '[]'
        ? { words: canary(name), deeper: [{ words: canary(name) }] }
        : inJson({ value: now, name, canary }),
    )
  if (type.endsWith('[]')) return [...((now ?? []) as string[]), canary(name)]
  const words = String(now ?? '')
  // The first word and the rest apart: there are readers who may know by which name somebody is called, and no more.
  if (PEOPLE.has(name) && words.includes(' ')) return `${canary(name)} ${words} ${canary(`${name} surname`)}`
  if (name.endsWith('email') || words.endsWith('.invalid')) return `${canary(name)}@example.invalid`
  if (name.endsWith('website')) return `https://${canary(name)}.example.invalid/`
  if (name.endsWith('.address') && !words.includes(' ')) return canary(name)
  return words === '' ? canary(name) : `${words} ${canary(name)}`
}

const PEOPLE = new Set(['children.name', 'volunteers.name', 'users.name', 'guardians.name'])

/**
 * Every string of words in it gets one; what a program reads (kinds, days, ids, a colour) stays as it is. A text of the
 * editor also gets a link in a list in a list.
 */
const inJson = ({
  value,
  name,
  canary,
  key = '',
}: {
  value: unknown
  name: string
  canary: Planting['canary']
  key?: string
}): unknown => {
  if (Array.isArray(value)) return value.map((entry) => inJson({ value: entry, name, canary, key }))
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' &&
      (key === 'text' || /^[A-Z].*[a-z]|\s/.test(value)) &&
      !/^\d{4}-\d\d-\d\d/.test(value)
      ? `${value} ${canary(name)}`
      : value
  const object = value as Record<string, unknown>
  const inside = Object.fromEntries(
    Object.entries(object).map(([entry, held]) => [entry, inJson({ value: held, name, canary, key: entry })]),
  )
  return object.type === 'root'
    ? { ...inside, children: [...(inside.children as unknown[]), nestedLink({ name, canary })] }
    : inside
}

const nestedLink = ({ name, canary }: Pick<Planting, 'name' | 'canary'>): unknown => {
  const node = (type: string, more: Record<string, unknown>): unknown => ({
    type,
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    ...more,
  })
  const text = {
    type: 'text',
    version: 1,
    format: 1,
    mode: 'normal',
    style: '',
    detail: 0,
    text: `in a list ${canary(name)}`,
  }
  const link = node('link', {
    fields: { linkType: 'custom', newTab: false, url: `https://${canary(name)}.example.invalid/` },
    children: [text],
  })
  const list = (children: unknown[]): unknown => node('list', { listType: 'bullet', start: 1, tag: 'ul', children })
  const item = (children: unknown[]): unknown => node('listitem', { value: 1, children })
  return list([item([list([item([link])])])])
}

const store = async ({
  client,
  table,
  row,
  changes,
}: {
  client: pg.Client
  table: string
  row: Row
  changes: Array<{ column: string; type: string; value: unknown }>
}): Promise<void> => {
  if (changes.length === 0) return
  const digests = changes.flatMap(({ type }, at) =>
    type === 'bytea' ? [`digest = encode(sha256($${at + 2}), 'hex')`] : [],
  )
  const set = [...changes.map(({ column, type }, at) => `"${column}" = $${at + 2}::${type}`), ...digests]
  await client
    .query(`update "${table}" set ${set.join(', ')} where ctid = $1::tid`, [
      row.place,
      ...changes.map(({ value }) => value),
    ])
    .catch((problem: unknown) => {
      throw new Error(
        `No canary could be put into ${table} (${changes.map(({ column }) => column).join(', ')}): ${String(problem)}`,
      )
    })
}
