// The programme's worker in a process of its own, for the test that kills it: real PostgreSQL, real SMTP, a clock that
// stands still.
import process from 'node:process'

Object.assign(process.env, {
  NODE_ENV: 'production',
  APP_MODE: 'local',
  PUBLIC_URL: 'http://localhost:3000',
  PORT: '3000',
  PAYLOAD_SECRET: 'a secret that only the tests use, long enough',
  LINK_SECRET: 'a key for links that only the tests use',
  MAIL_FROM: 'tests@sample.invalid',
  WORKER: 'off',
})
const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { startProgrammeWorker } = await import('../../src/boot/work.ts')
const { attachLinkSecret } = await import('../../src/core/access/linkTokens.ts')
const { readEnvironment } = await import('../../src/core/env/environment.ts')
const { createLogger } = await import('../../src/core/http/logger.ts')
const { attachClock } = await import('../../src/core/services.ts')
const { testClock } = await import('../support/clock.ts')

const environment = readEnvironment({ source: process.env })
const payload = await getPayload({ config })
const clock = testClock('2026-03-03T12:00:00Z')
attachClock({ payload, clock })
attachLinkSecret({ payload, linkSecret: environment.linkSecret })
startProgrammeWorker({ payload, environment, logger: createLogger({ level: 'fatal' }), clock })
process.stdout.write('working\n')
