import { Router, type Request, type Response } from 'express'
import type { PersonActor } from '../../core/access/actor.ts'
import { startWork } from '../../core/access/work.ts'
import { londonDate, speakDate, speakMoment } from '../../core/clock/londonDates.ts'
import { isUuid } from '../../core/database/locks.ts'
import { plainQuery } from '../../core/database/transaction.ts'
import { notFoundError } from '../../core/errors/problems.ts'
import { deviceCookie } from '../../core/http/deviceCookie.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries } from '../../core/http/rateLimits.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { rolesToCome } from '../../programme/people/queries.ts'
import { ownVolunteerIdOf, ROLES } from '../../programme/people/roles.ts'
import { changePassword } from '../../programme/people/signIn/choosePassword.ts'
import { deviceWords } from '../../programme/people/signIn/deviceWords.ts'
import { endSignIn } from '../../programme/people/signIn/endSignIns.ts'
import { rememberDevice } from '../../programme/people/signIn/knownDevices.ts'
import { openSessionsOf, type OpenSession } from '../../programme/people/signIn/sessions.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Card } from '../design/Card.tsx'
import { Details } from '../design/Details.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { renderPage } from '../design/renderPage.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { Tag } from '../design/Tag.tsx'
import { TextField } from '../design/TextField.tsx'
import { frameFor } from '../visit/frame.ts'
import type { WebServices } from '../services.ts'
import { ownPasswordLimit } from '../signIn/limits.ts'
import { typedIn } from '../visit/typed.ts'
import { personOf } from '../visit/visitor.ts'
import { NewPassword, newPasswordProblems } from './NewPassword.tsx'
import { accountNotices } from './notices.ts'
import { ownForm } from './ownForm.ts'

/** One's own account: who I am here, where I am signed in, ending that, another password [SAF-12]. */
export const ownAccountRoutes = (services: WebServices): Router => {
  const { payload, clock, rateLimits, environment } = services
  const router = Router()
  const guesses = ownPasswordLimit(rateLimits)
  const device = deviceCookie(environment)

  router.get('/', async (request, response) => {
    const { person, token, query } = opened({ services, response })
    const sessions = await openSessionsOf({ query, person, token, now: clock.now() })
    const { email } = await accountOf({ query, person })
    const later =
      person.roles.length > 0
        ? undefined
        : await rolesToCome({ query, userId: person.userId, on: londonDate(clock.now()) })
    response
      .type('html')
      .send(
        renderPage(
          <AccountPage
            frame={await frameFor({ services, request, response })}
            person={person}
            email={email}
            sessions={sessions}
            later={later}
            notice={accountNotices.read(request)}
          />,
        ),
      )
  })

  router.post('/sign-ins/:id/end', ownForm(services), async (request: Request, response: Response) => {
    const { person } = opened({ services, response })
    const { id } = request.params
    if (!isUuid(id)) throw notFoundError()
    await endSignIn({ work: await startWork({ payload, actor: person, from: 'portal' }), userId: person.userId, id })
    response.redirect(303, accountNotices.addressWith({ path: '/account', notice: 'sign-in-ended' }))
  })

  router.get('/password', async (request, response) => {
    response.type('html').send(renderPage(<ChangePage frame={await frameFor({ services, request, response })} />))
  })

  router.post('/password', ownForm(services), async (request: Request, response: Response) => {
    const { person, token, query } = opened({ services, response })
    const typed = typedIn(request.body)
    const again = async (errors: FieldErrors): Promise<void> => {
      response
        .status(400)
        .type('html')
        .send(renderPage(<ChangePage frame={await frameFor({ services, request, response })} errors={errors} />))
    }
    const problems = {
      ...(typed.current ? {} : { current: 'Enter the password that you have now.' }),
      ...(await newPasswordProblems({
        typed,
        person: await accountOf({ query, person }),
        settings: await readSettings({ query }),
      })),
    }
    if (Object.keys(problems).length > 0) return again(problems)
    const tried = await guesses.take({ key: token })
    if (!tried.allowed) throw tooManyTries(tried)
    const work = await startWork({ payload, actor: person, from: 'portal' })
    const chosen = await changePassword({
      work,
      userId: person.userId,
      token,
      current: typed.current ?? '',
      next: typed.password ?? '',
    })
    if (!chosen) return again({ current: 'That is not the password that you have now.' })
    await guesses.forget({ key: token })
    device.keep({ response, remembered: rememberDevice({ payload, owner: chosen, remembered: device.read(request) }) })
    response.redirect(303, accountNotices.addressWith({ path: '/account', notice: 'password-changed' }))
  })

  return router
}

const opened = ({ services, response }: { services: WebServices; response: Response }) => {
  const person = personOf(response)
  if (!person) throw notFoundError()
  return { person, token: String(response.locals.token), query: plainQuery(services.payload) }
}

