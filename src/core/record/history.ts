import type { CollectionSlug, Where } from 'payload'
import { asSystem } from '../access/localApi.ts'
import type { Work } from '../access/work.ts'
import { eventsAbout } from '../audit/eventsAbout.ts'
import { kindOf, type HistoryWords } from '../audit/sayings.ts'
import { isUuid } from '../database/locks.ts'
import { tableOf } from '../database/query.ts'
import type { Held } from '../house/held.ts'
import { titlesFor } from './titles.ts'
import { knownConfig, tellEvents, type Happened } from './told.ts'

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
  return {
    happened: [
      ...(await tellEvents({ work, events, self: record, words })),
      ...(found.length > limit ? [] : await tellUnrecorded({ work, self: record, belonging: theirs, limit })),
    ],
    goOnBefore: found.length > limit ? events.at(-1)?.sequence : undefined,
  }
}

/** That records were added of which the audit tells nothing. */
const tellUnrecorded = async ({
  work,
  self,
  belonging,
  limit,
}: {
  work: Work
  self: Held
  belonging: readonly Held[]
  limit: number
}): Promise<Happened[]> => {
  const added = await addedUnrecorded({ work, records: [self, ...belonging], limit })
  const titles = await titlesFor({ work, records: added.filter(({ id }) => id !== self.id) })
  return added.map(({ collection, id, at }) => {
    const [[, config] = []] = knownConfig({ req: work.req, collection })
    const kind = config ? kindOf(config) : 'record'
    const title = titles.get(id)
    return {
      key: id,
      at,
      said: id === self.id ? `This ${kind} was added` : `The ${kind}${title ? ` “${title}”` : ''} was added`,
      because: null,
      record: id === self.id ? null : { collection, id },
      changes: [],
    }
  })
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
