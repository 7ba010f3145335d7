import { Router, type NextFunction, type Request, type Response } from 'express'
import { startWork } from '../../core/access/work.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { deviceCookie } from '../../core/http/deviceCookie.ts'
import { parseForm } from '../../core/http/forms.ts'
import { refuseForeignRequests } from '../../core/http/foreignRequests.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { safeRedirect } from '../../core/http/safeRedirect.ts'
import { clearSessionCookie, setSessionCookie } from '../../core/http/sessionCookie.ts'
import { LONGEST_SESSION_MILLISECONDS } from '../../programme/people/signIn/sessionLimits.ts'
import { endEverySignIn } from '../../programme/people/signIn/endSignIns.ts'
import { knownDevice, rememberDevice } from '../../programme/people/signIn/knownDevices.ts'
import { endSession, personOfSession } from '../../programme/people/signIn/sessions.ts'
import { accountAt, signIn } from '../../programme/people/signIn/signIn.ts'
import { Notice } from '../design/Notice.tsx'
import { SignInPage } from '../design/pages/SignInPage.tsx'
import { TooManyPage } from '../design/pages/TooManyPage.tsx'
import { renderPage } from '../design/renderPage.ts'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { homeOf } from '../visit/home.ts'
import { personOf } from '../visit/visitor.ts'
import { signInLimits } from './limits.ts'
import { goOnWithLostForm, LOST_FORM, LostFormNotice, SIGN_IN_KILOBYTES } from './lostForms.tsx'
import { noteAttempt } from './noteAttempt.ts'
import { signInNotices } from './notices.ts'

/** Signing in and out, for portal and panel alike. Every failure looks and takes the same. */
export const signInRoutes = (services: WebServices): Router => {
  const { environment, payload, clock, rateLimits } = services
  const { publicUrl } = environment
  const router = Router()
  const limits = signInLimits(rateLimits)
  const device = deviceCookie({ publicUrl })
  const ownForm = [
    refuseForeignRequests({ publicUrl, bodies: 'forms' }),
    ...parseForm({ kilobytes: SIGN_IN_KILOBYTES, fields: 10 }),
  ]

  const page = async ({
    request,
    response,
    typed,
    errors = {},
    refused = false,
  }: {
    request: Request
    response: Response
    typed: { email?: string; next?: string; lostForm?: string }
    errors?: Record<string, string>
    refused?: boolean
  }) => {
    const notice = signInNotices.read(request)
    return renderPage(
      <SignInPage
        frame={await frameFor({ services, request, response })}
        action="/sign-in"
        idempotencyKey={newIdempotencyKey()}
        email={typed.email}
        next={typed.next}
        lostForm={typed.lostForm}
        errors={errors}
        refused={refused}
        forgottenHref="/forgotten-password"
      >
        {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
        {typed.lostForm === undefined ? null : <LostFormNotice />}
      </SignInPage>,
    )
  }

  const tooMany = async ({
    request,
    response,
    secondsToWait,
  }: {
    request: Request
    response: Response
    secondsToWait: number
  }): Promise<void> => {
    const frame = await frameFor({ services, request, response })
    response
      .status(429)
      .set('Retry-After', String(secondsToWait))
      .type('html')
      .send(
        renderPage(
          <TooManyPage frame={frame} waitSeconds={secondsToWait} back={{ href: '/sign-in' }}>
            <p>
              You need not wait: <a href="/forgotten-password">choose a new password by email</a>, and sign in on the
              same device.
            </p>
          </TooManyPage>,
        ),
      )
  }

  router.get('/sign-in', async (request, response) => {
    const person = personOf(response)
    if (person) return response.redirect(303, homeOf(person))
    response.type('html').send(await page({ request, response, typed: { next: textOf(request.query.next) } }))
  })

  router.post('/sign-in', ownForm, async (request: Request, response: Response, next: NextFunction) => {
    const body = request.body as Record<string, unknown>
    const typed = {
      email: textOf(body.email)?.trim() ?? '',
      next: textOf(body.next),
      lostForm: textOf(body[LOST_FORM]),
    }
    const password = textOf(body.password) ?? ''
    const errors = {
      ...(typed.email ? {} : { email: 'Enter your email address.' }),
      ...(password ? {} : { password: 'Enter your password.' }),
    }
    if (Object.keys(errors).length > 0)
      return response
        .status(400)
        .type('html')
        .send(await page({ request, response, typed, errors }))
    const query = plainQuery(payload)
    const account = await accountAt({ query, email: typed.email })
    const remembered = device.read(request)
    const attempt = { email: typed.email, device: knownDevice({ payload, owner: account, remembered }) }
    const tried = await limits.take({ request, ...attempt })
    if (!tried.allowed) return tooMany({ request, response, secondsToWait: tried.secondsToWait })
    const opened = await signIn({
      query,
      account,
      password,
      now: clock.now(),
      device: request.get('user-agent') ?? '',
      replaces: response.locals.token as string | undefined,
    })
    await noteAttempt({ services, userId: opened?.userId })
    if (!account || !opened)
      return response
        .status(401)
        .type('html')
        .send(await page({ request, response, typed, refused: true }))
    await limits.forget(attempt)
    setSessionCookie({ response, publicUrl, token: opened.token, secondsToLive: LONGEST_SESSION_MILLISECONDS / 1000 })
    device.keep({ response, remembered: rememberDevice({ payload, owner: account, remembered }) })
    const person = await personOfSession({ query, token: opened.token, now: clock.now() })
    Object.assign(response.locals, { person, token: opened.token })
    if (person && goOnWithLostForm({ services, request, next, sealed: typed.lostForm, userId: person.userId })) return
    response.redirect(303, safeRedirect({ next: typed.next, fallback: person ? homeOf(person) : '/' }))
  })

  router.post('/sign-out', ownForm, async (_request: Request, response: Response) => {
    const token = response.locals.token as string | undefined
    if (token) await endSession({ query: plainQuery(payload), token, now: clock.now() })
    clearSessionCookie({ response, publicUrl })
    response.redirect(303, signInNotices.addressWith({ path: '/sign-in', notice: 'signed-out' }))
  })

  router.post('/sign-out/everywhere', ownForm, async (_request: Request, response: Response) => {
    const person = personOf(response)
    if (person)
      await endEverySignIn({ work: await startWork({ payload, actor: person, from: 'portal' }), userId: person.userId })
    clearSessionCookie({ response, publicUrl })
    response.redirect(303, signInNotices.addressWith({ path: '/sign-in', notice: 'signed-out-everywhere' }))
  })

  // The panel's own "Log out" calls this address of Payload's.
  router.post('/api/users/logout', refuseForeignRequests({ publicUrl, bodies: 'api' }), async (_request, response) => {
    const token = response.locals.token as string | undefined
    if (token) await endSession({ query: plainQuery(payload), token, now: clock.now() })
    clearSessionCookie({ response, publicUrl })
    response.json({ message: 'You are signed out.' })
  })

  return router
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
