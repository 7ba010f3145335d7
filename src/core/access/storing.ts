import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { refusalError } from '../errors/problems.ts'
import type { Decision } from '../errors/refusal.ts'
import type { DomainEvent } from '../house/defineEvent.ts'
import { emit } from '../workflow/events.ts'
import type { RecordData } from '../workflow/workflow.ts'
import { workOf, type Work } from './work.ts'

/** May the record be stored like this? `before` is empty for a new one. */
export type StoringRule = (given: { work: Work; before: RecordData; after: RecordData }) => Decision | Promise<Decision>

/** Asks the rule before every save, whatever the door, and throws its refusal (409). */
export const storingHook =
  (mayStore: StoringRule): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    const before = (originalDoc ?? {}) as RecordData
    const decision = await mayStore({ work: workOf(req), before, after: { ...before, ...(data as RecordData) } })
    if (!decision.allowed) throw refusalError(decision)
    return data as RecordData
  }

/** Tells the areas above what a save means to them, in its transaction. */
export const tellingHook =
  (tells: (given: { before: RecordData; after: RecordData }) => DomainEvent[]): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const work = workOf(req)
    for (const event of tells({ before: (previousDoc ?? {}) as RecordData, after: doc as RecordData }))
      await emit({ work, event })
  }
