import type { RequestHandler } from 'express'
import { httpProblem } from './httpProblem.ts'

/**
 * Refuses requests of a kind that none of our pages sends: a method beyond the usual ones (405), or one that asks to be
 * taken for another than it is (400). What Payload's panel says instead of a long GET passes, at the API alone and as a
 * GET alone. Headers by which a proxy would tell Next what it has decided for it are dropped: no such proxy stands
 * before us.
 */
export const refuseOddRequests: RequestHandler = (request, response, next) => {
  if (!METHODS.has(request.method)) {
    response.setHeader('Allow', [...METHODS].join(', '))
    throw unknownMethod()
  }
  if (OTHER_METHOD.some((name) => request.headers[name] !== undefined)) throw otherMethod()
  const asked = request.get(PANELS_LONG_GET)
  if (
    asked !== undefined &&
    !(
      asked === 'GET' &&
      request.method === 'POST' &&
      request.is('application/x-www-form-urlencoded') &&
      request.path.startsWith('/api/')
    )
  )
    throw otherMethod()
  // There is no other protocol here to go over to; whoever asks for one is answered and let go.
  if (request.headers.upgrade !== undefined) response.setHeader('Connection', 'close')
  for (const name of Object.keys(request.headers)) if (TOLD_TO_NEXT.test(name)) delete request.headers[name]
  next()
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'])
const PANELS_LONG_GET = 'x-payload-http-method-override'
const OTHER_METHOD = ['x-http-method-override', 'x-http-method', 'x-method-override']
const TOLD_TO_NEXT =
  /^(x-middleware-|x-invoke-|x-nextjs-|x-matched-path$|x-now-|x-prerender-|x-next-|x-vercel-|x-original-url$|x-rewrite-url$)/

const unknownMethod = (): Error =>
  httpProblem({
    status: 405,
    rule: 'INPUT',
    reason: 'That cannot be done at this address.',
    nextStep: 'Use the buttons on the page.',
  })

const otherMethod = (): Error =>
  httpProblem({
    status: 400,
    rule: 'INPUT',
    reason: 'A request that says it is another than it is is not taken.',
    nextStep: 'Use the buttons on the page.',
  })
