import { Router } from 'express'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { questionRoutes } from '../questions/index.ts'
import type { WebServices } from '../services.ts'
import { showViewGiven, trackPage, viewPage } from './linkPages.tsx'
import { referralForm } from './referralForm.tsx'

/**
 * The pages for referrers, and for those whose view is asked: no account, plain forms, nothing stored before a person
 * has acted.
 */
export const referrerRoutes = (services: WebServices): Router => {
  const { environment, rateLimits } = services
  const router = Router()
  const posts = rateLimits.limit({ name: 'referral-answer-client', points: 60, seconds: 60 * 60, key: clientAddress })
  const own = [
    keepAddressPrivate,
    refuseForeignRequests({ publicUrl: environment.publicUrl, bodies: 'forms' }),
    ...parseForm({ kilobytes: 40, fields: 10 }),
  ]
  for (const [name, page] of Object.entries({ track: trackPage(services), view: viewPage(services) })) {
    router.get(`/${name}`, own, page.show)
    router.post(`/${name}`, own, posts, page.take)
    router.get(`/${name}/:token`, own, page.arrive)
  }
  router.get('/view-given', own, showViewGiven(services))
  router.use(questionRoutes({ services, form: referralForm }))
  return router
}
