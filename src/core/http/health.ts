import { Router } from 'express'
import type { Query } from '../database/query.ts'

type Checks = {
  /** Asks the database on the application's own pool. */
  query: Query
  /** Whether every migration has been applied. */
  areMigrationsApplied: () => Promise<boolean>
  /** Whether a worker has reported lately; left out where this does not matter. */
  isWorkerAlive?: () => Promise<boolean>
  /** How long the answers may take before they count as no. */
  timeoutMilliseconds?: number
}

/**
 * `/health/live`: this process answers. `/health/ready`: it can do its work: the database answers in time, its tables
 * are up to date, a worker is there. 200 or 503 with the names of the checks and nothing else.
 */
export const healthRoutes = ({
  query,
  areMigrationsApplied,
  isWorkerAlive,
  timeoutMilliseconds = 2_000,
}: Checks): Router => {
  const router = Router()
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' })
  })
  router.get('/health/ready', async (_request, response) => {
    const asked = {
      database: async () => (await query('select 1 as answer')).length === 1,
      migrations: areMigrationsApplied,
      ...(isWorkerAlive ? { worker: isWorkerAlive } : {}),
    }
    const answers = await Promise.all(
      Object.entries(asked).map(async ([name, ask]) => [name, await inTime({ ask, timeoutMilliseconds })] as const),
    )
    const ready = answers.every(([, answer]) => answer)
    response
      .status(ready ? 200 : 503)
      .json({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(answers) })
  })
  return router
}

/** A check's answer; no, when it fails or does not come in time. */
const inTime = async ({
  ask,
  timeoutMilliseconds,
}: {
  ask: () => Promise<boolean>
  timeoutMilliseconds: number
}): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMilliseconds)
  })
  try {
    return await Promise.race([ask(), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
