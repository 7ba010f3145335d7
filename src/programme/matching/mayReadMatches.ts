import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { isCaseworker, volunteerIdOf } from '../people/roles.ts'

/** The co-ordinator and committee read every match; a volunteer their own active ones [MAT-7]. */
export const mayReadMatches = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  const own = volunteerIdOf(actor)
  return own ? { volunteer: { equals: own }, status: { equals: 'active' } } : false
}
