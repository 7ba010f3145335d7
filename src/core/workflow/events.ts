import type { Work } from '../access/work.ts'

/** Something that happened in one area and that another may have to answer, in the same transaction. */
export type DomainEvent = { name: string } & Record<string, unknown>

/** What answers an event. */
export type EventHandler = (given: { work: Work; event: DomainEvent }) => Promise<void>

/**
 * Tells the areas above what happened. The configuration ties event names to handlers, so that a lower area never imports a
 * higher one. Handlers run in the caller's transaction, in the order they were tied; an error in one rolls everything back.
 */
export const emit = async ({ work, event }: { work: Work; event: DomainEvent }): Promise<void> => {
  const ties = (work.req.payload.config.custom?.eventHandlers ?? {}) as Record<string, EventHandler[]>
  for (const handler of ties[event.name] ?? []) await handler({ work, event })
}
