import type { Request, Response } from 'express'
import type { Actor } from '../../core/access/actor.ts'
import { startWork, type Work } from '../../core/access/work.ts'
import { inTransaction, saidWithCommit } from '../../core/database/transaction.ts'
import { refusalWithin } from '../../core/errors/problems.ts'
import { refusalSentence, type Refused } from '../../core/errors/refusal.ts'
import { fingerprintOf, idempotencyKeyOf, withIdempotency } from '../../core/http/idempotency.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { visitorOf } from './visitor.ts'
import type { ReactElement } from 'react'

/**
 * In the body of a form that comes along through a sign-in: it is shown as it was typed, and not taken. A page of ours
 * never has such a field.
 */
export const SHOWN_AGAIN = 'shownAgain'

const NOTHING_STORED =
  'You were signed out before this was sent, so nothing was stored. Check what you wrote, and send it again.'

type Submission = {
  services: WebServices
  request: Request
  response: Response
  /** Who is sending it, where that is not the signed-in person: the holder of an emailed link. */
  actor?: Actor
  /** What is being sent, as the key is kept under: "propose a meeting". */
  purpose: string
  /** Does it, and says where to go next. Runs in one transaction, once for each form however often it is sent. */
  work: (work: Work) => Promise<{ location: string }>
  /**
   * The fields of the form by those of the record that they fill in: a refusal that names one of them is said there.
   */
  fields?: Readonly<Record<string, string>>
  /**
   * The same page again, with what was typed and the sentence that says what is wrong: of the whole, or at its field.
   */
  again: (sentences: string[], errors: FieldErrors) => Promise<ReactElement> | ReactElement
}

/**
 * One POST of a form: the change, its audit row, its messages and the form's key in one transaction, then a redirect. A
 * refusal shows the form again with what was typed, and leads to the field that must be changed, where it is one.
 */
export const submit = async ({ again, fields = {}, ...submission }: Submission): Promise<void> => {
  const { request, response } = submission
  if ((request.body as Record<string, unknown>)[SHOWN_AGAIN] === 'yes')
    return void response.type('html').send(renderPage(await again([NOTHING_STORED], {})))
  try {
    const { location } = await once(submission)
    response.redirect(303, location)
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (!refusal) throw problem
    response
      .status(409)
      .type('html')
      .send(renderPage(await again(...placed({ refusal, fields }))))
  }
}

const placed = ({
  refusal,
  fields,
}: {
  refusal: Refused
  fields: Readonly<Record<string, string>>
}): [string[], FieldErrors] => {
  const name = refusal.field === undefined ? undefined : fields[refusal.field]
  return name === undefined ? [[refusalSentence(refusal)], {}] : [[], { [name]: refusalSentence(refusal) }]
}

const once = async ({
  services,
  request,
  response,
  actor = visitorOf(response),
  purpose,
  work,
}: Omit<Submission, 'again'>): Promise<{ location: string }> => {
  const started = await startWork({ payload: services.payload, actor, from: actor.kind === 'link' ? 'link' : 'portal' })
  return inTransaction({
    req: started.req,
    work: async () => {
      const { outcome } = await withIdempotency(
        {
          query: started.query,
          saidLast: (statement) => saidWithCommit({ req: started.req, statement }),
          key: idempotencyKeyOf({ body: request.body }),
          actor: senderOf(actor),
          purpose,
          fingerprint: fingerprintOf({ address: request.originalUrl, body: request.body as unknown }),
        },
        () => work(started),
      )
      return outcome
    },
  })
}

/** Under whose name the form's key is kept: two people may hit upon the same key. */
const senderOf = (actor: Actor): string => {
  if (actor.kind === 'person') return actor.userId
  return actor.kind === 'link' ? `link ${actor.recordId}` : actor.kind
}
