import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { routeShape } from './routeShape.ts'

/**
 * Gives each request a number of its own (also in the answer's X-Request-Id) and a line in the log when it is answered:
 * method, shape of the address, status, milliseconds, number. No address of the client, no cookie, no body, no query.
 */
export const logRequests = ({ logger }: { logger: Logger }): RequestHandler =>
  pinoHttp<Request>({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID()
      response.setHeader('X-Request-Id', id)
      return id
    },
    quietReqLogger: true,
    quietResLogger: true,
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined },
    customAttributeKeys: { reqId: 'requestId', responseTime: 'milliseconds' },
    autoLogging: { ignore: ({ originalUrl }) => /^\/(health|assets)\//.test(originalUrl) },
    customLogLevel: (_request, response, error) =>
      beingMadeReady.has(response)
        ? 'info'
        : error || response.statusCode >= 500
          ? 'error'
          : response.statusCode === 429
            ? 'warn'
            : 'info',
    customSuccessObject: (request, response, line: { milliseconds: number }) =>
      factsOf({ request, status: response.statusCode, line }),
    customErrorObject: (request, response, error, line: { milliseconds: number }) => ({
      ...factsOf({ request, status: response.statusCode, line }),
      ...(beingMadeReady.has(response) ? {} : { err: error }),
    }),
    customSuccessMessage: (_request, response) =>
      response.writableEnded ? 'answered' : 'the other side left before the answer',
    customErrorMessage: (_request, response) => (beingMadeReady.has(response) ? 'being made ready' : 'failed'),
  }) as RequestHandler

/**
 * Notes that a 503 is no failure, for what was asked for is being made ready: its line in the log is then an ordinary
 * one.
 */
export const noteBeingMadeReady = (response: ServerResponse): void => void beingMadeReady.add(response)

/** The number of a request, for a person to quote. Undefined where `logRequests` has not run. */
export const requestIdOf = (request: IncomingMessage): string | undefined =>
  typeof request.id === 'string' ? request.id : undefined

const beingMadeReady = new WeakSet<ServerResponse>()

const factsOf = ({ request, status, line }: { request: Request; status: number; line: { milliseconds: number } }) => ({
  method: request.method,
  route: routeShape({ request, status }),
  status,
  milliseconds: line.milliseconds,
})
