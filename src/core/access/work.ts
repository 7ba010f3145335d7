import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { queryOf } from '../database/transaction.ts'
import type { Query } from '../database/query.ts'
import { clockOf } from '../services.ts'
import { actorOf, type Actor, type PersonActor } from './actor.ts'

/** What every use-case is handed: the request (and through it the transaction), who acts, the present moment, SQL. */
export type Work = { req: PayloadRequest; actor: Actor; now: Date; query: Query }

/** The work of a request that came through one of the doors. */
export const workOf = (req: PayloadRequest): Work => ({
  req,
  actor: actorOf(req),
  now: clockOf(req.payload).now(),
  query: queryOf(req),
})

/**
 * Opens a piece of work outside Payload's own requests: a portal form, an emailed link, a job. `from` is where it came
 * from, for the audit.
 */
export const startWork = async ({
  payload,
  actor,
  from,
}: {
  payload: Payload
  actor: Actor
  from: string
}): Promise<Work> => {
  const req = await createLocalReq({ context: { actor, from } }, payload)
  req.user = actor.kind === 'person' ? asPayloadUser(actor) : null
  return workOf(req)
}

/** A person as Payload keeps them on a request. */
export const asPayloadUser = (actor: PersonActor): NonNullable<PayloadRequest['user']> =>
  ({ id: actor.userId, collection: 'users', _strategy: 'session', name: actor.name, actor }) as unknown as NonNullable<
    PayloadRequest['user']
  >
