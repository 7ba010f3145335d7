// The product itself for the measurements: the whole web application, without a worker and without the panel.
import { createLogger } from '../../src/core/http/logger.ts'
import { readEnvironment } from '../../src/core/env/environment.ts'
import { runServer } from '../../src/boot/runServer.ts'

const programme = await runServer({
  environment: readEnvironment({ source: process.env }),
  logger: createLogger({ level: 'error' }),
  host: '127.0.0.1',
  panel: { state: () => 'building', opened: () => undefined },
})
process.stdout.write(`ready ${programme.port}\n`)
