import { subjectOf } from '../../../core/house/defineQueue.ts'
import type { Held } from '../../../core/house/held.ts'
import type { Subject } from '../../../core/house/inbox.ts'

/** A child as the subject of what waits, and the record by which the same is known elsewhere. */
export const aboutChild = (name: string, childId: string, ...others: readonly Held[]): Subject =>
  subjectOf(name, { collection: 'children', id: childId }, ...others)
