import { Router } from 'express'
import { Heading } from './design/Heading.tsx'
import { Page } from './design/Page.tsx'
import { renderPage } from './design/renderPage.ts'
import { HowToReachUs } from './link/HowToReachUs.tsx'
import { openWords } from './link/language.ts'
import { LanguageSwitch } from './link/LanguageSwitch.tsx'
import { COMPLETE_LANGUAGES } from '../programme/people/parentWords/parentWords.ts'
import { openSurroundings } from './link/surroundings.ts'
import type { WebServices } from './services.ts'

/** Where parents and carers find out how their own page opens, and whom to ring: their door on the first page. */
export const parentsDoorRoutes = (services: WebServices): Router => {
  const router = Router()
  router.get('/parents', async (request, response) => {
    const words = openWords({ request, response })
    const { frame, settings } = await openSurroundings({ services, request, words })
    const { say } = words
    response.type('html').send(
      renderPage(
        <Page frame={frame} title={say('door.title')} back={{ href: '/' }}>
          <Heading>{say('door.title')}</Heading>
          <LanguageSwitch languages={['en', ...COMPLETE_LANGUAGES]} to="parents" />
          <p>{say('door.link')}</p>
          <p>{say('door.lost')}</p>
          <HowToReachUs settings={settings} />
        </Page>,
      ),
    )
  })
  return router
}