const accountOf = async ({
  query,
  person,
}: {
  query: ReturnType<typeof plainQuery>
  person: PersonActor
}): Promise<{ name: string; email: string }> => {
  const [account] = await query<{ name: string; email: string }>('select name, email from users where id = $1', [
    person.userId,
  ])
  if (!account) throw notFoundError()
  return account
}

type AccountProps = {
  frame: PageFrame
  person: PersonActor
  email: string
  sessions: OpenSession[]
  /** Of who has no role today: those that begin later, and whether there was one before. */
  later: Awaited<ReturnType<typeof rolesToCome>> | undefined
  notice: string | undefined
}

const AccountPage = ({ frame, person, email, sessions, later, notice }: AccountProps) => {
  const [newest, older] = [sessions.slice(0, SHOWN_AT_ONCE), sessions.slice(SHOWN_AT_ONCE)]
  return (
    <Page frame={frame} title="Your account" back={{ href: frame.homeHref }}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>Your account</Heading>
      {later === undefined ? null : <WithoutRole {...later} />}
      <SummaryList
        rows={[
          { term: 'Name', value: person.name },
          {
            term: 'Email address',
            value: email,
            change: { href: '/account/address', hiddenText: 'your email address' },
          },
          {
            term: 'Password',
            value: 'Known only to you',
            change: { href: '/account/password', hiddenText: 'your password' },
          },
        ]}
      />
      <p>Has your name changed? Tell the co-ordinator.</p>
      {ownVolunteerIdOf(person) === undefined ? null : (
        <p>
          <a href="/portal/record">See what clears you as a volunteer</a>
        </p>
      )}
      <Heading level={2}>Where you are signed in</Heading>
      {newest.map((session) => (
        <SignInCard key={session.id} session={session} />
      ))}
      {older.length === 0 ? null : (
        <Details summary={`${older.length} more ${older.length === 1 ? 'sign-in' : 'sign-ins'}, older than these`}>
          {older.map((session) => (
            <SignInCard key={session.id} session={session} />
          ))}
        </Details>
      )}
      <Heading level={2}>Lost your phone?</Heading>
      <p>End every sign-in at once, on this device too. Then choose a new password.</p>
      <Form action="/sign-out/everywhere" idempotencyKey={newIdempotencyKey()}>
        <Button variant="warning">Sign out everywhere</Button>
      </Form>
    </Page>
  )
}

/** Of how many sign-ins one reads at once; the others stand below them. */
const SHOWN_AT_ONCE = 3

/** What is said to who has no role today: a welcome to who waits for the first, the day where it is known. */
const WithoutRole = ({ toCome, hadOne }: Awaited<ReturnType<typeof rolesToCome>>) =>
  toCome.length > 0 ? (
    <Notice title={hadOne ? 'You come back soon.' : 'Welcome. Your account is ready.'}>
      {toCome.map(({ role, startsOn }) => (
        <p key={role}>
          {ROLES[role]}: from {speakDate(startsOn)}. Your pages open here that day.
        </p>
      ))}
    </Notice>
  ) : hadOne ? (
    <Notice tone="warning" title="Your account has no part in the programme at the moment.">
      <p>Is that wrong? Ask the co-ordinator.</p>
    </Notice>
  ) : (
    <Notice title="Welcome. Your account is ready.">
      <p>
        Your pages open here once the co-ordinator has said what your part is. You need not do anything. Does it take
        long? Ask the co-ordinator.
      </p>
    </Notice>
  )

const SignInCard = ({ session: { id, device, startedAt, lastSeenAt, isThisOne } }: { session: OpenSession }) => (
  <Card title={deviceWords(device)} level={3} aside={isThisOne ? <Tag text="This device" tone="good" /> : undefined}>
    <p>
      Since {speakMoment(startedAt)}. Last used {speakMoment(lastSeenAt)}.
    </p>
    {isThisOne ? null : (
      <Form action={`/account/sign-ins/${id}/end`} idempotencyKey={newIdempotencyKey()}>
        <Button variant="secondary" hiddenText={`on ${deviceWords(device)} since ${speakMoment(startedAt)}`}>
          End this sign-in
        </Button>
      </Form>
    )}
  </Card>
)

const ChangePage = ({ frame, errors = {} }: { frame: PageFrame; errors?: FieldErrors }) => (
  <Page
    frame={frame}
    title="Change your password"
    errors={errors}
    back={{ href: '/account', text: 'Your account' }}
    scripts={[frame.links.showPassword]}
  >
    <Heading>Change your password</Heading>
    <p>
      Wherever else you are signed in, you will be signed out. Links that we sent you to choose a password stop working.
    </p>
    <Form action="/account/password" idempotencyKey={newIdempotencyKey()}>
      <TextField
        name="current"
        label="The password you have now"
        type="password"
        autoComplete="current-password"
        error={errors.current}
      />
      <NewPassword errors={errors} />
      <Button>Change my password</Button>
    </Form>
    <ButtonRow>
      <ButtonLink href="/forgotten-password" variant="secondary">
        I have forgotten it
      </ButtonLink>
    </ButtonRow>
  </Page>
)
