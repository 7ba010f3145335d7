import express, { type Express } from 'express'
import { answerErrors, answerNotFound, type ProblemPage } from '../../../src/core/http/answerErrors.ts'
import { createLogger } from '../../../src/core/http/logger.ts'
import { refuseMalformedAddresses } from '../../../src/core/http/malformedAddresses.ts'
import { refuseOddRequests } from '../../../src/core/http/oddRequests.ts'
import { logRequests } from '../../../src/core/http/requestLog.ts'
import { securityHeaders } from '../../../src/core/http/securityHeaders.ts'

/** An app in the order of the real one, with `routes` in the middle, and the lines that it logged. */
export const servedApp = ({
  publicUrl = 'https://mentoring.example.org',
  renderProblem = ({ status, refusal, requestId }) =>
    `<h1>${status}</h1><p>${refusal?.reason ?? 'Our fault'}</p>${requestId ? `<p>${requestId}</p>` : ''}`,
  routes,
}: {
  publicUrl?: string
  renderProblem?: (page: ProblemPage) => string | Promise<string>
  routes: (app: Express) => void
}): { app: Express; logged: () => Record<string, unknown>[] } => {
  const lines: string[] = []
  const logger = createLogger({ level: 'info', destination: { write: (line: string) => void lines.push(line) } })
  const app = express()
  app.use(logRequests({ logger }), securityHeaders({ publicUrl }), refuseMalformedAddresses, refuseOddRequests)
  routes(app)
  app.use(answerNotFound, answerErrors({ renderProblem }))
  return { app, logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}
