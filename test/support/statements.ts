import type { Payload } from 'payload'
import { poolOf } from '../../src/core/database/transaction.ts'

/**
 * Everything that the programme says to PostgreSQL while `work` runs: one text a statement, BEGIN and COMMIT included.
 */
export const statementsDuring = async ({
  payload,
  work,
}: {
  payload: Payload
  work: () => Promise<unknown>
}): Promise<string[]> => {
  const heard: string[] = []
  listeners.add(heard)
  const pool = poolOf(payload)
  pool.on('acquire', listenTo)
  try {
    await work()
  } finally {
    pool.off('acquire', listenTo)
    listeners.delete(heard)
  }
  return heard
}

type Connection = { query: (...given: unknown[]) => unknown }

const listeners = new Set<string[]>()

const listened = new WeakSet<object>()

/** A connection is listened to from when it is first handed out, and does what it did. */
const listenTo = (client: unknown): void => {
  const connection = client as Connection
  if (listened.has(connection)) return
  listened.add(connection)
  const say = connection.query.bind(connection)
  connection.query = (...given) => {
    for (const heard of listeners) heard.push(textOf(given[0]))
    return say(...given)
  }
}

const textOf = (said: unknown): string => (typeof said === 'string' ? said : String((said as { text?: unknown }).text))
