import type { Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { holdsARole, isCaseworker } from '../people/roles.ts'

/**
 * Which guidance pages a person reads: the committee and the co-ordinator all, everybody else who holds a role those
 * that are published.
 */
export const mayReadGuidance = (actor: Actor): boolean | Where => {
  if (isCaseworker(actor)) return true
  return holdsARole(actor) ? { status: { equals: 'published' } } : false
}
