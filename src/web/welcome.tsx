import { Router } from 'express'
import { renderPage } from './design/renderPage.ts'
import { WhoAreYouPage } from './design/pages/WhoAreYouPage.tsx'
import { frameFor } from './visit/frame.ts'
import type { WebServices } from './services.ts'

/** The first page: who are you? */
export const welcomeRoutes = (services: WebServices): Router => {
  const router = Router()
  router.get('/', async (request, response) => {
    response
      .type('html')
      .send(
        renderPage(
          <WhoAreYouPage
            frame={await frameFor({ services, request, response })}
            doors={{ volunteer: '/portal', committee: '/admin', refer: '/refer', apply: '/apply', parents: '/parents' }}
          />,
        ),
      )
  })
  return router
}
