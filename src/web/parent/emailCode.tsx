import type { ReactElement } from 'react'
import { startWork } from '../../core/access/work.ts'
import { EMAIL_ADDRESS } from '../../core/fields/commonTexts.ts'
import { emailAsked } from '../../core/fields/emailAddress.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { askForCode, checkCode } from '../../programme/consent/asking/emailCodes.ts'
import { Button } from '../design/Button.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { TextField } from '../design/TextField.tsx'
import { typedIn } from '../visit/typed.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { keepPass } from './linkCookies.ts'
import type { ParentHandler } from './openedLink.ts'
import { newPass } from './pass.ts'
import type { LinkSurroundings } from '../link/surroundings.ts'

/**
 * Asks to which address a code should go. The parent types it: a mail program that presses every button sends nobody a
 * code.
 */
export const showCodeAsking: ParentHandler = async ({ response, link }) => {
  response.type('html').send(renderPage(<AskPage {...link} />))
}

/**
 * Takes down that a code is wanted, and says the same to everybody: whether the address is the one that we have, the
 * worker looks at later. Counted for each link, whose holder is told the same all the while, and for each client.
 */
export const takeCodeAsking =
  ({ perClient, perLink }: { perClient: Limiter; perLink: Limiter }): ParentHandler =>
  async ({ request, response, link }) => {
    const typed = typedIn(request.body)
    const email = emailAsked().safeParse(typed.email)
    if (!email.success) {
      response
        .status(400)
        .type('html')
        .send(
          renderPage(
            <AskPage {...link} typed={typed.email} error="Type an email address, such as name@example.org." />,
          ),
        )
      return
    }
    const tried = await perClient.take({ key: clientAddress(request) })
    if (!tried.allowed) throw tooManyTries(tried)
    const { allowed } = await perLink.take({ key: link.visit.requestId })
    if (allowed) await askForCode({ query: link.query, requestId: link.visit.requestId, address: email.data })
    response.redirect(303, '/consent/code/type')
  }

/** Asks for the code. */
export const showCodeTyping: ParentHandler = async ({ response, link }) => {
  response.type('html').send(renderPage(<TypePage {...link} />))
}

/** Takes the code. What is no six digits counts as no try; a wrong one does, for the code and for the client. */
export const takeCode =
  ({ perClient }: { perClient: Limiter }): ParentHandler =>
  async ({ services, request, response, link }) => {
    const typed = typedIn(request.body).code ?? ''
    const given = typed.replaceAll(/\s/g, '')
    const again = ({ status, error }: { status: number; error: string }): void => {
      response
        .status(status)
        .type('html')
        .send(renderPage(<TypePage {...link} typed={typed} error={error} />))
    }
    if (!/^\d{6}$/.test(given)) return again({ status: 400, error: 'Type the six numbers of the code.' })
    const tried = await perClient.take({ key: clientAddress(request) })
    if (!tried.allowed) throw tooManyTries(tried)
    const work = await startWork({ payload: services.payload, actor: link.actor, from: 'link' })
    if ((await checkCode({ work, requestId: link.visit.requestId, given })) === 'wrong')
      return again({
        status: 403,
        error:
          'That code does not work. Each code works once, for 10 minutes, and for five tries. You can ask for a new one.',
      })
    keepPass({
      response,
      publicUrl: services.environment.publicUrl,
      value: newPass({ payload: services.payload, visit: link.visit, now: link.now, check: 'email-code' }),
    })
    response.redirect(303, '/consent')
  }

const AskPage = ({
  frame,
  settings,
  typed,
  error,
}: LinkSurroundings & { typed?: string; error?: string }): ReactElement => (
  <Page
    frame={frame}
    title="A code by email"
    errors={error === undefined ? {} : { email: error }}
    back={{ href: '/consent' }}
  >
    <Heading>A code by email</Heading>
    <p>
      Have you sent us this form before? Then a code can stand in for the date of birth. We send it to the email address
      that we have for you.
    </p>
    <Form action="/consent/code" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="email"
        label="Your email address"
        hint="The one to which we sent the link."
        type="email"
        autoComplete="email"
        value={typed}
        error={error}
        spellCheck={false}
        maxLength={EMAIL_ADDRESS.longest}
      />
      <Button>Send me a code</Button>
    </Form>
    <p>
      <a href="/consent/code/type">I have a code</a>
    </p>
    <HowToReachUs settings={settings} />
  </Page>
)

const TypePage = ({
  frame,
  settings,
  typed,
  error,
}: LinkSurroundings & { typed?: string; error?: string }): ReactElement => (
  <Page
    frame={frame}
    title="Type the code"
    errors={error === undefined ? {} : { code: error }}
    back={{ href: '/consent/code' }}
  >
    <Heading>Type the code</Heading>
    <p>
      Look in your email. Is it the address that we have for you, and have you sent us this form before? Then a code is
      on its way. It may take a minute or two.
    </p>
    <Form action="/consent/code/type" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="code"
        label="The six numbers"
        hint="They work for 10 minutes."
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        value={typed}
        error={error}
        spellCheck={false}
        maxLength={12}
      />
      <Button>Open my form</Button>
    </Form>
    <p>
      Is there no email? Look in your junk mail too. <a href="/consent/code">Ask for a new code</a>, or ask us. We send
      three codes an hour at most.
    </p>
    <HowToReachUs settings={settings} />
  </Page>
)
