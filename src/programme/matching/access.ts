import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { queryOf } from '../../core/database/transaction.ts'
import { volunteerIdOf } from '../people/roles.ts'

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

const matchedIds = async ({ actor, req, column }: { actor: Actor; req: PayloadRequest; column: 'm.child_id' | 'c.family_id' }): Promise<string[]> => {
  const volunteerId = volunteerIdOf(actor)
  if (!volunteerId) return []
  const rows = await queryOf(req)<{ id: string }>(`select distinct ${column} as id from matches m join children c on c.id = m.child_id where m.volunteer_id = $1 and m.status = 'active'`, [volunteerId])
  return rows.map(({ id }) => id)
}
