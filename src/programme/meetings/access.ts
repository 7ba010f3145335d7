import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'

/** The co-ordinator and committee read every meeting; a volunteer those that are their own. */
export const mayReadMeetings = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  const own = volunteerIdOf(actor)
  return own ? { volunteer: { equals: own } } : false
}

/** The co-ordinator and committee read every log; a volunteer those that they wrote themselves. */
export const mayReadLogs = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  return actor.kind === 'person' && volunteerIdOf(actor) !== undefined ? { writtenBy: { equals: actor.userId } } : false
}
