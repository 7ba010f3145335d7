import { Router } from 'express'
import { startWork } from '../../core/access/work.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import { keepAddressPrivate } from '../../core/http/securityHeaders.ts'
import { readLooksAsked, whoLookedFile } from '../../programme/whoLooked.ts'
import type { WebServices } from '../services.ts'
import { personOf, requireCaseworker } from '../visit/visitor.ts'
import { sendFile } from '../workingList/leaving.tsx'

/** Who looked at what, as a file for safeguarding leads. The page itself is the panel’s. */
export const whoLookedRoutes = (services: WebServices): Router => {
  const router = Router()
  router.use(requireCaseworker, keepAddressPrivate)
  router.get(
    '/file',
    (request, response, next) =>
      services.rateLimits.limit({
        name: 'who-looked-export',
        points: 30,
        seconds: 600,
        key: () => personOf(response)?.userId ?? '',
      })(request, response, next),
    async (request, response) => {
      const actor = personOf(response)
      if (!actor) throw notFoundError()
      const work = await startWork({ payload: services.payload, actor, from: 'panel' })
      sendFile({ response, file: await whoLookedFile({ work, asked: readLooksAsked(request.query) }) })
    },
  )
  return router
}
