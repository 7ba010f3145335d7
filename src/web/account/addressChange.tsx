import { Router, type Request, type Response } from 'express'
import { startWork } from '../../core/access/work.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { refusalWithin } from '../../core/errors/problems.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { isLinkToken, linkCookie } from '../../core/http/linkCookie.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { changeByToken, type AnswerableChange } from '../../programme/people/accountChanges/links.ts'
import { accountChangeWorkflow } from '../../programme/people/accountChanges/workflow.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { typedIn } from '../visit/typed.ts'
import { ownForm } from './ownForm.ts'

/**
 * Saying yes or no to another address to sign in with, by an emailed link. Opening the link changes nothing and uses
 * nothing up; its secret goes into a cookie, and the page itself stands at an address that tells nothing.
 */
export const addressChangeRoutes = (services: WebServices): Router => {
  const { payload, clock, environment, rateLimits } = services
  const router = Router()
  const cookie = linkCookie({ name: 'address-change', publicUrl: environment.publicUrl })
  const perClient = rateLimits.limit({
    name: 'address-change-client',
    points: 60,
    seconds: 15 * 60,
    key: clientAddress,
  })
  const opened = async (request: Request): Promise<AnswerableChange | undefined> => {
    const token = cookie.read(request)
    return token === undefined ? undefined : changeByToken({ query: plainQuery(payload), token, now: clock.now() })
  }
  const show = async ({
    request,
    response,
    status = 200,
    page,
  }: {
    request: Request
    response: Response
    status?: number
    page: (frame: PageFrame) => React.ReactElement
  }): Promise<void> => {
    response
      .status(status)
      .type('html')
      .send(renderPage(page(await frameFor({ services, request, response }))))
  }
  const useless = async ({ request, response }: { request: Request; response: Response }): Promise<void> => {
    cookie.forget({ response })
    await show({ request, response, status: 410, page: (frame) => <UselessPage frame={frame} /> })
  }

  router.get('/done', async (request, response) => {
    await show({
      request,
      response,
      page: (frame) => <DonePage frame={frame} answer={request.query.answer === 'yes' ? 'yes' : 'no'} />,
    })
  })

  router.get('/', perClient, async (request, response) => {
    const change = await opened(request)
    if (!change) return useless({ request, response })
    await show({ request, response, page: (frame) => <AnswerPage frame={frame} change={change} /> })
  })

  router.get('/:token', (request, response) => {
    const { token } = request.params
    if (isLinkToken(token)) cookie.keep({ response, token })
    response.redirect(303, '/address-change')
  })

  router.post('/', ownForm(services), perClient, async (request: Request, response: Response) => {
    const change = await opened(request)
    if (!change) return useless({ request, response })
    const { answer } = typedIn(request.body)
    if (answer !== 'yes' && answer !== 'no')
      return show({
        request,
        response,
        status: 400,
        page: (frame) => <AnswerPage frame={frame} change={change} problem="Say yes or no." />,
      })
    const work = await startWork({
      payload,
      actor: { kind: 'link', holder: change.holder, recordId: change.id },
      from: 'link',
    })
    try {
      await performAction({
        work,
        workflow: accountChangeWorkflow,
        id: change.id,
        action: answer === 'yes' ? 'confirmByLink' : 'declineByLink',
        input: {},
      })
    } catch (problem) {
      const refusal = refusalWithin(problem)
      if (!refusal) throw problem
      return show({
        request,
        response,
        status: 409,
        page: (frame) => <AnswerPage frame={frame} change={change} problem={refusalSentence(refusal)} />,
      })
    }
    cookie.forget({ response })
    response.redirect(303, `/address-change/done?answer=${answer}`)
  })

  return router
}

/** To one's own change the present mailbox can only say no: the new one says yes. */
const AnswerPage = ({
  frame,
  change: { holder, isOwn, newAddress, presentAddress },
  problem,
}: {
  frame: PageFrame
  change: AnswerableChange
  problem?: string
}) => {
  const maySayYes = !isOwn || holder === 'new-address'
  return (
    <Page frame={frame} title="Another address to sign in with">
      {problem === undefined ? null : <Notice tone="warning" title={problem} announced />}
      <Heading>Another address to sign in with</Heading>
      <SummaryList
        rows={[
          ...(holder === 'present-address' ? [{ term: 'Address now', value: presentAddress }] : []),
          { term: 'New address', value: newAddress },
        ]}
      />
      <p>
        With the new address you sign in, and our messages go there. Wherever you are signed in, you will be signed out.
        Your password stays as it is.
      </p>
      {maySayYes ? (
        <Form action="/address-change" idempotencyKey={newIdempotencyKey()}>
          <input type="hidden" name="answer" value="yes" />
          <Button>Yes, change it</Button>
        </Form>
      ) : null}
      <Form action="/address-change" idempotencyKey={newIdempotencyKey()}>
        <input type="hidden" name="answer" value="no" />
        <Button variant={maySayYes ? 'secondary' : 'warning'}>No, leave it as it is</Button>
      </Form>
    </Page>
  )
}

const DonePage = ({ frame, answer }: { frame: PageFrame; answer: 'yes' | 'no' }) => (
  <Page frame={frame} title={answer === 'yes' ? 'Your address has changed' : 'Nothing was changed'}>
    <Heading>{answer === 'yes' ? 'Your address has changed' : 'Nothing was changed'}</Heading>
    {answer === 'yes' ? (
      <p>
        Sign in with the new address and your password. Everywhere else you are signed out, and links that we sent
        before no longer work.
      </p>
    ) : (
      <p>
        The address stays as it was. We have told the administrators. If you did not ask for this yourself, choose a new
        password too.
      </p>
    )}
    {answer === 'yes' ? (
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    ) : (
      <ButtonLink href="/forgotten-password">Choose a new password</ButtonLink>
    )}
  </Page>
)

/** One page for every link that cannot be used, whatever the reason. */
const UselessPage = ({ frame }: { frame: PageFrame }) => (
  <Page frame={frame} title="This link does not work any more">
    <Heading>This link does not work any more</Heading>
    <p>
      It was answered, or taken back, or its time is over. If something is wrong with your account, ring somebody at the
      charity whom you know.
    </p>
    <ButtonLink href="/sign-in">Sign in</ButtonLink>
  </Page>
)
