import type { Express } from 'express'
import { readEnvironment, type Environment } from '../../src/core/env/environment.ts'
import { createLogger } from '../../src/core/http/logger.ts'
import { listen, type RunningServer } from '../../src/core/http/listen.ts'
import { createRateLimits } from '../../src/core/http/rateLimits.ts'
import { poolOf } from '../../src/core/database/transaction.ts'
import { createApp } from '../../src/web/app.ts'
import type { PanelDoor } from '../../src/web/services.ts'
import type { TestProgramme } from './programme.ts'

/**
 * The whole web application over a test programme, as production has it but for the panel, which is still being built.
 */
export type TestApp = { app: Express; environment: Environment; publicUrl: string; logged: () => string }

/**
 * Makes the application; `publicUrl` must be where it is served when a browser or the origin check is involved.
 * `variables` are further ones of the environment.
 */
export const testApp = ({
  programme,
  publicUrl = 'http://localhost:3000',
  panel = { state: () => 'building', opened: () => undefined },
  variables = {},
  isDeployed = false,
}: {
  programme: TestProgramme
  publicUrl?: string
  panel?: PanelDoor
  variables?: Record<string, string>
  /** As a real deployment answers, though without https. */ isDeployed?: boolean
}): TestApp => {
  const given = readEnvironment({
    source: {
      APP_MODE: 'local',
      PUBLIC_URL: publicUrl,
      PORT: '3000',
      DATABASE_URL: programme.database.applicationUrl,
      PAYLOAD_SECRET: 'a secret that only the tests use, long enough',
      LINK_SECRET: 'a key for links that only the tests use',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'tests@sample.invalid',
      WORKER: 'off',
      ...variables,
    },
  })
  const environment: Environment = { ...given, appMode: isDeployed ? 'production' : given.appMode }
  const lines: string[] = []
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const { app } = createApp({
    payload: programme.payload,
    environment,
    clock: programme.clock,
    logger,
    panel,
    rateLimits: createRateLimits({ pool: poolOf(programme.payload), secret: environment.payloadSecret }),
    areMigrationsApplied: () => Promise.resolve(true),
  })
  return { app, environment, publicUrl, logged: () => lines.join('') }
}

/** Serves the application on a free port of this machine, at whose address its own links and checks point. */
export const servedApp = async ({
  programme,
  variables,
}: {
  programme: TestProgramme
  variables?: Record<string, string>
}): Promise<TestApp & { server: RunningServer }> => {
  const probe = await listen({ app: (_request, response) => void response.end(), port: 0, host: '127.0.0.1' })
  await probe.stop({ graceMilliseconds: 10 })
  const made = testApp({ programme, publicUrl: `http://localhost:${probe.port}`, variables })
  return { ...made, server: await listen({ app: made.app, port: probe.port, host: '127.0.0.1' }) }
}
