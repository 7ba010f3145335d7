import type { Actor } from '../access/actor.ts'

/**
 * One thing that happened, as the audit keeps it. Moments in UTC; `detail` is the before and after, or the ids read.
 */
export type AuditEvent = {
  action: string
  collection: string
  recordId: string | null
  detail: Record<string, unknown>
}

/** Who acted, in the few words that the audit keeps. */
export const auditActor = (actor: Actor): { kind: string; id: string | null; note: string | null } => {
  if (actor.kind === 'person') return { kind: 'person', id: actor.userId, note: null }
  if (actor.kind === 'link') return { kind: 'link', id: actor.recordId, note: actor.holder }
  if (actor.kind === 'system') return { kind: 'system', id: null, note: actor.reason }
  return { kind: 'anonymous', id: null, note: null }
}
