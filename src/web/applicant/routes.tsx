import { Router, type Request, type RequestHandler, type Response } from 'express'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { isLinkToken, type LinkCookie } from '../../core/http/linkCookie.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import type { WebServices } from '../services.ts'
import { refereeCookie, showReference, takeReference } from './referee.tsx'
import { applicantCookie, askAnotherTime, showTrack, withdrawApplication } from './track.tsx'

/** The referees' one form, for the holder of an emailed link. */
export const refereeRoutes = (services: WebServices): Router =>
  linkPages({ services, path: '/reference', cookie: refereeCookie(services), show: showReference, take: takeReference })

/** The applicants' own page, for the holder of an emailed link. */
export const trackRoutes = (services: WebServices): Router =>
  linkPages({
    services,
    path: '/apply/track',
    cookie: applicantCookie(services),
    show: showTrack,
    take: withdrawApplication,
    also: { '/another-time': askAnotherTime },
  })

type Handler = (given: { services: WebServices; request: Request; response: Response }) => Promise<void>

/**
 * A page behind a link whose secret goes into a cookie at once, and its form; `also` has what else can be sent there. Mail programs follow the link first,
 * so following it changes nothing and asks nothing of the database.
 */
const linkPages = ({
  services,
  path,
  cookie,
  show,
  take,
  also = {},
}: {
  services: WebServices
  path: string
  cookie: LinkCookie
  show: Handler
  take: Handler
  also?: Readonly<Record<string, Handler>>
}): Router => {
  const router = Router()
  const page =
    (handler: Handler): RequestHandler =>
    (request, response) =>
      handler({ services, request, response })
  router.use(
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: services.environment.publicUrl, bodies: 'forms' }),
    parseForm({ kilobytes: 32, fields: 20 }),
  )
  router.get('/', page(show))
  router.post('/', page(take))
  for (const [address, handler] of Object.entries(also)) router.post(address, page(handler))
  router.get('/:token', (request, response) => {
    const { token } = request.params
    if (isLinkToken(token)) cookie.keep({ response, token })
    else cookie.forget({ response })
    response.redirect(303, path)
  })
  return router
}
