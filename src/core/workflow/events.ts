import type { Work } from '../access/work.ts'
import { nameOf, type Answer, type DomainEvent } from '../house/defineEvent.ts'

/** Where the configuration keeps the answers of all areas, in floor order. */
export const ANSWERS = 'answers'

/**
 * Tells the areas above what happened. They answer in the caller's transaction, from the ground up; an error in one
 * rolls everything back. That somebody answers every kind of event is held by a test over the house.
 */
export const emit = async ({ work, event }: { work: Work; event: DomainEvent }): Promise<void> => {
  const gathered = work.req.context[GATHERED] as DomainEvent[] | undefined
  if (gathered) {
    if (!gathered.some((earlier) => tellSame(earlier, event))) gathered.push(event)
    return
  }
  const answers = (work.req.payload.config.custom?.[ANSWERS] ?? []) as readonly Answer[]
  // An answer was typed against its own kind of event when it was declared.
  for (const { eventName, handle } of answers)
    if (eventName === nameOf(event)) await handle({ work, event: event as never })
}

/**
 * For records that are stored together: what they tell waits, in requests whose context holds `context`, until all of
 * them are stored. Then `tell` says each thing once, however many of them told it, so that nobody answers on half of
 * what was stored.
 */
export const gatherEvents = (): { context: Record<string, unknown>; tell: (work: Work) => Promise<void> } => {
  const gathered: DomainEvent[] = []
  return {
    context: { [GATHERED]: gathered },
    tell: async (work) => {
      for (const event of gathered) await emit({ work, event })
    },
  }
}

const GATHERED = 'gatheredEvents'

const tellSame = (one: DomainEvent, other: DomainEvent): boolean =>
  nameOf(one) === nameOf(other) &&
  Object.keys({ ...one, ...other }).every((told) => Reflect.get(one, told) === Reflect.get(other, told))
