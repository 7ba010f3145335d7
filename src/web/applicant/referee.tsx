import type { Request, Response } from 'express'
import { z } from 'zod'
import { plainQuery } from '../../core/database/transaction.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { linkCookie } from '../../core/http/linkCookie.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { refereeHolding, refereeVisit } from '../../programme/recruitment/references/links.ts'
import { referenceInput, referenceWorkflow } from '../../programme/recruitment/references/workflow.ts'
import { renderPage } from '../design/renderPage.ts'
import { UnusableLinkPage } from '../link/UnusableLinkPage.tsx'
import type { WebServices } from '../services.ts'
import { submit } from '../visit/submit.ts'
import { problemsByField, typedIn } from '../visit/typed.ts'
import { RefereeDonePage, RefereePage } from './RefereePage.tsx'
import { openSurroundings } from '../link/surroundings.ts'

type Handled = { services: WebServices; request: Request; response: Response }

/** The cookie in which a referee's browser holds the link. */
export const refereeCookie = ({ environment: { publicUrl } }: WebServices) =>
  linkCookie({ name: 'reference', publicUrl, seconds: 2 * 60 * 60 })

/** The form; once it was sent, thanks. Writes nothing. */
export const showReference = async (handled: Handled): Promise<void> => {
  const { response } = handled
  const opened = await open(handled)
  if (!opened.visit)
    response
      .status(404)
      .type('html')
      .send(renderPage(<UnusableLinkPage {...opened.surroundings} />))
  else if (opened.visit.status !== 'asked')
    response
      .type('html')
      .send(renderPage(<RefereeDonePage {...opened.surroundings} gave={opened.visit.status === 'answered'} />))
  else
    response
      .type('html')
      .send(
        renderPage(<RefereePage {...opened.surroundings} visit={opened.visit} idempotencyKey={newIdempotencyKey()} />),
      )
}

/**
 * Takes the form: nothing of it is stored before every question that it asks is answered, or the referee has said no.
 */
export const takeReference = async (handled: Handled): Promise<void> => {
  const { services, request, response } = handled
  const { surroundings, visit } = await open(handled)
  if (!visit)
    return void response
      .status(404)
      .type('html')
      .send(renderPage(<UnusableLinkPage {...surroundings} />))
  if (visit.status !== 'asked') return response.redirect(303, '/reference')
  const typed = typedIn(request.body)
  const can = z.object({ can: z.enum(['yes', 'no'], 'Say whether you can give a reference.') }).safeParse(typed)
  const given = can.data?.can === 'yes' ? referenceInput.safeParse(typed) : undefined
  const problem = can.error ?? given?.error
  if (problem)
    return void response
      .status(400)
      .type('html')
      .send(
        renderPage(
          <RefereePage
            {...surroundings}
            visit={visit}
            typed={typed}
            errors={problemsByField(problem)}
            idempotencyKey={newIdempotencyKey()}
          />,
        ),
      )
  await submit({
    services,
    request,
    response,
    actor: refereeHolding(visit),
    purpose: 'give a reference',
    work: async (work) => {
      await performAction({
        work,
        workflow: referenceWorkflow,
        id: visit.id,
        action: given ? 'answer' : 'decline',
        input: { ...given?.data },
      })
      return { location: '/reference' }
    },
    again: (sentences) => (
      <RefereePage
        {...surroundings}
        visit={visit}
        typed={typed}
        sentences={sentences}
        idempotencyKey={newIdempotencyKey()}
      />
    ),
  })
}

const open = async ({ services, request }: Handled) => {
  const token = refereeCookie(services).read(request)
  const surroundings = await openSurroundings({ services, request })
  return {
    surroundings,
    visit:
      token === undefined
        ? undefined
        : await refereeVisit({ query: plainQuery(services.payload), token, now: services.clock.now() }),
  }
}
