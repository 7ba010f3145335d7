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
import { Said } from '../design/words.tsx'
import { typedIn } from '../visit/typed.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { keepPass } from './linkCookies.ts'
import type { OpenedLink, ParentHandler } from './openedLink.ts'
import { rememberLanguageOfCheck } from './chooseLanguage.ts'
import { newPass } from './pass.ts'

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
        .send(renderPage(<AskPage {...link} typed={typed.email} error={link.words.say('code.no-address')} />))
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
    if (!/^\d{6}$/.test(given)) return again({ status: 400, error: link.words.say('code.six') })
    const tried = await perClient.take({ key: clientAddress(request) })
    if (!tried.allowed) throw tooManyTries(tried)
    const work = await startWork({ payload: services.payload, actor: link.actor, from: 'link' })
    if ((await checkCode({ work, requestId: link.visit.requestId, given })) === 'wrong')
      return again({
        status: 403,
        error: link.words.say('code.wrong'),
      })
    await rememberLanguageOfCheck({ services, link })
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
  words: { say },
  typed,
  error,
}: OpenedLink & { typed?: string; error?: string }): ReactElement => (
  <Page
    frame={frame}
    title={say('code.title')}
    errors={error === undefined ? {} : { email: error }}
    back={{ href: '/consent' }}
  >
    <Heading>{say('code.title')}</Heading>
    <p>{say('code.why')}</p>
    <Form action="/consent/code" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="email"
        label={say('code.address')}
        hint={say('code.address-hint')}
        type="email"
        autoComplete="email"
        value={typed}
        error={error}
        spellCheck={false}
        maxLength={EMAIL_ADDRESS.longest}
      />
      <Button>{say('code.send')}</Button>
    </Form>
    <p>
      <a href="/consent/code/type">{say('code.have')}</a>
    </p>
    <HowToReachUs settings={settings} />
  </Page>
)

const TypePage = ({
  frame,
  settings,
  words: { say },
  typed,
  error,
}: OpenedLink & { typed?: string; error?: string }): ReactElement => (
  <Page
    frame={frame}
    title={say('code.type')}
    errors={error === undefined ? {} : { code: error }}
    back={{ href: '/consent/code' }}
  >
    <Heading>{say('code.type')}</Heading>
    <p>{say('code.look')}</p>
    <Form action="/consent/code/type" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="code"
        label={say('code.numbers')}
        hint={say('code.numbers-hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width="short"
        value={typed}
        error={error}
        spellCheck={false}
        maxLength={12}
      />
      <Button>{say('code.open')}</Button>
    </Form>
    <p>
      <Said name="code.none" parts={{ again: <a href="/consent/code">{say('code.again')}</a> }} />
    </p>
    <HowToReachUs settings={settings} />
  </Page>
)
