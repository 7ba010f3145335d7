import type { PayloadRequest } from 'payload'

/**
 * A signed-in person as the rules see them. Roles and designations are the areas' words; the core only carries them.
 */
export type PersonActor = {
  kind: 'person'
  userId: string
  name: string
  roles: readonly string[]
  /** Designations held today, in person or as a cover. */
  designations: readonly string[]
  /** Whether they have a panel to work in, by any of their roles. */
  worksInPanel: boolean
  /** Records that describe this person, by collection: `{ volunteers: id }`. */
  profiles: Readonly<Record<string, string>>
  /** When they last gave their password in the sign-in that they use. */
  provenAt: Date
}

/** Who is acting: a person, somebody holding an emailed link, the software itself (and why), or nobody we know. */
export type Actor =
  | PersonActor
  | { kind: 'link'; holder: string; recordId: string }
  | { kind: 'system'; reason: string }
  | { kind: 'anonymous' }

/** Nobody we know. */
export const anonymous: Actor = { kind: 'anonymous' }

/** Who acts in a request: the one the caller named, else the signed-in person, else nobody. */
export const actorOf = (req: PayloadRequest): Actor => {
  const named = req.context?.actor as Actor | undefined
  if (named) return named
  const person = (req.user as { actor?: PersonActor } | null | undefined)?.actor
  return person ?? anonymous
}

/** Whether the actor is a signed-in person with one of these roles. */
export const hasRole = (actor: Actor, ...roles: string[]): boolean =>
  actor.kind === 'person' && roles.some((role) => actor.roles.includes(role))

/** Whether the actor holds a designation today, in person or as a cover. */
export const holdsDesignation = (actor: Actor, designation: string): boolean =>
  actor.kind === 'person' && actor.designations.includes(designation)
