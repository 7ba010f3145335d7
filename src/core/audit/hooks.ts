import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionAfterOperationHook } from 'payload'
import { workOf } from '../access/work.ts'
import { differences } from './differences.ts'
import { recordEvent, recordReads } from './record.ts'

/** The hooks that put every change of a collection down for the audit, in the transaction of the change [DAT-2]. */
export const auditedHooks = ({
  slug,
}: {
  slug: string
}): { afterChange: CollectionAfterChangeHook[]; afterDelete: CollectionAfterDeleteHook[] } => ({
  afterChange: [
    async ({ doc, previousDoc, operation, req }) => {
      const action = (req.context.actionName as string | undefined) ?? (operation === 'create' ? 'create' : 'change')
      await recordEvent({
        work: workOf(req),
        event: {
          action,
          collection: slug,
          recordId: String(doc.id),
          detail: differences({
            before: operation === 'create' ? {} : shownOf({ before: previousDoc ?? {}, after: doc }),
            after: doc,
          }),
        },
      })
    },
  ],
  afterDelete: [
    async ({ doc, id, req }) => {
      await recordEvent({
        work: workOf(req),
        event: {
          action: 'delete',
          collection: slug,
          recordId: String(id),
          detail: differences({ before: doc ?? {}, after: {} }),
        },
      })
    },
  ],
})

/** The hook that records which sensitive records a person was shown, before they are shown [DAT-1]. */
export const readHooks =
  ({ slug }: { slug: string }): CollectionAfterOperationHook =>
  async ({ operation, result, req, overrideAccess }) => {
    if (overrideAccess || (operation !== 'find' && operation !== 'findByID')) return result
    const answer = result as { id?: unknown; docs?: Array<{ id: unknown }> }
    const found = answer.docs ?? [answer]
    await recordReads({ work: workOf(req), collection: slug, ids: found.map(({ id }) => String(id)) })
    return result
  }

/**
 * A field that the person may not read is missing from what Payload gives back of their change, which does not mean
 * that they emptied it.
 */
const shownOf = ({
  before,
  after,
}: {
  before: Record<string, unknown>
  after: Record<string, unknown>
}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(before).filter(([field]) => after[field] !== undefined))
