import { Router, type Request, type Response } from 'express'
import { isUuid } from '../../core/database/locks.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { PAPER_LIMITS } from '../../programme/meetings/logs/paper/bringIn.ts'
import type { WebServices } from '../services.ts'
import type { PortalHandler } from '../visit/handler.ts'
import { personOf, requireCaseworker } from '../visit/visitor.ts'
import { checkSheet, showBringIn, takeRows } from './bringIn.tsx'
import { showLogSheet } from './LogSheet.tsx'

/** A child's log sheet, for the co-ordinator and committee alone: to print, and an old one to bring in. */
export const logSheetRoutes = (services: WebServices): Router => {
  const router = Router()
  const { publicUrl } = services.environment
  const by = (handler: PortalHandler) => (request: Request, response: Response, next: () => void) =>
    isUuid(request.params.id) ? handler({ services, request, response }) : next()
  const bringing = (request: Request, response: Response, next: () => void) =>
    services.rateLimits.limit({
      name: 'log-sheet-import',
      points: 60,
      seconds: 600,
      key: () => personOf(response)?.userId ?? '',
    })(request, response, next)
  router.use(requireCaseworker, keepAddressPrivate, refuseForeignRequests({ publicUrl, bodies: 'forms' }))
  router.get('/:id', by(showLogSheet))
  router.get('/:id/bring-in', by(showBringIn))
  router.post('/:id/bring-in', bringing, by(checkSheet))
  router.post('/:id/bring-in/rows', bringing, parseForm(ROWS_FORM), by(takeRows))
  return router
}

/** The rows of a sheet travel in a hidden field, since the file is not kept; what is settled has two fields a row. */
const ROWS_FORM = { kilobytes: 9_000, fields: 10 + 2 * PAPER_LIMITS.rows }
