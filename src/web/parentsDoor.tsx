import { Router } from 'express'
import { Heading } from './design/Heading.tsx'
import { Page } from './design/Page.tsx'
import { renderPage } from './design/renderPage.ts'
import { HowToReachUs } from './link/HowToReachUs.tsx'
import { openSurroundings } from './link/surroundings.ts'
import type { WebServices } from './services.ts'

/** Where parents and carers find out how their own page opens, and whom to ring: their door on the first page. */
export const parentsDoorRoutes = (services: WebServices): Router => {
  const router = Router()
  router.get('/parents', async (request, response) => {
    const { frame, settings } = await openSurroundings({ services, request })
    response.type('html').send(
      renderPage(
        <Page frame={frame} title="For parents and carers" back={{ href: '/' }}>
          <Heading>For parents and carers</Heading>
          <p>You need no account. Look for our newest email and press its link.</p>
          <p>Is there no email? Look in your junk mail too. Or ring us: we send you a new one.</p>
          <HowToReachUs settings={settings} />
        </Page>,
      ),
    )
  })
  return router
}
