/**
 * For whom a message is meant. `holders`: those who hold a role or a designation on the day (a cover holds it too),
 * found by the area when it writes. `user`: one named person with an account. `named`: whoever the record itself names,
 * whose address stands in
 * no second place. `address`:
 * a bare address. `somebody`: a person on record without an account, whom the area that keeps them finds when the
 * message is sent.
 */
export type Audience =
  | { kind: 'holders'; of: readonly string[] }
  | { kind: 'user' }
  | { kind: 'somebody'; as: string }
  | { kind: 'named'; address: string }
  | { kind: 'address' }

/** Those who hold one of these roles or designations on the day, in person or as a cover. */
export const holdersOf = (...of: readonly [string, ...string[]]): Audience => ({ kind: 'holders', of })

/** One named person with an account. */
export const aPerson: Audience = { kind: 'user' }

/** Somebody on record without an account, as the outbox calls them. */
export const somebodyNamed = (as: string): Audience => ({ kind: 'somebody', as })

/** Whoever the record names. `address` is a statement that gives `address` and `name` for the record with the id $1. */
export const whomTheRecordNames = (address: string): Audience => ({ kind: 'named', address })

/** A bare address, from the settings say. */
export const anAddress: Audience = { kind: 'address' }

/** Of which kind a recipient must be for whom such a message is. */
export const recipientKindOf = (audience: Audience): string => {
  if (audience.kind === 'somebody') return audience.as
  if (audience.kind === 'named') return 'subject'
  return audience.kind === 'address' ? 'address' : 'user'
}
