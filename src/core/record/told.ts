import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { configOf } from '../access/fieldSteps.ts'
import type { Work } from '../access/work.ts'
import type { StoredEvent } from '../audit/eventsAbout.ts'
import {
  accountOf,
  changesOf,
  kindOf,
  recordsNamedBy,
  whatWasDone,
  whoActed,
  type HistoryWords,
} from '../audit/sayings.ts'
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

/**
 * Events of the audit in sentences, in their order, for the person who reads them: names in place of ids, and of what
 * changed those fields alone that they may see. Of the record `self` it is said “this”.
 */
export const tellEvents = async ({
  work,
  events,
  self,
  words,
}: {
  work: Work
  events: readonly StoredEvent[]
  self?: Held
  words: HistoryWords
}): Promise<Happened[]> => {
  const configs = new Map(
    [...new Set(events.map(({ collection }) => collection))].flatMap((collection) =>
      knownConfig({ req: work.req, collection }),
    ),
  )
  const titles = await titlesFor({
    work,
    records: events.flatMap((event) => {
      const config = configs.get(event.collection)
      return [
        ...accountOf({ event, words }),
        ...(event.recordId && event.recordId !== self?.id
          ? [{ collection: event.collection, id: event.recordId }]
          : []),
        ...(config ? recordsNamedBy({ event, config }) : []),
      ]
    }),
  })
  const tellable = await tellableFields({ req: work.req, configs: [...configs.values()] })
  return events.map((event) => {
    const config = configs.get(event.collection)
    const isThis = self !== undefined && event.recordId === self.id
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
      record:
        isThis || event.recordId === null || !titles.has(event.recordId)
          ? null
          : { collection: event.collection, id: event.recordId },
      changes: event.action === 'create' ? [] : changes,
    }
  })
}

/** The configuration of a collection under its name, as an entry of a map; none where there is no such collection. */
export const knownConfig = ({
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
