import type { Request } from 'express'

/**
 * The shape of an address for logs and figures: ids, tokens, numbers and anything else that could tell of a person are
 * replaced, and the query is left out. `/portal/meetings/6f1c…/log?x=1` gives `/portal/meetings/:id/log`.
 */
export const shapeOfAddress = (address: string): string => {
  const segments = pathOf(address).split('/').slice(1, 9).filter(Boolean)
  return `/${segments.map(shapeOfSegment).join('/')}`
}

/**
 * The shape of a request's address, as the browser sent it; an address where nothing is, is told apart from the rest
 * only by its door.
 */
export const routeShape = ({
  request,
  status,
}: {
  request: Pick<Request, 'originalUrl' | 'route'>
  status: number
}): string => {
  if (status !== 404 || request.route) return shapeOfAddress(request.originalUrl)
  return isApiRequest(request) ? '/api/(nothing there)' : '(nothing there)'
}

/** Whether the request is for the REST API, which is answered in JSON. */
export const isApiRequest = (request: Pick<Request, 'originalUrl'>): boolean =>
  /^\/api(\/|$)/.test(pathOf(request.originalUrl))

/** The path of an address as it came over the wire, which may be a whole web address. */
export const pathOf = (address: string): string =>
  address.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/'

const shapeOfSegment = (segment: string): string => {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(segment)) return ':id'
  if (/^\d+$/.test(segment)) return ':number'
  const isOurWord = segment.length <= 40 && /^_?[a-z]+(-[a-z]+|[A-Z][a-z]+)*$/.test(segment)
  return isOurWord ? segment : ':token'
}
