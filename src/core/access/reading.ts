import type { CollectionSlug } from 'payload'
import { recordReads } from '../audit/record.ts'
import { isUuid } from '../database/locks.ts'
import { forbiddenError, notFoundError } from '../errors/problems.ts'
import type { Nature } from '../house/nature.ts'
import { configOf } from './fieldSteps.ts'
import type { Work } from './work.ts'

/**
 * Asks whether whoever acts may read a record, by the rule by which they would read it over REST, and puts it down that
 * they did where it is sensitive [DAT-1]. It reads nothing itself of what everybody of their role may read. Throws a
 * 403 for who may read no such record, a 404 for one that is not there or not for them.
 */
export const requireReadable = async ({
  work,
  collection,
  id,
}: {
  work: Work
  collection: CollectionSlug
  id: string
}): Promise<void> => {
  const { req } = work
  const config = configOf({ req, collection })
  const granted = await config.access.read({ req, id })
  if (granted === false) throw forbiddenError()
  if (!isUuid(id)) throw notFoundError()
  if (granted !== true) {
    const { totalDocs } = await req.payload.db.count({
      collection,
      where: { and: [{ id: { equals: id } }, granted] },
      req,
    })
    if (totalDocs === 0) throw notFoundError()
  }
  const { sensitive } = config.custom?.nature as Nature
  if (sensitive) await recordReads({ work, collection, ids: [id] })
}
