import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { queryOf } from '../../core/database/transaction.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { clockOf } from '../../core/services.ts'
import { isCaseworker } from '../people/roles.ts'
import { matchesSeen, type MatchSeen } from './matchesSeen.ts'
import { matchesKnown } from './mayKnow.ts'

/** The co-ordinator and committee read every match; a volunteer those that let them see the child [MAT-7]. */
export const mayReadMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  if (isCaseworker(actor)) return true
  const seen = await seenIn({ actor, req })
  return seen.length > 0 && { id: { in: seen.map(({ id }) => id) } }
}

/**
 * The children that a volunteer may see: those of their own active matches, and those for whom the committee chose
 * them, asked anew at each request [MAT-7].
 */
export const childrenOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  const seen = await seenIn({ actor, req })
  return seen.length > 0 && { id: { in: seen.map(({ childId }) => childId) } }
}

/**
 * The parents and carers that a volunteer may see: those of the children they see who may be contacted, while their
 * confidentiality agreement is current [MAT-7, CON-8].
 */
export const guardiansOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  const known = await knownIn({ actor, req })
  return (
    known.length > 0 && {
      and: [{ family: { in: known.map(({ familyId }) => familyId) } }, { contactRule: { not_equals: 'none' } }],
    }
  )
}

/**
 * What is told apart from a child’s own record (background, medical needs) and a volunteer may see: of the children
 * they see, while their confidentiality agreement is current [MAT-7].
 */
export const confidencesOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  const known = await knownIn({ actor, req })
  return known.length > 0 && { child: { in: known.map(({ childId }) => childId) } }
}

type Asking = { actor: Actor; req: PayloadRequest }

const seenIn = ({ actor, req }: Asking): Promise<MatchSeen[]> =>
  matchesSeen({ query: queryOf(req), actor, on: todayOf(req) })

const knownIn = ({ actor, req }: Asking): Promise<MatchSeen[]> =>
  matchesKnown({ query: queryOf(req), actor, on: todayOf(req) })

const todayOf = (req: PayloadRequest) => londonDate(clockOf(req.payload).now())
