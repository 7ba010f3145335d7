import type { CollectionSlug, Where } from 'payload'
import { configOf } from '../access/fieldSteps.ts'
import { asSystem } from '../access/localApi.ts'
import type { Work } from '../access/work.ts'
import { isUuid } from '../database/locks.ts'
import type { Held } from '../house/held.ts'

/** What records are called, by id, for the person who looks. */
export type Titles = ReadonlyMap<string, string>

/**
 * What some records are called, of those that this person may read; the others are missing. A name alone is no look at
 * the record, so it is not recorded as one.
 */
export const titlesFor = async ({ work, records }: { work: Work; records: readonly Held[] }): Promise<Titles> => {
  const kinds = [...new Set(records.map(({ collection }) => collection))]
  const found = await Promise.all(
    kinds.map((collection) =>
      titlesOfKind({
        work,
        collection: collection as CollectionSlug,
        ids: [...new Set(records.flatMap((one) => (one.collection === collection && isUuid(one.id) ? [one.id] : [])))],
      }),
    ),
  )
  return new Map(found.flat())
}

const titlesOfKind = async ({
  work,
  collection,
  ids,
}: {
  work: Work
  collection: CollectionSlug
  ids: readonly string[]
}): Promise<Array<[string, string]>> => {
  const { req } = work
  const config = req.payload.collections[collection] ? configOf({ req, collection }) : undefined
  const title = config?.admin.useAsTitle
  if (!config || !title || title === 'id' || ids.length === 0) return []
  const granted: boolean | Where = await config.access.read({ req })
  if (granted === false) return []
  const field = config.flattenedFields.find(({ name }) => name === title)
  if (field && 'access' in field && field.access?.read && !(await field.access.read({ req }))) return []
  const within: Where = { id: { in: [...ids] } }
  // The person’s own rule stands in the filter.
  const found = await asSystem(work, { reason: 'saying what records are called' }).find({
    collection,
    where: granted === true ? within : { and: [within, granted] },
    only: [title],
    limit: ids.length,
  })
  return found.flatMap((doc) =>
    typeof doc[title] === 'string' && doc[title] !== '' ? [[doc.id, doc[title]] as [string, string]] : [],
  )
}
