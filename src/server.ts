import { join } from 'node:path'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'
import { readEnvironment } from './core/env/environment.ts'
import { createLogger } from './core/http/logger.ts'

// The start of a real deployment: everything comes from the environment, and nothing starts on what is not safe.
const projectDirectory = join(import.meta.dirname, '..')
// React runs in its development mode, and slowly, unless this is set before it is loaded.
Object.assign(process.env, { NODE_ENV: 'production' })

try {
  loadEnvironmentFile({ path: join(projectDirectory, '.env') })
  const environment = readEnvironment({ source: process.env })
  const logger = createLogger({ level: environment.logLevel })
  const { runServer } = await import('./boot/runServer.ts')
  const { openPanel } = await import('./boot/panel.ts')
  let panel: Awaited<ReturnType<typeof openPanel>> | undefined
  let failed = false
  const programme = await runServer({
    environment,
    logger,
    host: environment.host,
    panel: { state: () => (panel ? 'ready' : failed ? 'failed' : 'starting'), opened: () => panel },
  })
  logger.info({ port: programme.port }, 'The programme answers.')
  if (environment.worker !== 'only')
    openPanel({ projectDirectory, port: programme.port }).then(
      (opened) => (panel = opened),
      (problem: unknown) => {
        failed = true
        logger.error({ err: problem }, 'The panel could not be opened.')
      },
    )
  const stop = (): void => {
    void programme.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}
