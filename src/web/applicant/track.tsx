import type { Request, Response } from 'express'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { plainQuery } from '../../core/database/transaction.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { linkCookie } from '../../core/http/linkCookie.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { APPLICATION } from '../../programme/recruitment/applications/fields.ts'
import { applicantHolding, applicantVisit } from '../../programme/recruitment/applications/links.ts'
import { applicationWorkflow } from '../../programme/recruitment/applications/workflow.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { renderPage } from '../design/renderPage.ts'
import { UnusableLinkPage } from '../link/UnusableLinkPage.tsx'
import type { WebServices } from '../services.ts'
import { submit } from '../visit/submit.ts'
import { problemsByField, typedIn } from '../visit/typed.ts'
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
export const withdrawApplication = (handled: Handled): Promise<void> =>
  take({
    ...handled,
    action: 'withdraw',
    purpose: 'withdraw an application',
    read: ({ sure }) =>
      sure === 'yes' ? { input: { sure: true } } : { errors: { sure: 'Tick the box if you want to withdraw.' } },
  })

/** Says that the time which was planned does not suit, and when one would: nobody waits for them in vain [VOL-1]. */
export const askAnotherTime = (handled: Handled): Promise<void> =>
  take({
    ...handled,
    action: 'askAnotherTime',
    purpose: 'ask for another time to meet',
    read: (typed) => {
      const parsed = z.object({ wish: APPLICATION.interviewWish.asked('Say when it would suit you.') }).safeParse(typed)
      return parsed.success ? { input: parsed.data } : { errors: problemsByField(parsed.error) }
    },
  })

type Read = { input: Record<string, unknown> } | { errors: FieldErrors }

/** One step of the applicant's own, by the holder of the link; what was typed is kept on an error. */
const take = async ({
  services,
  request,
  response,
  action,
  purpose,
  read,
}: Handled & { action: string; purpose: string; read: (typed: Record<string, unknown>) => Read }): Promise<void> => {
  const { surroundings, visit } = await open({ services, request, response })
  if (!visit)
    return void response
      .status(404)
      .type('html')
      .send(renderPage(<UnusableLinkPage {...surroundings} />))
  const typed = typedIn(request.body)
  const again = (given: { errors?: FieldErrors; sentences?: string[] }): ReactElement => (
    <TrackPage {...surroundings} visit={visit} wish={typed.wish} {...given} idempotencyKey={newIdempotencyKey()} />
  )
  const taken = read(typed)
  if ('errors' in taken)
    return void response
      .status(400)
      .type('html')
      .send(renderPage(again({ errors: taken.errors })))
  await submit({
    services,
    request,
    response,
    actor: applicantHolding(visit),
    purpose,
    work: async (work) => {
      await performAction({ work, workflow: applicationWorkflow, id: visit.id, action, input: taken.input })
      return { location: '/apply/track' }
    },
    again: (sentences) => again({ sentences }),
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
