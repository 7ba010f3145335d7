import { Router, type Request, type Response } from 'express'
import { asSystem } from '../../core/access/localApi.ts'
import type { PersonActor } from '../../core/access/actor.ts'
import { startWork, type Work } from '../../core/access/work.ts'
import { inTransaction, plainQuery } from '../../core/database/transaction.ts'
import { notFoundError, refusalWithin } from '../../core/errors/problems.ts'
import { refusalSentence } from '../../core/errors/refusal.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries } from '../../core/http/rateLimits.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { accountChangeWorkflow } from '../../programme/people/accountChanges/workflow.ts'
import { emailProblem } from '../../core/fields/emailAddress.ts'
import { normalAddress } from '../../programme/people/signIn/addresses.ts'
import { proveAgain } from '../../programme/people/signIn/proving.ts'
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
import { ownPasswordLimit } from '../signIn/limits.ts'
import { typedIn, type Typed } from '../visit/typed.ts'
import { personOf } from '../visit/visitor.ts'
import { accountNotices } from './notices.ts'
import { ownForm } from './ownForm.ts'

/**
 * Another address of one's own: the password again, then a link to the new mailbox. The present one is told at once and
 * can stop it. Whether somebody else has the address is not said here.
 */
export const ownAddressRoutes = (services: WebServices): Router => {
  const { payload, clock, rateLimits } = services
  const router = Router()
  const guesses = ownPasswordLimit(rateLimits)
  const asked = rateLimits.limiter({ name: 'own-address', points: ASKED_AN_HOUR, seconds: 60 * 60 })

  router.get('/', async (request, response) => {
    response.type('html').send(renderPage(<AddressPage frame={await frameFor({ services, request, response })} />))
  })

  router.post('/', ownForm(services), async (request: Request, response: Response) => {
    const person = personOf(response)
    if (!person) throw notFoundError()
    const token = String(response.locals.token)
    const typed = typedIn(request.body)
    const again = async (errors: FieldErrors, status = 400): Promise<void> => {
      response
        .status(status)
        .type('html')
        .send(
          renderPage(
            <AddressPage frame={await frameFor({ services, request, response })} typed={typed} errors={errors} />,
          ),
        )
    }
    const newAddress = normalAddress(typed.newAddress ?? '')
    const wrong = emailProblem(newAddress)
    const problems = {
      ...(wrong === undefined ? {} : { newAddress: wrong }),
      ...(typed.password ? {} : { password: 'Enter your password.' }),
    }
    if (Object.keys(problems).length > 0) return again(problems)
    for (const tried of [await guesses.take({ key: token }), await asked.take({ key: person.userId })])
      if (!tried.allowed) throw tooManyTries(tried)
    const proven = await proveAgain({
      query: plainQuery(payload),
      actor: person,
      token,
      password: typed.password ?? '',
      now: clock.now(),
    })
    if (!proven) return again({ password: 'That is not your password.' })
    await guesses.forget({ key: token })
    const work = await startWork({ payload, actor: proven, from: 'portal' })
    try {
      await inTransaction({ req: work.req, work: () => proposeOwn({ work, person: proven, newAddress }) })
    } catch (problem) {
      const refusal = refusalWithin(problem)
      if (!refusal) throw problem
      return again({ newAddress: refusalSentence(refusal) }, 409)
    }
    response.redirect(303, accountNotices.addressWith({ path: '/account', notice: 'address-asked' }))
  })

  return router
}

/** A newer wish takes the place of an older one, which may have been typed wrongly. */
const proposeOwn = async ({
  work,
  person: { userId },
  newAddress,
}: {
  work: Work
  person: PersonActor
  newAddress: string
}): Promise<void> => {
  const waiting = await work.query<{ id: string }>(
    "select id from account_changes where user_id = $1 and proposed_by_id = $1 and kind = 'address' and status = 'proposed'",
    [userId],
  )
  // As somebody who reads it: the record itself is read by the office alone.
  for (const { id } of waiting)
    await performAction({
      work: { ...work, actor: { kind: 'system', reason: 'a newer wish of the same person' } },
      workflow: accountChangeWorkflow,
      id,
      action: 'supersede',
      input: {},
    })
  await asSystem(work, { reason: 'somebody changes their own address' }).create({
    collection: 'account-changes',
    data: { user: userId, kind: 'address', newAddress, why: 'Their own wish.' },
  })
}

const ASKED_AN_HOUR = 5

const AddressPage = ({ frame, typed = {}, errors = {} }: { frame: PageFrame; typed?: Typed; errors?: FieldErrors }) => (
  <Page
    frame={frame}
    title="Change your email address"
    errors={errors}
    back={{ href: '/account', text: 'Your account' }}
  >
    <Heading>Change your email address</Heading>
    <p>
      We send a link to the new address. Once you use it, you sign in with that address, and you are signed out wherever
      you are signed in. We tell your present address at once.
    </p>
    <Form action="/account/address" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="newAddress"
        label="New email address"
        type="email"
        autoComplete="email"
        spellCheck={false}
        value={typed.newAddress}
        error={errors.newAddress}
      />
      <TextField
        name="password"
        label="Your password"
        type="password"
        autoComplete="current-password"
        error={errors.password}
      />
      <Button>Send me a link</Button>
    </Form>
  </Page>
)
