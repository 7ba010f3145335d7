import type { PayloadRequest, Where } from 'payload'
import type { Actor } from '../../core/access/actor.ts'
import { queryOf } from '../../core/database/transaction.ts'
import { londonDate } from '../../core/clock/londonDates.ts'
import { clockOf } from '../../core/services.ts'
import { volunteerIdOf } from '../people/roles.ts'
import { requiredDocumentsOf } from '../policies/queries.ts'
import { documentsNotAccepted } from '../policies/rules.ts'

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
  if (!(await confidentialityIsCurrent({ actor, req }))) return false
  const ids = await matchedIds({ actor, req, column: 'm.child_id' })
  return ids.length > 0 && { child: { in: ids } }
}

const confidentialityIsCurrent = async ({ actor, req }: { actor: Actor; req: PayloadRequest }): Promise<boolean> => {
  if (actor.kind !== 'person' || volunteerIdOf(actor) === undefined) return false
  const documents = (await requiredDocumentsOf({ query: queryOf(req), userIds: [actor.userId], kind: 'confidentiality-agreement' })).get(actor.userId) ?? []
  return documents.length > 0 && documentsNotAccepted({ documents, on: londonDate(clockOf(req.payload).now()) }).length === 0
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
