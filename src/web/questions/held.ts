import type { Request, Response } from 'express'
import { draftByToken, type Draft } from '../../core/drafts/drafts.ts'
import type { Query } from '../../core/database/query.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { linkCookie, type LinkCookie } from '../../core/http/linkCookie.ts'
import type { WebServices } from '../services.ts'
import { questionsOf, type PublicForm, type Question } from './form.ts'
import { openSurroundings, type LinkSurroundings } from '../link/surroundings.ts'

/** How long a browser keeps a form without being used, in seconds: a working day. The emailed link lasts longer. */
const BROWSER_SECONDS = 12 * 60 * 60

/** What every page of a form starts from. `draft` is the form that this browser holds, if any. */
export type Held = LinkSurroundings & {
  services: WebServices
  request: Request
  response: Response
  form: PublicForm
  questions: readonly Question[]
  cookie: LinkCookie
  query: Query
  now: Date
  token: string | undefined
  draft: Draft | undefined
}

/** The same where there is a form that can be gone on with. */
export type HeldDraft = Held & { token: string; draft: Draft }

/** The cookie in which a browser holds a form. */
export const cookieOf = ({ services, form }: { services: WebServices; form: PublicForm }): LinkCookie =>
  linkCookie({ name: `form-${form.id}`, publicUrl: services.environment.publicUrl, seconds: BROWSER_SECONDS })

/** Looks up what a request holds. Writes nothing. */
export const hold = async ({
  services,
  request,
  response,
  form,
}: {
  services: WebServices
  request: Request
  response: Response
  form: PublicForm
}): Promise<Held> => {
  const query = plainQuery(services.payload)
  const now = services.clock.now()
  const cookie = cookieOf({ services, form })
  const token = cookie.read(request)
  const surroundings = await openSurroundings({ services, request })
  const draft = token === undefined ? undefined : await draftByToken({ query, form: form.id, token, now })
  const choices = (await form.choices?.({ query })) ?? []
  return {
    ...surroundings,
    services,
    request,
    response,
    form,
    questions: questionsOf(form, { settings: surroundings.settings, choices, now }),
    cookie,
    query,
    now,
    token,
    draft,
  }
}
