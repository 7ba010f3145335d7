import type { PersonActor } from '../access/actor.ts'

/**
 * Hands the person whom a door has recognised to Payload's own sign-in, which would otherwise ask the database a second
 * time:
 * twice the work, and with a database out of reach twice the wait. `undefined` stands for nobody.
 */
export const noteVisitor = ({ request, visitor }: { request: Request; visitor: PersonActor | undefined }): void => {
  visitors.set(request, { visitor })
}

/** What the door noted on this very request; undefined when no door did. */
export const notedVisitor = (request: object | undefined): { visitor: PersonActor | undefined } | undefined =>
  request ? visitors.get(request) : undefined

const visitors = new WeakMap<object, { visitor: PersonActor | undefined }>()
