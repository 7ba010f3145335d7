import type { CollectionSlug, Field, SanitizedCollectionConfig, Where } from 'payload'
import { asUser } from '../access/localApi.ts'
import type { Work } from '../access/work.ts'
import { londonMoment, daysAfter, type CalendarDate } from '../clock/londonDates.ts'
import { tableOf } from '../database/query.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { foundByWords } from './listSearch.ts'
import { digitsIn, typedNumber } from './typedNumber.ts'
import { wordsAndDates } from './typedDates.ts'

/** A kind of record that the search over everything looks through. */
export type SearchedKind = {
  /** The collection, and where its results stand among all (1 comes first). */
  collection: string
  place: number
  /** What its results are called together; what the collection is called unless told. */
  called?: string
  /** Whether its own words are searched; yes unless told. */
  byWords?: boolean
  /** Its fields that lead to kinds further up: whoever is found there brings its records along. */
  through?: readonly string[]
  /** Its calendar dates and its moments by which it is found. */
  dates?: readonly string[]
  moments?: readonly string[]
  /** Its telephone numbers. */
  numbers?: readonly string[]
  /** In which order its results come. */
  sort: string
  /** What is said of a record beside what it is called and how it stands. */
  about?: (record: Record<string, unknown>) => string | undefined
  /** How records stand, by their ids, where that is no state of their own. */
  states?: (given: { work: Work; ids: readonly string[] }) => Promise<ReadonlyMap<string, string>>
}

/** One record that was found. */
export type FoundRecord = { id: string; href: string; title: string; about?: string; state?: string }

/** What was found of one kind. */
export type FoundKind = { collection: string; called: string; records: FoundRecord[]; mayHaveMore: boolean }

/**
 * Everything that this person may read and that fits what they typed: words in any order, without accents and
 * apostrophes; a date; a telephone number. Each kind is read as the person themselves, so that nothing is found that
 * their lists would not show, and reading is recorded as theirs is. `most` is how many records of a kind are given.
 */
export const searchEverywhere = async ({
  work,
  kinds,
  asked,
  most,
}: {
  work: Work
  kinds: readonly SearchedKind[]
  asked: string
  most: number
}): Promise<FoundKind[]> => {
  const meant = { ...wordsAndDates(asked), number: typedNumber(asked) }
  if (asked.trim().length < FEWEST_LETTERS) return []
  const found = new Map<string, Record<string, unknown>[]>()
  const results: FoundKind[] = []
  // In turn, because some kinds are found through others; each is short.
  for (const kind of [...kinds].sort((one, other) => one.place - other.place)) {
    const config = work.req.payload.collections[kind.collection as CollectionSlug]?.config
    if (!config) throw new Error(`There is nothing of the name “${kind.collection}” to search.`)
    if ((await config.access.read({ req: work.req })) === false) continue
    const where = await whereOf({ work, kind, config, asked, meant, found })
    if (where === undefined) continue
    const records = await asUser(work).find({
      collection: kind.collection as CollectionSlug,
      where: { and: [where, ...(await listedOnly({ config, work }))] },
      limit: most,
      sort: kind.sort,
    })
    found.set(kind.collection, records)
    if (records.length > 0)
      results.push({
        collection: kind.collection,
        called: kind.called ?? String(config.labels.plural),
        records: await spokenOf({ work, records, kind, config }),
        mayHaveMore: records.length === most,
      })
  }
  return results
}

/** Fewer letters than these would find everybody. */
const FEWEST_LETTERS = 2

type Meant = { words: string; dates: readonly CalendarDate[]; number: string | undefined }

type Seeking = {
  work: Work
  kind: SearchedKind
  config: SanitizedCollectionConfig
  asked: string
  meant: Meant
  found: ReadonlyMap<string, ReadonlyArray<Record<string, unknown>>>
}

