import { Router } from 'express'
import { nonceOf } from '../../core/http/securityHeaders.ts'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { pageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { galleryPages } from './pages.tsx'

/** Shows every component on made-up pages, for those who work on the look. To be mounted in local mode only. */
export const galleryRoutes = (): Router => {
  const router = Router()
  router.get('/', (request, response) => {
    const nonce = nonceOf(response)
    response.type('html').send(
      renderPage(
        <Page frame={pageFrame({ charityName: 'Kids on Track', programmeName: 'Mentoring', nonce })} title="Gallery">
          <Heading>Gallery</Heading>
          <ul>
            {Object.keys(galleryPages({ nonce })).map((address) => (
              <li key={address}>
                <a href={`${request.baseUrl}/page${address}`}>{address}</a>
              </li>
            ))}
          </ul>
        </Page>,
      ),
    )
  })
  router.use('/page', (request, response, next) => {
    const page = galleryPages({ nonce: nonceOf(response) })[request.path]
    if (!page) return next()
    response.type('html').send(renderPage(page))
  })
  return router
}
