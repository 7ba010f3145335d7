import type { PayloadRequest } from 'payload'
import { tableOf } from './query.ts'
import { queryOf } from './transaction.ts'

/** A record to lock: its collection and id. */
export type LockTarget = { collection: string; id: string }

/**
 * Locks records until the transaction ends, in the order given. Callers give them in the one order of the house (child,
 * match, record), so that two transactions never wait for each other in a circle. The lock lets others store rows that
 * merely refer to the record: a stronger one would wait for those of another transaction, which may itself be waiting
 * for this one.
 */
export const lockRecords = async ({
  req,
  targets,
}: {
  req: PayloadRequest
  targets: readonly LockTarget[]
}): Promise<void> => {
  const there = targets.filter(({ id }) => isUuid(id))
  if (there.length > 0)
    await queryOf(req)('select lock_records($1::text[], $2::uuid[])', [
      there.map(({ collection }) => tableOf(collection)),
      there.map(({ id }) => id),
    ])
}

/** Whether a text is a record's id: anything else is nowhere, and need not trouble PostgreSQL. */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
