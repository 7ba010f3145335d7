import type { CollectionSlug, Field, FlattenedField, SanitizedCollectionConfig } from 'payload'
import { configOf } from '../access/fieldSteps.ts'
import { isEngineOnly } from '../access/engineOnly.ts'
import { asUser } from '../access/localApi.ts'
import { ROW_VERSION } from '../access/rowVersion.ts'
import type { Work } from '../access/work.ts'
import type { HistoryWords } from '../audit/sayings.ts'
import { recordReads } from '../audit/record.ts'
import { inTransaction } from '../database/transaction.ts'
import { RECORD_TITLE, RECORD_TITLE_ALSO } from '../fields/recordTitle.ts'
import type { Area } from '../house/defineArea.ts'
import type { Held } from '../house/held.ts'
import type { Nature } from '../house/nature.ts'
import type { PartOfPage } from '../house/recordPage.ts'
import type { RecordData, Workflow } from '../workflow/workflow.ts'
import { historyOf, type History } from './history.ts'
import { labelOf, recordsNamedIn, spokenValue } from './spokenValue.ts'
import { titlesFor } from './titles.ts'

/** One field of a record in words; another record that it names is led to. */
export type SpokenFact = { name: string; term: string; words: string; leadsTo: Held | undefined }

/** A record's page: what is known, what must be seen first, what belongs to it, what happened. */
export type LoadedPage = {
  kind: { slug: string; singular: string; plural: string }
  id: string
  record: RecordData
  title: string
  /** Where it stands, where it has a life of its own. */
  state: string | undefined
  parts: Required<Omit<PartOfPage, 'tellsOf' | 'shows'>>
  facts: SpokenFact[]
  history: History
  canBeChanged: boolean
}

/**
 * Loads a record's page for the person who looks, by their own rights alone; undefined where the record is not there or
 * not theirs to read. That it was read is recorded once, before anything is given [DAT-1].
 */
export const loadRecordPage = async ({
  work,
  collection,
  id,
  areas,
  words,
  before,
}: {
  work: Work
  collection: CollectionSlug
  id: string
  areas: readonly Area[]
  words: HistoryWords
  /** The number of the event before which the history is told; from the newest unless given. */
  before?: number
}): Promise<LoadedPage | undefined> => {
  const config = configOf({ req: work.req, collection })
  const record = await readOnce({ work, collection, id })
  if (!record) return undefined
  const self = { collection, id }
  const [loaded, held] = await Promise.all([
    Promise.all(
      areas
        .flatMap(({ pages = [] }) => pages)
        .filter(({ of }) => of.slug === collection)
        .map(({ load }) => load({ work, id, record })),
    ),
    describesSomebody(config) ? heldAbout({ work, areas, person: self }) : [],
  ])
  const parts = loaded.filter((part) => part !== undefined)
  await recordShown({ work, records: parts.flatMap(({ shows = [] }) => shows) })
  const asked = shownFields(config).filter((field) => record[field.name] !== undefined)
  const [titles, history, canBeChanged] = await Promise.all([
    titlesFor({ work, records: asked.flatMap((field) => recordsNamedIn({ field, value: record[field.name] })) }),
    historyOf({
      work,
      record: self,
      belonging: [...held, ...parts.flatMap(({ tellsOf = [] }) => tellsOf)],
      before,
      limit: EVENTS_AT_ONCE,
      words,
    }),
    mayBeChanged({ work, config, record, id }),
  ])
  const workflow = workflowOf(config)
  const titleField = config.admin.useAsTitle ?? 'id'
  return {
    kind: { slug: collection, singular: wordsOf(config.labels.singular), plural: wordsOf(config.labels.plural) },
    id,
    record,
    title:
      typeof record[titleField] === 'string' && record[titleField] !== ''
        ? record[titleField]
        : wordsOf(config.labels.singular),
    state: workflow && workflow.states[String(record[workflow.stateField])],
    parts: {
      about: parts.flatMap(({ about = [] }) => about),
      first: parts.flatMap(({ first = [] }) => first).sort((one, other) => Number(other.isGrave) - Number(one.isGrave)),
      jobs: parts.flatMap(({ jobs = [] }) => jobs),
      cards: parts.flatMap(({ cards = [] }) => cards),
    },
    facts: asked
      .filter(({ name }) => name !== titleField && name !== workflow?.stateField)
      .flatMap((field) => {
        const said = spokenValue({ field, value: record[field.name], titles })
        const [named, ...others] = recordsNamedIn({ field, value: record[field.name] })
        return said === undefined
          ? []
          : [
              {
                name: field.name,
                term: labelOf(field),
                words: said,
                leadsTo: named && others.length === 0 && titles.has(named.id) ? named : undefined,
              },
            ]
      }),
    history,
    canBeChanged,
  }
}

