import { Router } from 'express'
import { renderPage } from './design/renderPage.ts'
import { WhoAreYouPage } from './design/pages/WhoAreYouPage.tsx'
import { frameFor } from './visit/frame.ts'
import type { WebServices } from './services.ts'
import { homeOf } from './visit/home.ts'
import { personOf } from './visit/visitor.ts'

/** The first page: who are you? Whoever is signed in goes on to where they begin. */
export const welcomeRoutes = (services: WebServices): Router => {
  const router = Router()
  router.get('/', async (request, response) => {
    const person = personOf(response)
    if (person) return response.redirect(303, homeOf(person))
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
