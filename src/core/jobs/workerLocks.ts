import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'
import type { Clock } from '../clock/clock.ts'
import { withinTime } from './withinTime.ts'
import { releaseWorkerLock, takeWorkerLock } from './workerLocks.sql.ts'

/** The locks by which the other processes see that this one's workers live. */
export type WorkerLocks = {
  /** Takes the lock of a worker and keeps it, over lost connections too. Settles once it is held. */
  keep: (worker: string) => Promise<void>
  /** Lets go of the lock of a worker that has ended. */
  letGo: (worker: string) => Promise<void>
  /** Settles as soon as every lock is held: a worker that others may take for dead must not begin anything. */
  allHeld: () => Promise<void>
  /** Whether every lock is held, and when the database last said so. */
  state: () => { held: boolean; heardAt: Date | undefined }
  /** Closes the connection, and the locks with it. Whoever still waits is let through. */
  close: () => Promise<void>
}

/**
 * Holds the locks on a connection of their own. When it breaks, another is opened at once and the same locks are taken
 * again; that must be quicker than the sweep, which asks twice before it takes a worker for dead.
 */
export const holdWorkerLocks = ({
  connectionString,
  logger,
  clock,
}: {
  connectionString: string
  logger: Logger
  clock: Clock
}): WorkerLocks => {
  const workers = new Set<string>()
  const held = new Set<string>()
  const closing = new AbortController()
  let client: pg.Client | undefined
  let heardAt: Date | undefined
  const waiting: Array<() => void> = []

  let hurry = new AbortController()

  const beatNow = (): void => {
    hurry.abort()
  }

  const isHeld = (): boolean => client !== undefined && [...workers].every((worker) => held.has(worker))

  const lose = (lost: pg.Client): void => {
    lost.end().catch(() => undefined)
    if (client !== lost) return
    client = undefined
    held.clear()
    beatNow()
    if (!closing.signal.aborted) logger.warn('The connection that shows this worker alive was lost; another is opened.')
  }

  const connect = async (): Promise<pg.Client> => {
    const fresh = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: 'kids-on-track-mentoring worker',
    })
    fresh.on('error', () => lose(fresh))
    fresh.on('end', () => lose(fresh))
    try {
      await fresh.connect()
      // A machine that lost its power sends no farewell: PostgreSQL is to notice within half a minute.
      await fresh.query(
        'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set idle_session_timeout = 0',
      )
      return fresh
    } catch (problem) {
      lose(fresh)
      throw problem
    }
  }

  const takeMissing = async (connection: pg.Client): Promise<void> => {
    for (const worker of [...workers].filter((name) => !held.has(name))) {
      const { rows } = await connection.query<{ taken: boolean }>(takeWorkerLock, [worker])
      if (rows[0]?.taken && client === connection) held.add(worker)
    }
  }

  const beat = async (): Promise<void> => {
    try {
      client ??= await connect()
      await takeMissing(client)
      await client.query('select')
      heardAt = clock.now()
    } catch {
      if (client) lose(client)
    }
    if (isHeld()) for (const proceed of waiting.splice(0)) proceed()
  }

  const beating = (async () => {
    while (!closing.signal.aborted) {
      hurry = new AbortController()
      await beat()
      await pause(isHeld() ? BEAT_MILLISECONDS : RETRY_MILLISECONDS, undefined, { signal: hurry.signal }).catch(
        () => undefined,
      )
    }
  })()

  const allHeld = async (): Promise<void> => {
    if (isHeld() || closing.signal.aborted) return
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  }

  return {
    keep: async (worker) => {
      workers.add(worker)
      beatNow()
      await allHeld()
    },
    letGo: async (worker) => {
      workers.delete(worker)
      if (held.delete(worker)) await client?.query(releaseWorkerLock, [worker]).catch(() => undefined)
    },
    allHeld,
    state: () => ({ held: isHeld(), heardAt }),
    close: async () => {
      closing.abort()
      beatNow()
      await beating
      for (const proceed of waiting.splice(0)) proceed()
      // A server that has gone silent never answers the farewell.
      await withinTime({ work: client?.end(), milliseconds: FAREWELL_MILLISECONDS })
    },
  }
}

const BEAT_MILLISECONDS = 5_000
const RETRY_MILLISECONDS = 500
const FAREWELL_MILLISECONDS = 1_000
