import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'

/** The matches under which somebody proposes meetings and writes logs: the co-ordinator and committee all, a volunteer their own active ones. */
export const matchesHeld = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  const own = volunteerIdOf(actor)
  return own ? { volunteer: { equals: own }, status: { equals: 'active' } } : false
}
