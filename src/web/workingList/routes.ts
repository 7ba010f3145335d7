import { Router, type Request, type Response } from 'express'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import type { PortalHandler } from '../visit/handler.ts'
import type { WebServices } from '../services.ts'
import { personOf, requireCaseworker } from '../visit/visitor.ts'
import { completeRow, showRowToComplete } from './completeRow.tsx'
import { checkList, giveReturnedRows, showImport, takeInList } from './import.tsx'
import { giveFile, showPrint } from './leaving.tsx'

/**
 * What goes into the committee's working list and comes out of it, for the co-ordinator and committee alone: files,
 * print, and the completing of a row. The list itself is the panel's.
 */
export const workingListRoutes = (services: WebServices): Router => {
  const router = Router()
  const { publicUrl } = services.environment
  const by = (handler: PortalHandler) => (request: Request, response: Response) =>
    handler({ services, request, response })
  const person = (_request: Request, response?: Response): string => (response && personOf(response)?.userId) ?? ''
  const perPerson =
    (limit: { name: string; points: number; seconds: number }) =>
    (request: Request, response: Response, next: () => void) =>
      services.rateLimits.limit({ ...limit, key: () => person(request, response) })(request, response, next)
  const bringing = perPerson({ name: 'working-list-import', points: 60, seconds: 600 })
  const taking = perPerson({ name: 'working-list-export', points: 60, seconds: 600 })
  router.use(requireCaseworker, keepAddressPrivate, refuseForeignRequests({ publicUrl, bodies: 'forms' }))
  router.get('/import', by(showImport))
  router.post('/import/check', bringing, by(checkList))
  router.post('/import/take-in', bringing, parseForm(ROWS_FORM), by(takeInList))
  router.post('/import/returned', bringing, parseForm(ROWS_FORM), by(giveReturnedRows))
  router.get('/file', taking, by(giveFile))
  router.get('/print', taking, by(showPrint))
  router.get('/:id/complete', by(showRowToComplete))
  router.post('/:id/complete', parseForm(), by(completeRow))
  return router
}

/** The rows of a list travel in a hidden field, since the file is not kept; a form writes a letter in up to nine. */
const ROWS_FORM = { kilobytes: 9_000, fields: 10 }
