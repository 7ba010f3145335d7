import type { CollectionAfterOperationHook } from 'payload'
import { workOf, type Work } from './work.ts'

/**
 * What lists show of records beside their own fields, under `name`: worked out for all the records of one page at once,
 * and stored nowhere.
 */
export type Besides = {
  name: string
  of: (given: { work: Work; ids: readonly string[] }) => Promise<ReadonlyMap<string, unknown>>
}

/**
 * The hook that puts it beside the records that a person lists. What is read by the software itself has no need of it.
 */
export const besidesHook =
  ({ name, of }: Besides): CollectionAfterOperationHook =>
  async ({ operation, result, req, overrideAccess }) => {
    if (overrideAccess || operation !== 'find') return result
    const { docs } = result as { docs: Array<Record<string, unknown>> }
    if (docs.length === 0) return result
    const found = await of({ work: workOf(req), ids: docs.map(({ id }) => String(id)) })
    return { ...result, docs: docs.map((doc) => ({ ...doc, [name]: found.get(String(doc.id)) ?? null })) }
  }
