import type { Request, RequestHandler } from 'express'
import { httpProblem } from './httpProblem.ts'

/** Which bodies a door takes: our pages' forms, Payload's REST, or the panel with Next's server actions. */
export type AcceptedBodies = 'forms' | 'api' | 'panel'

/**
 * Lets a request that may change something pass only when it comes from our own pages: `Sec-Fetch-Site` must be
 * same-origin where the browser sends it, `Origin` must be PUBLIC_URL's where it is sent, and one of the two must be
 * there. A sibling address (same-site) counts as foreign. The kind of body must be one that the door takes. All else is
 * a 403.
 */
export const refuseForeignRequests = ({
  publicUrl,
  bodies,
}: {
  publicUrl: string
  bodies: AcceptedBodies
}): RequestHandler => {
  const origin = new URL(publicUrl).origin
  return (request, _response, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next()
    if (!comesFromOurPages({ request, origin })) throw foreign(origin)
    if (!hasAcceptedBody({ request, bodies })) throw unexpectedBody()
    next()
  }
}

const comesFromOurPages = ({ request, origin }: { request: Request; origin: string }): boolean => {
  const site = request.get('Sec-Fetch-Site')
  const sender = request.get('Origin')
  if (site === undefined && sender === undefined) return false
  return (site === undefined || site === 'same-origin') && (sender === undefined || sender === origin)
}

/** Other kinds of body, such as text/plain, are those that a foreign page can send without being asked first. */
const hasAcceptedBody = ({ request, bodies }: { request: Request; bodies: AcceptedBodies }): boolean => {
  const type = request.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type === undefined || type === '') return !hasBody(request)
  return accepted[bodies].some(
    ({ types, withHeader }) =>
      types.includes(type) && (withHeader === undefined || request.get(withHeader) !== undefined),
  )
}

/**
 * A foreign page cannot add a header of its own without being asked first, so a header makes an otherwise loose body
 * safe.
 */
const accepted: Record<AcceptedBodies, ReadonlyArray<{ types: readonly string[]; withHeader?: string }>> = {
  forms: [{ types: ['application/x-www-form-urlencoded', 'multipart/form-data'] }],
  api: [
    { types: ['application/json', 'multipart/form-data'] },
    { types: ['application/x-www-form-urlencoded'], withHeader: 'X-Payload-HTTP-Method-Override' },
  ],
  panel: [
    { types: ['application/json', 'multipart/form-data'] },
    { types: ['text/plain', 'application/x-www-form-urlencoded'], withHeader: 'Next-Action' },
  ],
}

const hasBody = (request: Request): boolean =>
  request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0

const foreign = (origin: string): Error =>
  httpProblem({
    status: 403,
    rule: 'ORIGIN',
    reason: 'This did not come from one of our own pages, so nothing was done.',
    nextStep: `Open ${origin} in your browser and do it there.`,
  })

const unexpectedBody = (): Error =>
  httpProblem({
    status: 403,
    rule: 'ORIGIN',
    reason: 'This was not sent the way our own pages send it, so nothing was done.',
    nextStep: 'Go back and use the form on the page.',
  })
