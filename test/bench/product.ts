// The product itself for the measurements: the whole web application, without a worker and without the panel.
import { Router } from 'express'
import { getPayload } from 'payload'
import { createLogger } from '../../src/core/http/logger.ts'
import { readEnvironment } from '../../src/core/env/environment.ts'
import { runServer } from '../../src/boot/runServer.ts'
import { statementsDuring } from '../support/statements.ts'

const environment = readEnvironment({ source: process.env })

/** Listens to what is said to PostgreSQL from one call to the next, which gives it. Nothing is listened to otherwise. */
const listening = Router()
let heard: Promise<string[]> | undefined
let stop = (): void => undefined
listening.get('/bench/listen', async (_request, response) => {
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  heard = statementsDuring({ payload, work: () => new Promise<void>((resolve) => (stop = resolve)) })
  response.sendStatus(204)
})
listening.get('/bench/heard', async (_request, response) => {
  stop()
  response.json(await heard)
})

const programme = await runServer({
  environment,
  logger: createLogger({ level: 'error' }),
  host: '127.0.0.1',
  panel: { state: () => 'building', opened: () => undefined },
  localPages: listening,
})
process.stdout.write(`ready ${programme.port}\n`)
