import type { Work } from '../access/work.ts'

/**
 * Something that happened in one area and that a higher one has to answer, in the same transaction. Made by its kind
 * alone, never by hand.
 */
export type DomainEvent<Payload extends object = object> = Payload & { readonly [NAME]: string }

/** One kind of event: called with what it tells, it makes the event. */
export type EventKind<Payload extends object> = ((told: Payload) => DomainEvent<Payload>) & {
  readonly eventName: string
}

/** What answers an event. */
export type EventHandler<Payload extends object> = (given: { work: Work; event: Payload }) => Promise<void>

/** That an area answers a kind of event, and how. */
export type Answer = { readonly eventName: string; readonly handle: EventHandler<never> }

/** A kind of event, as the area declares it in which it happens: its name, and in the type what it tells. */
export const defineEvent = <Payload extends object = Record<never, never>>(eventName: string): EventKind<Payload> =>
  Object.assign((told: Payload) => ({ ...told, [NAME]: eventName }), { eventName })

/** An area's answer to a kind of event that a lower area declares. */
export const answer = <Payload extends object>(
  { eventName }: EventKind<Payload>,
  handle: EventHandler<Payload>,
): Answer => ({ eventName, handle })

/** The name of an event. */
export const nameOf = (event: DomainEvent): string => event[NAME]

const NAME: unique symbol = Symbol('the name of an event')
