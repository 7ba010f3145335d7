import type { ReactElement } from 'react'
import type { RequestHandler } from 'express'
import { plainQuery } from '../core/database/transaction.ts'
import { canBeReached, readSettings } from '../core/settings/settings.ts'
import { isAdministrator } from '../programme/people/roles.ts'
import { SET_UP } from '../programme/setUp/area.ts'
import { ButtonLink } from './design/ButtonLink.tsx'
import { Heading } from './design/Heading.tsx'
import { Page } from './design/Page.tsx'
import type { PageFrame } from './design/pageFrame.ts'
import { renderPage } from './design/renderPage.ts'
import { openSurroundings } from './link/surroundings.ts'
import type { WebServices } from './services.ts'
import { personOf, recogniseVisitor } from './visit/visitor.ts'

/** What whoever sets the programme up needs before there is a number: to come in, and the panel. */
const WAYS_IN = ['/sign-in', '/sign-out', '/choose-password', '/forgotten-password', '/address-change', '/account']
const PANEL = ['/admin', '/api', '/_next']

/**
 * A real deployment that has not said how it is reached with a worry opens only to an administrator, who sets it up;
 * everybody else is told that it is not open yet [SAF-2]. A number that was given cannot be taken away again, so that
 * nothing is asked any more once it is there.
 */
export const openOnlyToSetUp = (services: WebServices): RequestHandler => {
  if (services.environment.appMode !== 'production')
    return (_request, _response, next) => {
      next()
    }
  const recognise = recogniseVisitor(services)
  let isOpen = false
  return async (request, response, next) => {
    isOpen ||= canBeReached(await readSettings({ query: plainQuery(services.payload) }))
    if (isOpen || isBelow(WAYS_IN, request.path)) return next()
    await recognise(request, response, () => undefined)
    const person = personOf(response)
    if (person && isAdministrator(person)) return isBelow(PANEL, request.path) ? next() : response.redirect(303, SET_UP)
    if (request.path.startsWith('/api/'))
      return void response.status(503).json({ errors: [{ message: 'This is still being set up.' }] })
    const { frame } = await openSurroundings({ services, request })
    response
      .status(503)
      .set('Retry-After', '3600')
      .type('html')
      .send(renderPage(<NotOpenPage frame={frame} />))
  }
}

const isBelow = (paths: readonly string[], path: string): boolean =>
  paths.some((start) => path === start || path.startsWith(`${start}/`))

const NotOpenPage = ({ frame }: { frame: PageFrame }): ReactElement => (
  <Page frame={frame} title="We are not open yet">
    <Heading>We are not open yet</Heading>
    <p>This is still being set up: nobody has said whom to ring with a worry about a child.</p>
    <p>An administrator signs in and gives a telephone number and an email address. Then it opens.</p>
    <ButtonLink href={`/sign-in?next=${encodeURIComponent(SET_UP)}`} variant="secondary">
      Sign in
    </ButtonLink>
  </Page>
)
