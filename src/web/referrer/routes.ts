import { Router } from 'express'
import { questionRoutes } from '../questions/index.ts'
import type { WebServices } from '../services.ts'
import { referralForm } from './referralForm.tsx'

/** The referrers' pages: no account, plain forms. */
export const referrerRoutes = (services: WebServices): Router => {
  const router = Router()
  router.use(questionRoutes({ services, form: referralForm }))
  return router
}
