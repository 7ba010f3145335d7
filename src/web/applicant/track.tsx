import type { Request, Response } from 'express'
import { plainQuery } from '../../core/database/transaction.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { linkCookie } from '../../core/http/linkCookie.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { applicantHolding, applicantVisit } from '../../programme/recruitment/applications/links.ts'
import { applicationWorkflow } from '../../programme/recruitment/applications/workflow.ts'
import { renderPage } from '../design/renderPage.ts'
import { UnusableLinkPage } from '../link/UnusableLinkPage.tsx'
import type { WebServices } from '../services.ts'
import { submit } from '../visit/submit.ts'
import { typedIn } from '../visit/typed.ts'
import { TrackPage } from './TrackPage.tsx'
import { openSurroundings } from '../link/surroundings.ts'

type Handled = { services: WebServices; request: Request; response: Response }

/** The cookie in which an applicant's browser holds the link. */
export const applicantCookie = ({ environment: { publicUrl } }: WebServices) =>
  linkCookie({ name: 'application', publicUrl })

/** How far the application is. Writes nothing. */
export const showTrack = async (handled: Handled): Promise<void> => {
  const { response } = handled
  const { surroundings, visit } = await open(handled)
  if (visit)
    response
      .type('html')
      .send(renderPage(<TrackPage {...surroundings} visit={visit} idempotencyKey={newIdempotencyKey()} />))
  else
    response
      .status(404)
      .type('html')
      .send(renderPage(<UnusableLinkPage {...surroundings} />))
}

/**
 * Withdraws the application, for those who ticked that they mean it: a program that sends every form withdraws nothing.
 */
export const withdrawApplication = async (handled: Handled): Promise<void> => {
  const { services, request, response } = handled
  const { surroundings, visit } = await open(handled)
  if (!visit)
    return void response
      .status(404)
      .type('html')
      .send(renderPage(<UnusableLinkPage {...surroundings} />))
  if (typedIn(request.body).sure !== 'yes')
    return void response
      .status(400)
      .type('html')
      .send(
        renderPage(
          <TrackPage
            {...surroundings}
            visit={visit}
            errors={{ sure: 'Tick the box if you want to withdraw.' }}
            idempotencyKey={newIdempotencyKey()}
          />,
        ),
      )
  await submit({
    services,
    request,
    response,
    actor: applicantHolding(visit),
    purpose: 'withdraw an application',
    work: async (work) => {
      await performAction({
        work,
        workflow: applicationWorkflow,
        id: visit.id,
        action: 'withdraw',
        input: { sure: true },
      })
      return { location: '/apply/track' }
    },
    again: (sentences) => (
      <TrackPage {...surroundings} visit={visit} sentences={sentences} idempotencyKey={newIdempotencyKey()} />
    ),
  })
}

const open = async ({ services, request }: Handled) => {
  const token = applicantCookie(services).read(request)
  const surroundings = await openSurroundings({ services, request })
  return {
    surroundings,
    visit:
      token === undefined
        ? undefined
        : await applicantVisit({ query: plainQuery(services.payload), token, now: services.clock.now() }),
  }
}
