import type { CollectionSlug, Where } from 'payload'
import { changeMany, createMany } from './storeMany.ts'
import type { Work } from './work.ts'

type Found = Record<string, unknown> & { id: string }
type FindOptions = {
  collection: CollectionSlug
  where?: Where
  limit?: number
  sort?: string
  /** The fields to give beside the id; all of them unless told. */
  only?: readonly string[]
}

/**
 * The first of the two doors to Payload's Local API: as the person of this work. Collection and field access hold,
 * exactly as they do for the same person over REST.
 */
export const asUser = (work: Work) => doorTo({ work, overrideAccess: false })

/**
 * The second door: as the software itself, with the reason said. Access is not asked; the hooks, and so the rules,
 * still are. `reason` is kept with the work for the audit when nobody else is acting.
 */
export const asSystem = (work: Work, { reason }: { reason: string }) => {
  if (!reason) throw new Error('Say why the software acts for itself.')
  if (work.actor.kind === 'anonymous') work.req.context.actor = { kind: 'system', reason }
  const door = doorTo({ work, overrideAccess: true })
  return {
    ...door,
    /**
     * Stores many new records of one collection at once; what holds for each alone holds for each here. Gives their ids
     * in order.
     */
    createMany: ({
      collection,
      records,
    }: {
      collection: CollectionSlug
      records: ReadonlyArray<Record<string, unknown>>
    }): Promise<string[]> => createMany({ work, collection, records }),
    /** Changes many records of one collection at once, each of them once. */
    changeMany: ({
      collection,
      changes,
    }: {
      collection: CollectionSlug
      changes: ReadonlyArray<{ id: string; data: Record<string, unknown> }>
    }): Promise<void> =>
      changeMany({
        work,
        collection,
        changes,
        find: (ids) => door.find({ collection, where: { id: { in: [...ids] } }, limit: ids.length }),
      }),
  }
}

const doorTo = ({ work: { req }, overrideAccess }: { work: Work; overrideAccess: boolean }) => ({
  /** The records that match; at most `limit` of them (100 unless told). */
  find: async ({ collection, where, limit = 100, sort, only }: FindOptions): Promise<Found[]> => {
    const { docs } = await req.payload.find({
      collection,
      where,
      limit,
      sort,
      ...(only ? { select: Object.fromEntries(only.map((name) => [name, true])) as never } : {}),
      depth: 0,
      pagination: false,
      overrideAccess,
      req,
    })
    return docs as unknown as Found[]
  },
  /** One record by id. Throws Payload's NotFound when it is not there or not for this person. */
  findById: async ({ collection, id }: { collection: CollectionSlug; id: string }): Promise<Found> =>
    (await req.payload.findByID({ collection, id, depth: 0, overrideAccess, req })) as unknown as Found,
  /** Stores a new record; every hook of the collection runs. Throws refusals (409) and validation errors (400). */
  create: async ({ collection, data }: { collection: CollectionSlug; data: Record<string, unknown> }): Promise<Found> =>
    (await req.payload.create({ collection, data: data as never, depth: 0, overrideAccess, req })) as unknown as Found,
  /** Changes one record; every hook of the collection runs. Throws refusals (409) and validation errors (400). */
  update: async ({
    collection,
    id,
    data,
  }: {
    collection: CollectionSlug
    id: string
    data: Record<string, unknown>
  }): Promise<Found> =>
    (await req.payload.update({
      collection,
      id,
      data: data as never,
      depth: 0,
      overrideAccess,
      req,
    })) as unknown as Found,
})
