import { setTimeout as pause } from 'node:timers/promises'
import { commitTransaction, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import { isCollision } from './collision.ts'
import type { Query } from './query.ts'
import type { DurableSession } from './session.ts'

/**
 * Runs `work` in the request's transaction, opening and committing one when there is none yet. All or nothing: an error
 * rolls everything back, and a failed COMMIT is an error. Where the transaction is its own and PostgreSQL ends it
 * because it got in the way of another, `work` is done again from the start, a few times; so it must touch nothing but
 * the database.
 */
export const inTransaction = async <Result>({
  req,
  work,
}: {
  req: PayloadRequest
  work: () => Promise<Result>
}): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    const mine = await begin(req)
    try {
      const result = await work()
      if (mine) await commitTransaction(req)
      return result
    } catch (problem) {
      if (mine) await killTransaction(req)
      if (!mine || attempt === MOST_ATTEMPTS || !isCollision(problem)) throw problem
    }
    // Not both again at the same moment.
    await pause(Math.random() * 50 * attempt)
  }
}

const MOST_ATTEMPTS = 4

/**
 * Opens a transaction unless the request has one; tells whether it did. A request whose BEGIN failed can begin again.
 */
const begin = async (req: PayloadRequest): Promise<boolean> => {
  try {
    return await initTransaction(req)
  } catch (problem) {
    delete req.transactionID
    throw problem
  }
}

/**
 * Undoes what the request has done so far and ends its transaction; its connection is free again. Whoever does this
 * throws next.
 */
export const abandonTransaction = async (req: PayloadRequest): Promise<void> => {
  await killTransaction(req)
}

/**
 * Has a statement said in one go with the COMMIT of the request's transaction, before what was put there already. It is
 * a whole text of SQL, its values escaped by `pg.escapeLiteral`. Throws outside a transaction.
 */
export const saidWithCommit = async ({ req, statement }: { req: PayloadRequest; statement: string }): Promise<void> => {
  const session = await sessionOf(req)
  if (!session) throw new Error('There is no transaction that this could be said with.')
  session.lastStatements.unshift(() => statement)
}

/** The query function of the request: on its transaction's own connection when one is open, else on the pool. */
export const queryOf =
  (req: PayloadRequest): Query =>
  async (text, values = []) => {
    const session = await sessionOf(req)
    const { rows } = await (session?.client ?? poolOf(req.payload)).query(text, [...values])
    return rows
  }

/** The pool of connections under Payload. */
export const poolOf = (payload: Payload): Pool => (payload.db as unknown as { pool: Pool }).pool

/** A query function outside any transaction, for reads that stand alone. */
export const plainQuery =
  (payload: Payload): Query =>
  async (text, values = []) =>
    (await poolOf(payload).query(text, [...values])).rows

/** The open transaction of a request, or undefined. */
export const sessionOf = async (req: PayloadRequest): Promise<DurableSession | undefined> => {
  const id = await req.transactionID
  return id === undefined
    ? undefined
    : (req.payload.db as unknown as { sessions: Record<string, DurableSession> }).sessions[String(id)]
}
