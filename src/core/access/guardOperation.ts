import type { Access, CollectionBeforeOperationHook, Field, PayloadRequest } from 'payload'
import { tableOf } from '../database/query.ts'
import { isUuid, lockRecords, type LockTarget } from '../database/locks.ts'
import { queryOf } from '../database/transaction.ts'
import { badInputError, forbiddenError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { searchedByWords } from '../search/listSearch.ts'
import { wholeDays } from '../search/wholeDays.ts'
import type { Workflow } from '../workflow/workflow.ts'
import { refuseProtected, refuseUnknown } from './protectedFields.ts'
import { refuseForeignFilter, refuseOddFilter } from './readFilter.ts'
import { refuseForeignSort, refuseLongList } from './readLimits.ts'
import { staleRecord } from './rowVersion.ts'

/**
 * Stands before every operation of a collection. A change: may this person make it at all (asked before anything else,
 * so that a refusal tells nothing of the record); one record at a time, no copying, no unknown fields, no writing of
 * fields that only the software writes (said aloud with a 409, where Payload would drop them in silence); and the
 * records concerned are locked in the one order of the house before anything is read. A read: no ordering by another
 * record's field, no filter across several records, no endless list; a day is London's, and what a search box asks is searched by words. Whatever else Payload can do with a collection is
 * refused.
 */
export const guardOperation = ({
  slug,
  fields,
  workflow,
}: {
  slug: string
  fields: Field[]
  workflow?: Workflow
}): CollectionBeforeOperationHook => {
  const storable = storableFields({ slug, fields })
  return async ({ args, operation, req, overrideAccess, collection }) => {
    const given = args as Given
    if (operation === 'read' || operation === 'readDistinct' || operation === 'count') {
      if (overrideAccess) return args
      refuseForeignSort(given.sort)
      refuseOddFilter({ where: given.where, collection, req })
      await refuseForeignFilter({ where: given.where, collection, req })
      if (operation === 'read') refuseLongList(given)
      const where = wholeDays({ where: given.where, fields: collection.fields })
      return { ...args, where: await searchedByWords({ where, collection, req }) } as typeof args
    }
    if (operation !== 'create' && operation !== 'update' && operation !== 'delete') throw forbiddenError()
    if (!overrideAccess) await requireGrant({ slug, rule: collection.access[operation], req, given })
    if (given.duplicateFromID) throw refusalError(oneAtATime('Records here are not copied.'))
    if (operation !== 'create' && !given.id) throw refusalError(oneAtATime('Records here are changed one at a time.'))
    if (operation !== 'delete' && !isRecord(given.data))
      throw badInputError({
        reason: 'We could not read what was sent.',
        nextStep: 'Send the record’s fields as one JSON object.',
      })
    if (operation === 'create' && workflow && given.data)
      given.data = await workflow.completed({ query: queryOf(req), record: given.data })
    await lockWhatItConcerns({ slug, workflow, req, given, operation })
    if (given.data && !overrideAccess) {
      refuseUnknown({ data: given.data, ...storable })
      await refuseProtected({ id: given.id, data: given.data, ...storable, query: queryOf(req) })
    }
    return { ...args, ...WHOLE_RECORD }
  }
}

type Given = {
  id?: string
  data?: Record<string, unknown>
  sort?: unknown
  where?: unknown
  limit?: unknown
  page?: unknown
  pagination?: unknown
  currentDepth?: number
  duplicateFromID?: string
}

/**
 * What a person asks to be shown of a change must not decide what the hooks see of it: the audit would miss the rest,
 * and an effect would find no record to speak of.
 */
const WHOLE_RECORD = { select: undefined, populate: undefined, depth: 0, draft: false, autosave: false, trash: false }

const storableFields = ({ slug, fields }: { slug: string; fields: Field[] }) => ({ table: tableOf(slug), fields })

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

const requireGrant = async ({
  slug,
  rule,
  req,
  given: { id, data },
}: {
  slug: string
  rule: Access
  req: PayloadRequest
  given: Given
}): Promise<void> => {
  const granted = await rule({ req, id, data })
  if (granted === true) return
  if (!granted || id === undefined) throw forbiddenError()
  const { totalDocs } = await req.payload.db.count({
    collection: slug as 'users',
    where: { and: [{ id: { equals: id } }, granted] },
    req,
  })
  if (totalDocs === 0) throw forbiddenError()
}

const lockWhatItConcerns = async ({
  slug,
  workflow,
  req,
  given: { id, data },
  operation,
}: {
  slug: string
  workflow?: Workflow
  req: PayloadRequest
  given: Given
  operation: string
}): Promise<void> => {
  const concerned = async (): Promise<LockTarget[]> =>
    (operation === 'create'
      ? workflow?.lockPlanOf(data ?? {})
      : isUuid(id)
        ? await workflow?.lockPlan({ req, id, data })
        : undefined) ?? []
  const locked = await concerned()
  await lockRecords({ req, targets: [...locked, ...(id ? [{ collection: slug, id }] : [])] })
  // Whom the record names may have changed while this waited; to lock them only now would be out of order.
  if (
    operation === 'update' &&
    locked.length > 0 &&
    (await concerned()).some((target) => !locked.some((held) => held.id === target.id))
  )
    throw refusalError(staleRecord)
}

const oneAtATime = (reason: string) =>
  refused({ rule: 'DOOR', reason, nextStep: 'Open the record and use the actions that it offers.' })
