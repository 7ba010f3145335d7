import type { ReactElement } from 'react'
import { startWork } from '../../core/access/work.ts'
import { isCalendarDate } from '../../core/clock/londonDates.ts'
import { clientAddress } from '../../core/http/clientAddress.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { checkDateOfBirth } from '../../programme/consent/asking/dateOfBirthCheck.ts'
import { Button } from '../design/Button.tsx'
import { Form } from '../design/Form.tsx'
import { MemorableDateField } from '../design/MemorableDateField.tsx'
import { joinTypedDate, typedDateFrom, type TypedDate } from '../design/memorableDate.ts'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { typedIn, type Typed } from '../visit/typed.ts'
import { answersAmong } from './answerFields.ts'
import { showAnswersAgain } from './answers.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { keepPass } from './linkCookies.ts'
import type { ParentHandler } from './openedLink.ts'
import { newPass } from './pass.ts'
import type { LinkSurroundings } from '../link/surroundings.ts'

/**
 * Asks for the child's date of birth. What was filled in before the time was over comes along, unseen, and is not lost.
 */
export const showCheck: ParentHandler = async ({ request, response, link }) => {
  const carried = answersAmong(typedIn(request.body))
  const late = request.method === 'POST'
  const sentences = late
    ? ['That took a while, so please give the date of birth again. Nothing is lost, and nothing was sent.']
    : []
  response
    .status(late ? 403 : 200)
    .type('html')
    .send(renderPage(<CheckPage {...link} carried={carried} sentences={sentences} />))
}

/**
 * Takes the date. A date that is none counts as no try; a wrong one does, for the link and for the client, and both
 * counts stand in PostgreSQL: where they cannot be kept, nobody gets further.
 */
export const takeCheck =
  ({ perClient }: { perClient: Limiter }): ParentHandler =>
  async ({ services, request, response, link }) => {
    const typed = typedDateFrom({ body: request.body as Record<string, unknown>, name: 'birthday' })
    const carried = answersAmong(typedIn(request.body))
    const date = joinTypedDate(typed)
    const again = ({ status, error }: { status: number; error: string }): void => {
      response
        .status(status)
        .type('html')
        .send(renderPage(<CheckPage {...link} carried={carried} typed={typed} error={error} />))
    }
    if (!isCalendarDate(date))
      return again({ status: 400, error: 'Give the day, the month and the year, such as 27 3 2014.' })
    const tried = await perClient.take({ key: clientAddress(request) })
    if (!tried.allowed) throw tooManyTries(tried)
    const work = await startWork({ payload: services.payload, actor: link.actor, from: 'link' })
    const answer = await checkDateOfBirth({ work, requestId: link.visit.requestId, given: date })
    if (answer.outcome === 'waiting') {
      response.setHeader('Retry-After', String(answer.minutes * 60))
      return again({
        status: 429,
        error: `There were too many wrong dates. To be safe, this link now waits. Try again in ${answer.minutes} ${answer.minutes === 1 ? 'minute' : 'minutes'}, or ask us.`,
      })
    }
    if (answer.outcome === 'wrong')
      return again({
        status: 403,
        error:
          'That is not the date that we have. Is this link for another child of yours? After five wrong dates it waits for 30 minutes.',
      })
    keepPass({
      response,
      publicUrl: services.environment.publicUrl,
      value: newPass({ payload: services.payload, visit: link.visit, now: link.now, check: 'birthday' }),
    })
    if (Object.keys(carried).length > 0)
      return showAnswersAgain({ services, request, response, link: { ...link, checkedBy: 'birthday' } })
    response.redirect(303, '/consent')
  }

type CheckProps = LinkSurroundings & {
  visit: { themselves: boolean }
  carried: Typed
  typed?: TypedDate
  error?: string
  sentences?: string[]
}

const CheckPage = ({ frame, settings, visit, carried, typed, error, sentences }: CheckProps): ReactElement => (
  <Page
    frame={frame}
    title={questionFor(visit)}
    errors={error === undefined ? {} : { birthday: error }}
    generalErrors={sentences}
  >
    <Form action="/consent/check" idempotencyKey={newIdempotencyKey()} hidden={carried}>
      <MemorableDateField
        name="birthday"
        label={questionFor(visit)}
        question
        hint="We ask so that nobody else can see your form. For example, 27 3 2014."
        value={typed}
        error={error}
      />
      <Button>Continue</Button>
    </Form>
    <p>
      <a href="/consent/code">Does the date not work? Use a code by email</a>
    </p>
    <HowToReachUs settings={settings} />
  </Page>
)

const questionFor = ({ themselves }: { themselves: boolean }): string =>
  themselves ? 'What is your date of birth?' : 'What is your child’s date of birth?'
