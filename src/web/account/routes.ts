import { Router } from 'express'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import type { WebServices } from '../services.ts'
import { requireSignedIn } from '../visit/visitor.ts'
import { addressChangeRoutes } from './addressChange.tsx'
import { choosePasswordRoutes } from './choosePassword.tsx'
import { forgottenPasswordRoutes } from './forgottenPassword.tsx'
import { ownAccountRoutes } from './ownAccount.tsx'
import { ownAddressRoutes } from './ownAddress.tsx'

/**
 * Everything about one's own account beside signing in: being invited, a forgotten password, a changed one, one's
 * sign-ins.
 */
export const accountRoutes = (services: WebServices): Router => {
  const router = Router()
  router.use(['/forgotten-password', '/choose-password', '/address-change', '/account'], keepAddressPrivate)
  router.use('/forgotten-password', forgottenPasswordRoutes(services))
  router.use('/choose-password', choosePasswordRoutes(services))
  router.use('/address-change', addressChangeRoutes(services))
  router.use('/account/address', requireSignedIn, ownAddressRoutes(services))
  router.use('/account', requireSignedIn, ownAccountRoutes(services))
  return router
}
