import type { CollectionSlug, Field, SanitizedCollectionConfig, Where } from 'payload'
import { asUser } from '../access/localApi.ts'
import { LONGEST_LIST } from '../access/readLimits.ts'
import type { Work } from '../access/work.ts'
import { recordEvent } from '../audit/record.ts'
import { londonDate, londonTime } from '../clock/londonDates.ts'
import { inTransaction } from '../database/transaction.ts'
import { badInputError, forbiddenError, notFoundError } from '../errors/problems.ts'
import { writeSheet, type SheetFile, type SheetForm } from './writeSheet.ts'

/** What of a list is asked for: as its address has it. */
export type ListAsked = {
  slug: string
  form: SheetForm
  where?: unknown
  search?: string
  sort?: string
  columns?: readonly string[]
}

/**
 * A list as a file, with the rows, the order and the columns that are asked for: read as this person, so that it holds
 * what their list shows. Who took what, in which form and how many rows, is recorded before it is given [DAT-6, DAT-1];
 * each cell is harmless in a spreadsheet. Throws 404 for a kind that is none, 403 where nothing of it is theirs, 400
 * for more rows than one file takes.
 */
export const listAsFile = async ({
  work,
  slug,
  form,
  where,
  search,
  sort,
  columns,
}: ListAsked & { work: Work }): Promise<SheetFile> => {
  const config = work.req.payload.collections[slug as CollectionSlug]?.config
  if (!config || config.slug.startsWith('payload-')) throw notFoundError()
  if (!(await config.access.read({ req: work.req }))) throw forbiddenError()
  const shown = await columnsOf({ config, work, asked: columns ?? config.admin.defaultColumns ?? [] })
  const asked = [
    ...(isFilter(where) ? [where] : []),
    ...searchedFor({ config, search }),
    ...(await listedOnly({ config, work })),
  ]
  return inTransaction({
    req: work.req,
    work: async () => {
      const records = await asUser(work).find({
        collection: slug as CollectionSlug,
        where: asked.length > 0 ? { and: asked } : undefined,
        limit: LONGEST_LIST,
        sort: sort ?? (typeof config.defaultSort === 'string' ? config.defaultSort : undefined),
      })
      if (records.length === LONGEST_LIST) throw tooLong()
      const titles = await titlesOf({ work, shown, records })
      await recordEvent({
        work,
        event: {
          action: 'export',
          collection: slug,
          recordId: null,
          detail: { form, rows: records.length, columns: shown.map(({ name }) => name) },
        },
      })
      return writeSheet({
        form,
        name: `${slug}-${londonDate(work.now)}`,
        headings: shown.map(({ heading }) => heading),
        rows: records.map((record) => shown.map((column) => cellOf({ value: record[column.name], column, titles }))),
        columnWidths: shown.map(({ heading }) => Math.max(16, heading.length)),
      })
    },
  })
}

const tooLong = () =>
  badInputError({
    reason: `This list has ${LONGEST_LIST.toLocaleString('en-GB')} rows or more, which is too long for one file.`,
    nextStep: 'Choose a state or a filter first, and take the list in parts.',
  })

type NamedField = Extract<Field, { name: string }>
type Column = { name: string; heading: string; field: NamedField }

/** The columns that are asked for and that this person may read, in that order; what only takes room is left out. */
const columnsOf = async ({
  config,
  work,
  asked,
}: {
  config: SanitizedCollectionConfig
  work: Work
  asked: readonly string[]
}): Promise<Column[]> => {
  const fields = withinRows(config.fields)
  const columns: Column[] = []
  for (const name of new Set(asked)) {
    const field = fields.find((one) => one.name === name)
    if (!field || !TOLD_IN_A_CELL.has(field.type) || ('hidden' in field && field.hidden)) continue
    const access = 'access' in field ? field.access?.read : undefined
    if (access && !(await access({ req: work.req, data: {}, siblingData: {}, blockData: {} }))) continue
    columns.push({ name, field, heading: typeof field.label === 'string' ? field.label : name })
  }
  return columns
}

const TOLD_IN_A_CELL = new Set(['text', 'textarea', 'email', 'number', 'checkbox', 'date', 'select', 'relationship'])

/** What the list's own search box asks of its collection. */
const searchedFor = ({
  config,
  search,
}: {
  config: SanitizedCollectionConfig
  search: string | undefined
}): Where[] => {
  if (!search) return []
  const fields = config.admin.listSearchableFields ?? [config.admin.useAsTitle ?? 'id']
  return [{ or: fields.map((name): Where => ({ [name]: { like: search } })) }]
}

const listedOnly = async ({ config, work }: { config: SanitizedCollectionConfig; work: Work }): Promise<Where[]> => {
  const filter = await config.admin.baseFilter?.({ req: work.req, limit: LONGEST_LIST, page: 1, sort: '' })
  return filter ? [filter] : []
}

/** What related records are called, by collection and id: as far as this person may read them. */
const titlesOf = async ({
  work,
  shown,
  records,
}: {
  work: Work
  shown: readonly Column[]
  records: ReadonlyArray<Record<string, unknown>>
}): Promise<ReadonlyMap<string, string>> => {
  const titles = new Map<string, string>()
  const wanted = new Map<string, Set<string>>()
  for (const { name, field } of shown)
    if (field.type === 'relationship' && typeof field.relationTo === 'string')
      for (const record of records)
        for (const id of [record[name]].flat())
          if (typeof id === 'string')
            wanted.set(field.relationTo, (wanted.get(field.relationTo) ?? new Set<string>()).add(id))
  for (const [collection, ids] of wanted) {
    const config = work.req.payload.collections[collection as CollectionSlug]?.config
    if (!config || (await config.access.read({ req: work.req })) === false) continue
    const found = await asUser(work).find({
      collection: collection as CollectionSlug,
      where: { id: { in: [...ids] } },
      limit: Math.min(ids.size, LONGEST_LIST),
    })
    for (const record of found) titles.set(record.id, String(record[config.admin.useAsTitle ?? 'id'] ?? ''))
  }
  return titles
}

const cellOf = ({
  value,
  column: { field },
  titles,
}: {
  value: unknown
  column: Column
  titles: ReadonlyMap<string, string>
}): string => {
  if (value === null || value === undefined) return ''
  if (field.type === 'relationship')
    return [value]
      .flat()
      .map((id) => titles.get(String(id)) ?? NOT_SHOWN)
      .join('; ')
  if (field.type === 'select')
    return [value]
      .flat()
      .map((one) => optionWords({ field, value: one }))
      .join('; ')
  if (field.type === 'checkbox') return value === true ? 'Yes' : 'No'
  if (field.type === 'date') {
    const moment = new Date(String(value))
    return `${londonDate(moment)} ${londonTime(moment)}`
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const NOT_SHOWN = 'Not shown'

const optionWords = ({ field, value }: { field: Extract<Field, { type: 'select' }>; value: unknown }): string => {
  const option = field.options.find((one) => typeof one === 'object' && one.value === value)
  return typeof option === 'object' && typeof option.label === 'string' ? option.label : String(value)
}

const withinRows = (fields: readonly Field[]): NamedField[] =>
  fields.flatMap((field) =>
    'fields' in field && !('name' in field) ? withinRows(field.fields) : 'name' in field ? [field as NamedField] : [],
  )

const isFilter = (where: unknown): where is Where =>
  typeof where === 'object' && where !== null && !Array.isArray(where)
