import { Router } from 'express'
import { plainQuery } from '../core/database/transaction.ts'
import { readableVersions } from '../programme/policies/queries.ts'
import { adoptedInWords } from '../programme/policies/spokenDays.ts'
import { Heading } from './design/Heading.tsx'
import { Page } from './design/Page.tsx'
import { renderPage } from './design/renderPage.ts'
import { HowToReachUs } from './link/HowToReachUs.tsx'
import { openSurroundings } from './link/surroundings.ts'
import { RichText } from './richText/RichText.tsx'
import type { WebServices } from './services.ts'

/** Where everybody reads how the charity keeps what they write: the version of the notice that the committee has adopted. */
export const privacyNoticeRoutes = (services: WebServices): Router => {
  const router = Router()
  router.get('/privacy', async (request, response) => {
    const { frame, settings } = await openSurroundings({ services, request })
    const notice = (await readableVersions({ query: plainQuery(services.payload), kind: 'privacy-notice' })).find(
      ({ status }) => status === 'adopted',
    )
    response.type('html').send(
      renderPage(
        <Page frame={frame} title={TITLE} back={{ href: '/' }}>
          {notice ? (
            <>
              <Heading caption={`Version ${notice.number}, adopted ${adoptedInWords(notice)}`}>{TITLE}</Heading>
              <RichText text={notice.text} />
            </>
          ) : (
            <>
              <Heading>{TITLE}</Heading>
              <p>Our committee is still writing this page. Ask us what we keep about you, why, and for how long.</p>
            </>
          )}
          <HowToReachUs settings={settings} />
        </Page>,
      ),
    )
  })
  return router
}

const TITLE = 'How we keep what you write'
