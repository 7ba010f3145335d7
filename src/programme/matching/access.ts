import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { queryOf } from '../../core/database/transaction.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { clockOf } from '../../core/services.ts'
import { volunteerIdOf } from '../people/roles.ts'
import { mayKnow } from './queries.ts'

/** The children that a volunteer may see: those of their own active matches, asked anew at each request [MAT-7]. */
export const childrenOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  const ids = await matchedIds({ actor, req, column: 'm.child_id' })
  return ids.length > 0 && { id: { in: ids } }
}

/** The parents and carers that a volunteer may see: those of their own matched children who may be contacted [MAT-7]. */
export const guardiansOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  const ids = await matchedIds({ actor, req, column: 'c.family_id' })
  return ids.length > 0 && { and: [{ family: { in: ids } }, { contactRule: { equals: 'usual' } }] }
}

/** The backgrounds that a volunteer may see: those of their own matched children, while their confidentiality agreement is current [MAT-7]. */
export const backgroundsOfOwnMatches = async (actor: Actor, req: PayloadRequest): Promise<boolean | Where> => {
  if (actor.kind !== 'person' || !(await mayKnow({ query: queryOf(req), actor, on: londonDate(clockOf(req.payload).now()) })).allowed) return false
  const ids = await matchedIds({ actor, req, column: 'm.child_id' })
  return ids.length > 0 && { child: { in: ids } }
}

const matchedIds = async ({ actor, req, column }: { actor: Actor; req: PayloadRequest; column: 'm.child_id' | 'c.family_id' }): Promise<string[]> => {
  const volunteerId = volunteerIdOf(actor)
  if (!volunteerId) return []
  const rows = await queryOf(req)<{ id: string }>(
    `select distinct ${column} as id from matches m join children c on c.id = m.child_id where m.volunteer_id = $1 and m.status = 'active' and (m.ends_on is null or $2 <= m.ends_on)`,
    [volunteerId, londonDate(clockOf(req.payload).now())],
  )
  return rows.map(({ id }) => id)
}
