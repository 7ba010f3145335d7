import pg from 'pg'
import { abandonTransaction, plainQuery, sessionOf } from '../database/transaction.ts'
import type { Work } from '../access/work.ts'
import { auditActor, type AuditEvent } from './auditEvent.ts'

/**
 * Puts an event down for the audit in the transaction of this work [DAT-2]. Events wait until the last statement before
 * COMMIT, where they are chained: the chain's lock is then held for a moment only. Throws outside a transaction.
 */
export const recordEvent = async ({ work, event }: { work: Work; event: AuditEvent }): Promise<void> => {
  const session = await sessionOf(work.req)
  if (!session) throw new Error('An audit event needs the transaction of the change that it tells of.')
  const row = eventRow({ work, event })
  const waiting = waitingEvents.get(session)
  if (waiting) {
    waiting.push(row)
    return
  }
  const rows = [row]
  waitingEvents.set(session, rows)
  session.lastStatements.push(() => `select append_audit_events(${pg.escapeLiteral(JSON.stringify(rows))}::jsonb)`)
}

/**
 * Records that this person read these sensitive records, before the page is answered [DAT-1]. Joins the open
 * transaction when there is one; otherwise it is one statement of its own, because several reads of one request run
 * side by side and must not share a transaction that one of them ends. Throws when it cannot be stored: then nothing
 * may be shown.
 */
export const recordReads = async ({
  work,
  collection,
  ids,
}: {
  work: Work
  collection: string
  ids: readonly string[]
}): Promise<void> => {
  if (ids.length === 0) return
  const event: AuditEvent = {
    action: 'read',
    collection,
    recordId: ids.length === 1 ? (ids[0] ?? null) : null,
    detail: { ids },
  }
  if (await sessionOf(work.req)) await recordEvent({ work, event })
  else
    await plainQuery(work.req.payload)('select append_audit_events($1::jsonb)', [
      JSON.stringify([eventRow({ work, event })]),
    ])
}

/**
 * Records that a refusal tells this person of these sensitive records, before it is thrown [DAT-1]. A refusal undoes
 * everything that was done in its transaction, the record of a read among it; so the transaction ends here, and the
 * work must end with the refusal. Throws when the reads cannot be stored: then nothing may be told.
 */
export const recordReadsOfRefusal = async ({
  work,
  collection,
  ids,
}: {
  work: Work
  collection: string
  ids: readonly string[]
}): Promise<void> => {
  if (ids.length === 0) return
  await abandonTransaction(work.req)
  await recordReads({ work, collection, ids })
}

const waitingEvents = new WeakMap<object, Array<Record<string, unknown>>>()

const eventRow = ({ work, event }: { work: Work; event: AuditEvent }): Record<string, unknown> => {
  const actor = auditActor(work.actor)
  return {
    occurred_at: work.now.toISOString(),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_note: actor.note,
    action: event.action,
    record_collection: event.collection,
    record_id: event.recordId,
    came_from: (work.req.context.from as string | undefined) ?? 'panel',
    detail: event.detail,
  }
}
