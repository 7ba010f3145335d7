import type { Request, Response } from 'express'
import { plainQuery } from '../../core/database/transaction.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { askForNewLink } from '../../programme/consent/asking/newLinks.ts'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { readLinkCookies } from './linkCookies.ts'
import { openWords } from '../link/language.ts'
import { openSurroundings } from '../link/surroundings.ts'

type Given = { services: WebServices; request: Request; response: Response }

/**
 * Takes down that somebody wants a new link, and says the same to everybody: what their old link was, if it ever was
 * one, the worker looks at later. Counted for each link, whose holder is told the same all the while, and for each
 * client.
 */
export const takeNewLinkAsked =
  ({ perClient, perLink }: { perClient: Limiter; perLink: Limiter }) =>
  async ({ services, request, response }: Given): Promise<void> => {
    const { token } = readLinkCookies({ request, publicUrl: services.environment.publicUrl })
    const client = clientAddress(request)
    const tried = await perClient.take({ key: client })
    if (!tried.allowed) throw tooManyTries(tried)
    const { allowed } = await perLink.take({ key: token ?? `no link ${client}` })
    if (allowed) await askForNewLink({ query: plainQuery(services.payload), token })
    response.redirect(303, '/consent/new-link')
  }

/** What is shown afterwards, whoever asked. */
export const showNewLinkAsked = async ({ services, request, response }: Given): Promise<void> => {
  const words = openWords({ request, response })
  const { frame, settings } = await openSurroundings({ services, request, words })
  const { say } = words
  response.type('html').send(
    renderPage(
      <Page frame={frame} title={say('new-link.title')}>
        <Heading>{say('new-link.title')}</Heading>
        <p>{say('new-link.was')}</p>
        <p>{say('new-link.time')}</p>
        <p>{say('new-link.none')}</p>
        <HowToReachUs settings={settings} />
      </Page>,
    ),
  )
}
