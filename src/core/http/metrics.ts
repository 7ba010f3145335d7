import express, { type Express, type RequestHandler } from 'express'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { routeShape } from './routeShape.ts'

const MOST_ROUTES = 300

/** Counting requests, and an app of its own for the port where the figures are read. */
export type Metrics = { measureRequests: RequestHandler; metricsApp: Express; registry: Registry }

/**
 * Figures of this process for Prometheus: its memory, its event loop, and how long requests took by method, route and
 * status. A route gets a label of its own once it has answered somebody, so that made-up addresses cannot fill the
 * memory.
 */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took until they were answered.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const known = new Set<string>()

  const measureRequests: RequestHandler = (request, response, next) => {
    const finish = durations.startTimer()
    response.once('finish', () => {
      const status = response.statusCode
      const route = routeShape({ request, status })
      const answered = status < 300 || (status < 400 && Boolean(request.route))
      if (answered && known.size < MOST_ROUTES) known.add(route)
      finish({
        method: knownMethods.has(request.method) ? request.method : 'other',
        route: known.has(route) ? route : 'other',
        status: String(status),
      })
    })
    next()
  }

  const metricsApp = express().disable('x-powered-by')
  metricsApp.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return { measureRequests, metricsApp, registry }
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])
