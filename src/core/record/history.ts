import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { configOf } from '../access/fieldSteps.ts'
import { asSystem } from '../access/localApi.ts'
import type { Work } from '../access/work.ts'
import { eventsAbout } from '../audit/eventsAbout.ts'
import {
  accountOf,
  changesOf,
  kindOf,
  recordsNamedBy,
  whatWasDone,
  whoActed,
  type HistoryWords,
} from '../audit/sayings.ts'
import { isUuid } from '../database/locks.ts'
import { tableOf } from '../database/query.ts'
import type { Held } from '../house/held.ts'
import type { Fact } from '../house/recordPage.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { titlesFor } from './titles.ts'

/** One thing that happened, as a page tells it. */
export type Happened = {
  key: string
  at: Date
  /** The whole sentence, without its full stop. */
  said: string
  /** Why the software did it. */
  because: string | null
  /** The record that it was done to, where that is another than the page’s. */
  record: Held | null
  changes: Fact[]
}

/** Some of what happened, the newest first, and the number to go on before where there is more. */
export type History = { happened: Happened[]; goOnBefore: number | undefined }

/**
 * What happened to a record and to those that belong to it: who did what and when, of every record that this person may
 * read and every field that they may see. `belonging` may name anything; what is not theirs to read is left out.
 */
export const historyOf = async ({
  work,
  record,
  belonging,
  before,
  limit,
  words,
}: {
  work: Work
  record: Held
  belonging: readonly Held[]
  before?: number
  limit: number
  words: HistoryWords
}): Promise<History> => {
  const theirs = await readableAmong({ work, records: belonging })
  const ids = [...new Set([record.id, ...theirs.map(({ id }) => id)])]
  const found = await eventsAbout({ query: work.query, ids, before, limit: limit + 1 })
  const events = found.slice(0, limit)
  const older = found.length > limit ? [] : await addedUnrecorded({ work, records: [record, ...theirs], limit })
  const configs = new Map(events.flatMap(({ collection }) => knownConfig({ req: work.req, collection })))
  for (const { collection } of older)
    for (const [slug, config] of knownConfig({ req: work.req, collection })) configs.set(slug, config)
  const titles = await titlesFor({
    work,
    records: [
      ...older,
      ...events.flatMap((event) => {
        const config = configs.get(event.collection)
        return [
          ...accountOf({ event, words }),
          ...(event.recordId && event.recordId !== record.id
            ? [{ collection: event.collection, id: event.recordId }]
            : []),
          ...(config ? recordsNamedBy({ event, config }) : []),
        ]
      }),
    ],
  })
  const tellable = await tellableFields({ req: work.req, configs: [...configs.values()] })
  const told = events.map((event): Happened => {
    const config = configs.get(event.collection)
    const isThis = event.recordId === record.id
    const changes = config
      ? changesOf({ event, config, titles, mayTell: (field) => tellable.has(`${config.slug}.${field}`) })
      : []
    const did = whatWasDone({
      event,
      record: {
        kind: config ? kindOf(config) : 'record',
        isThis,
        title: event.recordId === null ? undefined : titles.get(event.recordId),
      },
      changed: changes.map(({ term }) => `“${term}”`),
      workflow: config?.custom?.workflow as Workflow | undefined,
      words,
    })
    return {
      key: String(event.sequence),
      at: event.occurredAt,
      said: `${whoActed({ event, titles, words })} ${did}`,
      because: event.actorKind === 'system' ? event.actorNote : null,
      record: isThis || event.recordId === null ? null : { collection: event.collection, id: event.recordId },
      changes: event.action === 'create' ? [] : changes,
    }
  })
  return {
    happened: [
      ...told,
      ...older.map(({ collection, id, at }): Happened => {
        const config = configs.get(collection)
        const kind = config ? kindOf(config) : 'record'
        const title = titles.get(id)
        return {
          key: id,
          at,
          said: id === record.id ? `This ${kind} was added` : `The ${kind}${title ? ` “${title}”` : ''} was added`,
          because: null,
          record: id === record.id ? null : { collection, id },
          changes: [],
        }
      }),
    ],
    goOnBefore: found.length > limit ? events.at(-1)?.sequence : undefined,
  }
}

/**
 * Those of some records of which nobody recorded that they were added, as of what was there before the audit began: when
 * each was stored, the newest first.
 */
const addedUnrecorded = async ({
  work: { query },
  records,
  limit,
}: {
  work: Work
  records: readonly Held[]
  limit: number
}): Promise<Array<Held & { at: Date }>> => {
  const recorded = await query<{ id: string }>(
    "select record_id as id from audit_events where record_id = any($1::text[]) and action = 'create'",
    [records.map(({ id }) => id)],
  )
  const known = new Set(recorded.map(({ id }) => id))
  const others = records.filter(({ id }) => !known.has(id))
  const kinds = [...new Set(others.map(({ collection }) => collection))]
  if (kinds.length === 0) return []
  return query<Held & { at: Date }>(
    `${kinds.map((collection) => `select '${collection}' as collection, id::text as id, created_at as at from "${tableOf(collection)}" where id = any($1::uuid[])`).join(' union all ')} order by at desc limit $2`,
    [others.map(({ id }) => id), limit],
  )
}

/** Those of some records that this person may read, by the rule by which they would read each over REST. */
const readableAmong = async ({ work, records }: { work: Work; records: readonly Held[] }): Promise<Held[]> => {
  const kinds = [...new Set(records.map(({ collection }) => collection))]
  const theirs = await Promise.all(
    kinds.map(async (collection) => {
      const own = records.filter((one) => one.collection === collection && isUuid(one.id))
      const [[, config] = []] = knownConfig({ req: work.req, collection })
      const granted: boolean | Where = config ? await config.access.read({ req: work.req }) : false
      if (typeof granted === 'boolean') return granted ? own : []
      // The person’s own rule stands in the filter.
      const found = await asSystem(work, { reason: 'finding out which records somebody may read' }).find({
        collection: collection as CollectionSlug,
        where: { and: [{ id: { in: own.map(({ id }) => id) } }, granted] },
        only: [],
        limit: own.length,
      })
      const ids = new Set(found.map(({ id }) => id))
      return own.filter(({ id }) => ids.has(id))
    }),
  )
  return theirs.flat()
}

const knownConfig = ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Array<[string, SanitizedCollectionConfig]> =>
  req.payload.collections[collection as CollectionSlug]
    ? [[collection, configOf({ req, collection: collection as CollectionSlug })]]
    : []

/** The fields that this person may see, each as "collection.field"; hidden ones tell nobody anything. */
const tellableFields = async ({
  req,
  configs,
}: {
  req: PayloadRequest
  configs: readonly SanitizedCollectionConfig[]
}): Promise<ReadonlySet<string>> => {
  const told = await Promise.all(
    configs.flatMap((config) =>
      config.flattenedFields.map(async (field) => {
        const isHidden = ('hidden' in field && field.hidden === true) || field.admin?.hidden === true
        const may = isHidden ? false : 'access' in field && field.access?.read ? await field.access.read({ req }) : true
        return may ? [`${config.slug}.${field.name}`] : []
      }),
    ),
  )
  return new Set(told.flat())
}
