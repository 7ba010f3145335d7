import { Router, type Request, type Response } from 'express'
import { startWork } from '../../core/access/work.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { deviceCookie } from '../../core/http/deviceCookie.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { isLinkToken, linkCookie } from '../../core/http/linkCookie.ts'
import { clearSessionCookie, setSessionCookie } from '../../core/http/sessionCookie.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { choosePassword } from '../../programme/people/signIn/choosePassword.ts'
import { LONGEST_SESSION_MILLISECONDS } from '../../programme/people/signIn/sessionLimits.ts'
import { personOfSession } from '../../programme/people/signIn/sessions.ts'
import { accountAt, signIn } from '../../programme/people/signIn/signIn.ts'
import { rememberDevice } from '../../programme/people/signIn/knownDevices.ts'
import { usableLink, type UsableLink } from '../../programme/people/signIn/passwordLinks.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { portalNotices } from '../portal/notices.ts'
import { noteAttempt } from '../signIn/noteAttempt.ts'
import { homeOf } from '../visit/home.ts'
import { signInNotices } from '../signIn/notices.ts'
import { typedIn } from '../visit/typed.ts'
import { NewPassword, newPasswordProblems } from './NewPassword.tsx'
import { ownForm } from './ownForm.ts'

/**
 * Choosing a password by an emailed link, which signs its holder in. Opening the link changes nothing and uses nothing up: mail scanners open
 * links too. Its secret goes into a cookie, and the page itself stands at an address that tells nothing.
 */
export const choosePasswordRoutes = (services: WebServices): Router => {
  const { payload, clock, environment, rateLimits } = services
  const { publicUrl } = environment
  const router = Router()
  const cookie = linkCookie({ name: 'choose-password', publicUrl })
  const device = deviceCookie({ publicUrl })
  const perClient = rateLimits.limit({
    name: 'choose-password-client',
    points: 60,
    seconds: 15 * 60,
    key: clientAddress,
  })
  const opened = async (request: Request): Promise<{ token: string; link: UsableLink } | undefined> => {
    const token = cookie.read(request)
    const link =
      token === undefined ? undefined : await usableLink({ query: plainQuery(payload), token, now: clock.now() })
    return token !== undefined && link ? { token, link } : undefined
  }
  const useless = async ({ request, response }: { request: Request; response: Response }): Promise<void> => {
    cookie.forget({ response })
    response
      .status(410)
      .type('html')
      .send(renderPage(<UselessPage frame={await frameFor({ services, request, response })} />))
  }

  router.get('/', perClient, async (request, response) => {
    const found = await opened(request)
    if (!found) return useless({ request, response })
    response
      .type('html')
      .send(renderPage(<ChoosePage frame={await frameFor({ services, request, response })} link={found.link} />))
  })

  router.get('/:token', (request, response) => {
    const { token } = request.params
    if (isLinkToken(token)) cookie.keep({ response, token })
    response.redirect(303, '/choose-password')
  })

  router.post('/', ownForm(services), perClient, async (request: Request, response: Response) => {
    const found = await opened(request)
    if (!found) return useless({ request, response })
    const typed = typedIn(request.body)
    const errors = await newPasswordProblems({
      typed,
      person: found.link,
      settings: await readSettings({ query: plainQuery(payload) }),
    })
    if (Object.keys(errors).length > 0) {
      const frame = await frameFor({ services, request, response })
      return void response
        .status(400)
        .type('html')
        .send(renderPage(<ChoosePage frame={frame} link={found.link} errors={errors} />))
    }
    const work = await startWork({
      payload,
      actor: { kind: 'link', holder: found.link.purpose, recordId: found.link.id },
      from: 'link',
    })
    const chosen = await choosePassword({ work, token: found.token, password: typed.password ?? '' })
    if (!chosen) return useless({ request, response })
    cookie.forget({ response })
    // Whoever opened their mail is let in at once here, however many strangers are guessing at the account elsewhere.
    device.keep({ response, remembered: rememberDevice({ payload, owner: chosen, remembered: device.read(request) }) })
    const query = plainQuery(payload)
    const account = await accountAt({ query, email: found.link.email })
    const session = await signIn({
      query,
      account,
      password: typed.password ?? '',
      now: clock.now(),
      device: request.get('user-agent') ?? '',
      replaces: response.locals.token as string | undefined,
    })
    await noteAttempt({ services, userId: session?.userId })
    const person = session && (await personOfSession({ query, token: session.token, now: clock.now() }))
    if (!person) {
      clearSessionCookie({ response, publicUrl })
      return response.redirect(303, signInNotices.addressWith({ path: '/sign-in', notice: 'password-chosen' }))
    }
    setSessionCookie({ response, publicUrl, token: session.token, secondsToLive: LONGEST_SESSION_MILLISECONDS / 1000 })
    const home = homeOf(person)
    response.redirect(
      303,
      home === '/portal' ? portalNotices.addressWith({ path: home, notice: 'password-chosen' }) : home,
    )
  })

  return router
}

const ChoosePage = ({
  frame,
  link: { name, email, purpose },
  errors = {},
}: {
  frame: PageFrame
  link: UsableLink
  errors?: FieldErrors
}) => (
  <Page frame={frame} title="Choose a password" errors={errors} scripts={[frame.links.showPassword]}>
    <Heading caption={purpose === 'invitation' ? `Welcome, ${name}` : name}>Choose a password</Heading>
    <p>
      You sign in with <strong>{email}</strong> and this password.
      {purpose === 'invitation' ? '' : ' Wherever you are signed in now, you will be signed out.'}
    </p>
    <Form action="/choose-password" idempotencyKey={newIdempotencyKey()}>
      {/* For password managers, which file a password under the name beside it. */}
      <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <NewPassword errors={errors} />
      <Button>Keep this password</Button>
    </Form>
  </Page>
)

/** One page for every link that cannot be used, whatever the reason. */
const UselessPage = ({ frame }: { frame: PageFrame }) => (
  <Page frame={frame} title="This link does not work any more">
    <Heading>This link does not work any more</Heading>
    <p>
      A link works once and for a limited time, and only the latest one that we sent. If you have just chosen a
      password, sign in with it.
    </p>
    <ButtonRow>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
      <ButtonLink href="/forgotten-password" variant="secondary">
        Send me a new link
      </ButtonLink>
    </ButtonRow>
  </Page>
)
