import type { Work } from '../access/work.ts'
import { nameOf, type Answer, type DomainEvent } from '../house/defineEvent.ts'

/** Where the configuration keeps the answers of all areas, in floor order. */
export const ANSWERS = 'answers'

/**
 * Tells the areas above what happened. They answer in the caller's transaction, from the ground up; an error in one
 * rolls everything
 * back. That somebody answers every kind of event is held by a test over the house.
 */
export const emit = async ({ work, event }: { work: Work; event: DomainEvent }): Promise<void> => {
  const answers = (work.req.payload.config.custom?.[ANSWERS] ?? []) as readonly Answer[]
  // An answer was typed against its own kind of event when it was declared.
  for (const { eventName, handle } of answers)
    if (eventName === nameOf(event)) await handle({ work, event: event as never })
}
