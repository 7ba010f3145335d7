import type { Server } from 'node:http'
import type { Router } from 'express'
import { getPayload, type Payload } from 'payload'
import type { Logger } from 'pino'
import { attachLinkSecret } from '../core/access/linkTokens.ts'
import { systemClock, type Clock } from '../core/clock/clock.ts'
import { appliedMigrations } from '../core/database/appliedMigrations.ts'
import { refuseOlderDatabase } from '../core/database/olderDatabase.ts'
import { plainQuery, poolOf } from '../core/database/transaction.ts'
import { checkDatabaseIsSafe } from '../core/env/databaseChecks.ts'
import type { Environment } from '../core/env/environment.ts'
import { finalTablesOf } from '../core/house/finalTables.ts'
import { keepConsoleClean } from '../core/http/cleanConsole.ts'
import { listen } from '../core/http/listen.ts'
import { createRateLimits } from '../core/http/rateLimits.ts'
import { attachClock } from '../core/services.ts'
import { canBeReached, readSettings } from '../core/settings/settings.ts'
import { areas } from '../programme/house.ts'
import { createApp } from '../web/app.ts'
import type { PanelDoor } from '../web/services.ts'
import { migrationNames } from './migrationNames.ts'
import { startProgrammeWorker } from './work.ts'

type ServerPlan = {
  environment: Environment
  logger: Logger
  panel: PanelDoor
  host?: string
  localPages?: Router
  /** The time that the programme goes by; the machine's unless told. */ clock?: Clock
}

/** A running programme, and the way to end it: doors first, then the worker, then the connections. */
export type RunningProgramme = { port: number; server: Server; payload: Payload; stop: () => Promise<void> }

/**
 * Starts web server and worker, as the environment asks, on a database that is up to date. Payload's configuration
 * reads the environment of the process, so that must hold the same values. Throws one clear sentence when something is
 * not fit.
 */
export const runServer = async ({
  environment,
  logger,
  panel,
  host,
  localPages,
  clock = systemClock,
}: ServerPlan): Promise<RunningProgramme> => {
  keepConsoleClean({ logger })
  // A library that forgets to wait for a promise must not be able to end the process for everybody.
  process.on('unhandledRejection', (problem) =>
    logger.error({ err: problem }, 'A promise that nobody waited for failed.'),
  )
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  attachClock({ payload, clock })
  attachLinkSecret({ payload, linkSecret: environment.linkSecret })
  const query = plainQuery(payload)
  refuseOlderDatabase({ applied: await appliedMigrations({ query }), known: migrationNames })
  const areMigrationsApplied = async (): Promise<boolean> => {
    const applied = new Set(await appliedMigrations({ query }))
    return migrationNames.every((name) => applied.has(name))
  }
  if (!(await areMigrationsApplied()))
    throw new Error(
      'The database is not up to date: run the migrations as its owner (npm run migrate), then start again.',
    )
  if (environment.appMode === 'production') await checkDatabaseIsSafe({ query, finalTables: finalTablesOf(areas) })
  if (environment.appMode === 'production' && !canBeReached(await readSettings({ query })))
    logger.warn(
      'Nobody can be rung with a worry yet: an administrator gives a number and an address under Settings. Until then nothing else opens.',
    )

  const worker =
    environment.worker === 'off' ? undefined : startProgrammeWorker({ payload, environment, logger, clock })
  const rateLimits = createRateLimits({ pool: poolOf(payload), secret: environment.payloadSecret })
  const { app, metricsApp } = createApp({
    payload,
    environment,
    clock,
    logger,
    rateLimits,
    panel,
    localPages,
    areMigrationsApplied,
    isWorkerAlive: worker && (async () => worker.health().working),
  })
  const stopWork = async (): Promise<void> => {
    await worker?.stop({ withinSeconds: 8 })
    await poolOf(payload).end()
  }
  const web = await listen({ app, port: environment.port, host }).catch(async (problem: unknown) => {
    await stopWork()
    throw problem
  })
  const figures =
    environment.metricsPort === undefined
      ? undefined
      : await listen({ app: metricsApp, port: environment.metricsPort, host: '127.0.0.1' })
  return {
    port: web.port,
    server: web.server,
    payload,
    stop: async () => {
      await web.stop({ graceMilliseconds: 8_000 })
      await figures?.stop({ graceMilliseconds: 500 })
      await stopWork()
    },
  }
}
