import type { Request, Response } from 'express'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { forgetLink } from './linkCookies.ts'
import { openWords } from '../link/language.ts'
import { openSurroundings } from '../link/surroundings.ts'

/** Takes the link from this browser: for a phone or a computer that others use too. */
export const closeLink = ({ services, response }: { services: WebServices; response: Response }): void => {
  forgetLink({ response, publicUrl: services.environment.publicUrl })
  response.redirect(303, '/consent/closed')
}

/** What is shown afterwards. */
export const showClosed = async ({
  services,
  request,
  response,
}: {
  services: WebServices
  request: Request
  response: Response
}): Promise<void> => {
  const words = openWords({ request, response })
  const { frame } = await openSurroundings({ services, request, words })
  response.type('html').send(
    renderPage(
      <Page frame={frame} title={words.say('closed.title')}>
        <Heading>{words.say('closed.title')}</Heading>
        <p>{words.say('closed.what')}</p>
      </Page>,
    ),
  )
}