/** What a record of this kind must fulfil; undefined where none can. */
const whereOf = async (given: Seeking): Promise<Where | undefined> => {
  const { work, kind, config, asked, meant } = given
  const ways: Where[] = []
  if (kind.byWords !== false) {
    const where = await foundByWords({ asked, collection: config, req: work.req })
    if (where) ways.push(where)
  }
  ways.push(...throughOthers(given))
  const onDates = datesAsked({ kind, dates: meant.dates })
  if (onDates.length > 0) {
    const named =
      meant.words === '' ? undefined : await foundByWords({ asked: meant.words, collection: config, req: work.req })
    if (meant.words === '' || named) ways.push({ and: [{ or: onDates }, ...(named ? [named] : [])] })
  }
  const ids = await idsByNumber(given)
  if (ids.length > 0) ways.push({ id: { in: ids } })
  return ways.length > 0 ? { or: ways } : undefined
}

const throughOthers = ({ kind: { through = [] }, config, found }: Seeking): Where[] =>
  through.flatMap((name) => {
    const field = withinRows(config.fields).find((one) => 'name' in one && one.name === name)
    if (field?.type !== 'relationship' || typeof field.relationTo !== 'string')
      throw new Error(`${config.slug} is to be found through “${name}”, which leads to no record.`)
    const ids = (found.get(field.relationTo) ?? []).map(({ id }) => String(id))
    return ids.length > 0 ? [{ [name]: { in: ids } }] : []
  })

const datesAsked = ({
  kind: { dates: calendarDates = [], moments = [] },
  dates,
}: {
  kind: SearchedKind
  dates: readonly CalendarDate[]
}): Where[] =>
  dates.length === 0
    ? []
    : [
        ...calendarDates.map((name): Where => ({ [name]: { in: [...dates] } })),
        ...moments.flatMap((name) =>
          dates.map((date): Where => ({
            and: [
              { [name]: { greater_than_equal: londonMoment({ date, time: '00:00' }).toISOString() } },
              {
                [name]: {
                  less_than: londonMoment({ date: daysAfter({ date, days: 1 }), time: '00:00' }).toISOString(),
                },
              },
            ],
          })),
        ),
      ]

/** By the digits alone; whoever may not read such a field finds nobody by it. */
const idsByNumber = async ({ work, kind: { collection, numbers = [] }, config, meant }: Seeking): Promise<string[]> => {
  const { number } = meant
  if (number === undefined || numbers.length === 0) return []
  const readable: string[] = []
  for (const name of numbers) {
    const field = withinRows(config.fields).find((one) => 'name' in one && one.name === name)
    if (!field) throw new Error(`${config.slug} has no number “${name}”.`)
    const access = 'access' in field ? field.access?.read : undefined
    if (!access || (await access({ req: work.req, siblingData: {}, data: {}, blockData: {} })) === true)
      readable.push(name)
  }
  if (readable.length === 0) return []
  const digits = readable.map((name) => `${digitsIn(columnOf(name))} like $1`)
  const rows = await work.query<{ id: string }>(
    `select id from "${tableOf(collection)}" where ${digits.join(' or ')} limit 100`,
    [`%${number}%`],
  )
  return rows.map(({ id }) => id)
}

/** What the list of this kind leaves out is not found either. */
const listedOnly = async ({ config, work }: { config: SanitizedCollectionConfig; work: Work }): Promise<Where[]> => {
  const { baseFilter } = config.admin
  const filter = baseFilter && (await baseFilter({ req: work.req, limit: 0, page: 1, sort: '' }))
  return filter ? [filter] : []
}

const spokenOf = async ({
  work,
  records,
  kind,
  config,
}: {
  work: Work
  records: ReadonlyArray<Record<string, unknown> & { id: string }>
  kind: SearchedKind
  config: SanitizedCollectionConfig
}): Promise<FoundRecord[]> => {
  const states = await kind.states?.({ work, ids: records.map(({ id }) => id) })
  const workflow = config.custom.workflow as Workflow | undefined
  return records.map((record) => {
    const own = workflow ? record[workflow.stateField] : undefined
    return {
      id: record.id,
      href: `/admin/collections/${kind.collection}/${record.id}`,
      title: String(record[config.admin.useAsTitle ?? 'id'] ?? ''),
      about: kind.about?.(record),
      state: states?.get(record.id) ?? (typeof own === 'string' ? workflow?.states[own] : undefined),
    }
  })
}

const withinRows = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => ('fields' in field && !('name' in field) ? withinRows(field.fields) : [field]))

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
