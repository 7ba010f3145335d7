import { Router, type RequestHandler } from 'express'
import { startWork } from '../../core/access/work.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { directoryFile } from '../../programme/directory/entries/leaving.ts'
import type { WebServices } from '../services.ts'
import { personOf, requireCaseworker } from '../visit/visitor.ts'
import { sendFile } from '../workingList/leaving.tsx'

/**
 * What comes out of the directory, for the co-ordinator and committee alone. The directory itself is kept in the panel
 * and read in the portal.
 */
export const directoryRoutes = (services: WebServices): Router => {
  const router = Router()
  const taking: RequestHandler = (request, response, next) =>
    services.rateLimits.limit({
      name: 'directory-export',
      points: 60,
      seconds: 600,
      key: () => personOf(response)?.userId ?? '',
    })(request, response, next)
  router.use(requireCaseworker, keepAddressPrivate)
  router.get('/file', taking, async (request, response) => {
    const actor = personOf(response)
    if (!actor) throw notFoundError()
    const work = await startWork({ payload: services.payload, actor, from: 'panel' })
    sendFile({ response, file: await directoryFile({ work, form: request.query.form === 'csv' ? 'csv' : 'json' }) })
  })
  return router
}