/** Whether anything of a record may be changed by this person as it stands. */
export const mayBeChanged = async ({
  work: { req },
  config,
  record,
  id,
}: {
  work: Work
  config: SanitizedCollectionConfig
  record: RecordData
  id: string
}): Promise<boolean> => {
  const granted = await config.access.update({ req, id, data: record })
  if (granted === false) return false
  if (granted !== true) {
    const { totalDocs } = await req.payload.db.count({
      collection: config.slug,
      where: { and: [{ id: { equals: id } }, granted] },
      req,
    })
    if (totalDocs === 0) return false
  }
  const open = await Promise.all(
    shownFields(config)
      .filter((field) => !isEngineOnly(field as Field) && field.name !== workflowOf(config)?.stateField)
      .map(async (field) =>
        'access' in field && field.access?.update ? field.access.update({ req, id, doc: record as never }) : true,
      ),
  )
  return open.includes(true)
}

/** How much of what happened stands on a page at once. */
const EVENTS_AT_ONCE = 15

const workflowOf = (config: SanitizedCollectionConfig): Workflow | undefined =>
  config.custom?.workflow as Workflow | undefined

/** A record that is not there and one that is not theirs look alike. */
const readOnce = async ({
  work,
  collection,
  id,
}: {
  work: Work
  collection: CollectionSlug
  id: string
}): Promise<RecordData | undefined> => {
  try {
    return await asUser(work).findById({ collection, id })
  } catch (problem) {
    const status = typeof problem === 'object' && problem !== null && 'status' in problem ? problem.status : undefined
    if (status === 403 || status === 404) return undefined
    throw problem
  }
}

const describesSomebody = (config: SanitizedCollectionConfig): boolean => {
  const { about } = config.custom?.nature as Nature
  return about !== 'nobody' && about.includes('itself')
}

const heldAbout = async ({
  work: { query },
  areas,
  person,
}: {
  work: Work
  areas: readonly Area[]
  person: Held
}): Promise<Held[]> =>
  (await Promise.all(areas.flatMap(({ ofPerson }) => (ofPerson ? [ofPerson({ query, person })] : [])))).flat()

const recordShown = async ({ work, records }: { work: Work; records: readonly Held[] }): Promise<void> => {
  const kinds = [...new Set(records.map(({ collection }) => collection))]
  if (kinds.length === 0) return
  await inTransaction({
    req: work.req,
    work: async () => {
      for (const collection of kinds) {
        const { sensitive } = configOf({ req: work.req, collection: collection as CollectionSlug }).custom
          ?.nature as Nature
        const ids = [...new Set(records.filter((one) => one.collection === collection).map(({ id }) => id))]
        if (sensitive) await recordReads({ work, collection, ids })
      }
    },
  })
}

const HOUSEKEEPING = new Set(['id', 'createdAt', 'updatedAt', ROW_VERSION, RECORD_TITLE, RECORD_TITLE_ALSO])

const shownFields = (config: SanitizedCollectionConfig): FlattenedField[] =>
  config.flattenedFields.filter(
    (field) =>
      !HOUSEKEEPING.has(field.name) &&
      field.admin?.hidden !== true &&
      field.admin?.disabled !== true &&
      !('hidden' in field && field.hidden === true),
  )

const wordsOf = (label: unknown): string => (typeof label === 'string' ? label : 'Record')
