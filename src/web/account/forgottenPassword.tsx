import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { startWork } from '../../core/access/work.ts'
import { inTransaction } from '../../core/database/transaction.ts'
import { emailAsked } from '../../core/fields/emailAddress.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { normalAddress } from '../../programme/people/signIn/addresses.ts'
import { askForPasswordLink } from '../../programme/people/signIn/passwordLinks.ts'
import { Button } from '../design/Button.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { TextField } from '../design/TextField.tsx'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'
import { ownForm } from './ownForm.ts'

/** Asking for a new password. The answer is the same, and takes as long, whether or not there is such an account. */
export const forgottenPasswordRoutes = (services: WebServices): Router => {
  const { payload, rateLimits } = services
  const router = Router()
  const perClient = rateLimits.limit({ name: 'forgotten-client', points: 20, seconds: 60 * 60, key: clientAddress })
  const perAddress = rateLimits.limiter({ name: 'forgotten-address', points: LINKS_AN_HOUR, seconds: 60 * 60 })

  router.get('/', async (request, response) => {
    response.type('html').send(renderPage(<ForgottenPage frame={await frameFor({ services, request, response })} />))
  })

  router.post('/', ownForm(services), perClient, async (request: Request, response: Response) => {
    const typed = typedIn(request.body)
    const parsed = schema.safeParse(typed)
    if (!parsed.success) {
      const frame = await frameFor({ services, request, response })
      return response
        .status(400)
        .type('html')
        .send(renderPage(<ForgottenPage frame={frame} typed={typed} errors={problemsByField(parsed.error)} />))
    }
    const email = normalAddress(parsed.data.email)
    const counted = await perAddress.take({ key: email })
    if (counted.allowed) {
      const work = await startWork({
        payload,
        actor: { kind: 'system', reason: 'somebody asked for a new password' },
        from: 'portal',
      })
      await inTransaction({ req: work.req, work: () => askForPasswordLink({ work, email }) })
    }
    response.redirect(303, '/forgotten-password/sent')
  })

  router.get('/sent', async (request, response) => {
    response.type('html').send(renderPage(<SentPage frame={await frameFor({ services, request, response })} />))
  })

  return router
}

/** More than this for one address are not sent; the page says so, and says it to everybody. */
const LINKS_AN_HOUR = 5

const schema = z.object({
  email: emailAsked('Enter your email address.'),
})

const ForgottenPage = ({
  frame,
  typed = {},
  errors = {},
}: {
  frame: PageFrame
  typed?: Typed
  errors?: FieldErrors
}) => (
  <Page frame={frame} title="Forgotten your password?" errors={errors} back={{ href: '/sign-in' }}>
    <Heading>Forgotten your password?</Heading>
    <p>Tell us your email address. We send you a link to choose a new password.</p>
    <Form action="/forgotten-password" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={typed.email}
        error={errors.email}
      />
      <Button>Send me a link</Button>
    </Form>
  </Page>
)

const SentPage = ({ frame }: { frame: PageFrame }) => (
  <Page frame={frame} title="Look in your email" back={{ href: '/sign-in' }}>
    <Heading>Look in your email</Heading>
    <p>If there is an account with that address, a link is on its way. It works once, for an hour.</p>
    <Heading level={2}>Nothing there after a few minutes?</Heading>
    <ul>
      <li>Look among the unwanted messages.</li>
      <li>
        Check the address, and <a href="/forgotten-password">ask again</a>. We send at most {LINKS_AN_HOUR} links an
        hour.
      </li>
      <li>Ask the co-ordinator which address we have.</li>
    </ul>
  </Page>
)
