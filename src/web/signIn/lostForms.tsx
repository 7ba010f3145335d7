import type { NextFunction, Request, RequestHandler } from 'express'
import { z } from 'zod'
import { seal, unseal } from '../../core/access/sealed.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { parseForm } from '../../core/http/forms.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { holderOfSession } from '../../programme/people/signIn/sessions.ts'
import { Notice } from '../design/Notice.tsx'
import { SignInPage } from '../design/pages/SignInPage.tsx'
import { renderPage } from '../design/renderPage.ts'
import type { WebServices } from '../services.ts'
import { frameFor } from '../visit/frame.ts'
import { SHOWN_AGAIN } from '../visit/submit.ts'

/** The hidden field in which the sign-in page carries a form that was sent after the sign-in had ended. */
export const LOST_FORM = 'lostForm'

/** The largest form that comes along, in kilobytes: as much as a page of ours takes. */
const KEPT_KILOBYTES = 200

/** A sealed form is a third larger than what was typed, which was written in up to three letters for one. */
export const SIGN_IN_KILOBYTES = 300

/** Who signs in again within this time finds the form as it was typed. */
const KEPT_MINUTES = 60

/**
 * Answers a form that was sent after the sign-in had ended: asks to sign in, says that nothing was stored, and carries
 * what was typed along, sealed, in the page itself; it stands in no cookie, no address and no table. Passwords and
 * files do not come along.
 */
export const askToSignIn = (services: WebServices): RequestHandler[] => [
  refuseForeignRequests({ publicUrl: services.environment.publicUrl, bodies: 'forms' }),
  (request, response, next) => (isKept(request) ? readForm(request, response, next) : next()),
  async (request, response) => {
    const { payload, clock } = services
    const isWhole = isKept(request)
    const token = response.locals.token as string | undefined
    const lost: LostForm = {
      address: request.originalUrl,
      fields: isWhole ? withoutPasswords(request.body as Fields) : {},
      userId: token === undefined ? null : await holderOfSession({ query: plainQuery(payload), token }),
      at: clock.now().toISOString(),
    }
    response
      .status(401)
      .type('html')
      .send(
        renderPage(
          <SignInPage
            frame={await frameFor({ services, request, response })}
            action="/sign-in"
            idempotencyKey={newIdempotencyKey()}
            next={isWhole ? undefined : '/portal'}
            lostForm={isWhole ? seal({ payload, purpose: LOST_FORM, value: lost }) : undefined}
            forgottenHref="/forgotten-password"
          >
            <LostFormNotice isWhole={isWhole} />
          </SignInPage>,
        ),
      )
  },
]

/** What is said to whoever signs in with a form that was not stored. */
export const LostFormNotice = ({ isWhole = true }: { isWhole?: boolean }) => (
  <Notice tone="warning" title="You were signed out, so nothing was stored." announced>
    {isWhole ? (
      <p>
        Sign in on this page. What you wrote then stands in the form again, for you to check and to send. A password or
        a file has to be given once more.
      </p>
    ) : (
      <p>Files and passwords are not kept. Sign in, give them again, and send the form once more.</p>
    )}
  </Notice>
)

/**
 * Goes on with the form that came along, as the person who has just signed in: it is shown as it was typed, and not
 * stored. False where there is none, its time is over, or somebody else had typed it.
 */
export const goOnWithLostForm = ({
  services: { payload, clock },
  request,
  next,
  sealed,
  userId,
}: {
  services: WebServices
  request: Request
  next: NextFunction
  sealed: string | undefined
  userId: string
}): boolean => {
  const opened = sealed === undefined ? undefined : lostForm.safeParse(unseal({ payload, purpose: LOST_FORM, sealed }))
  if (!opened?.success) return false
  const { address, fields, userId: typedBy, at } = opened.data
  if (typedBy !== null && typedBy !== userId) return false
  if (clock.now().getTime() - Date.parse(at) > KEPT_MINUTES * 60_000) return false
  request.url = request.originalUrl = address
  request.body = { ...fields, [SHOWN_AGAIN]: 'yes' }
  next()
  return true
}

type Fields = Record<string, string | string[]>

const lostForm = z.object({
  address: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  userId: z.string().nullable(),
  at: z.string(),
})
type LostForm = z.output<typeof lostForm>

const [readBody, checkBody] = parseForm({ kilobytes: KEPT_KILOBYTES })

const readForm: RequestHandler = (request, response, next) => {
  readBody?.(request, response, (problem?: unknown) =>
    problem === undefined ? checkBody?.(request, response, next) : next(problem),
  )
}

/** The forms that people write in: each shows again what was typed, and takes nothing then. */
const WRITTEN_IN = /^\/(portal\/|working-list\/[^/]+\/complete$|account\/address$)/

/** Files come in forms of another kind. */
const isKept = (request: Request): boolean =>
  WRITTEN_IN.test(request.originalUrl.split('?')[0] ?? '') &&
  request.is('application/x-www-form-urlencoded') !== false &&
  Number(request.get('Content-Length') ?? Infinity) <= KEPT_KILOBYTES * 1024

const withoutPasswords = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !/password/i.test(name)))
