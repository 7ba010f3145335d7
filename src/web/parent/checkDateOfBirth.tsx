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
import { rememberLanguageOfCheck } from './chooseLanguage.ts'
import { answersAmong } from './answerFields.ts'
import { showAnswersAgain } from './answers.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { LanguageSwitch } from '../link/LanguageSwitch.tsx'
import { keepPass } from './linkCookies.ts'
import type { OpenedLink, ParentHandler } from './openedLink.ts'
import { newPass } from './pass.ts'

/**
 * Asks for the child's date of birth. What was filled in before the time was over comes along, unseen, and is not lost.
 */
export const showCheck: ParentHandler = async ({ request, response, link }) => {
  const carried = answersAmong(typedIn(request.body))
  const late = request.method === 'POST'
  const sentences = late ? [link.words.say('check.late')] : []
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
    if (!isCalendarDate(date)) return again({ status: 400, error: link.words.say('check.no-date') })
    const tried = await perClient.take({ key: clientAddress(request) })
    if (!tried.allowed) throw tooManyTries(tried)
    const work = await startWork({ payload: services.payload, actor: link.actor, from: 'link' })
    const answer = await checkDateOfBirth({ work, requestId: link.visit.requestId, given: date })
    if (answer.outcome === 'waiting') {
      response.setHeader('Retry-After', String(answer.minutes * 60))
      return again({
        status: 429,
        error: link.words.say('check.waits', { time: link.words.minutes(answer.minutes) }),
      })
    }
    if (answer.outcome === 'wrong')
      return again({
        status: 403,
        error: link.words.say('check.wrong'),
      })
    await rememberLanguageOfCheck({ services, link })
    keepPass({
      response,
      publicUrl: services.environment.publicUrl,
      value: newPass({ payload: services.payload, visit: link.visit, now: link.now, check: 'birthday' }),
    })
    if (Object.keys(carried).length > 0)
      return showAnswersAgain({ services, request, response, link: { ...link, checkedBy: 'birthday' } })
    response.redirect(303, '/consent')
  }

type CheckProps = OpenedLink & {
  carried: Typed
  typed?: TypedDate
  error?: string
  sentences?: string[]
}

const CheckPage = ({
  frame,
  settings,
  visit,
  words: { say },
  languages,
  carried,
  typed,
  error,
  sentences,
}: CheckProps): ReactElement => {
  const question = say(visit.themselves ? 'check.own' : 'check.child')
  return (
    <Page
      frame={frame}
      title={question}
      errors={error === undefined ? {} : { birthday: error }}
      generalErrors={sentences}
    >
      <LanguageSwitch languages={languages} />
      <Form action="/consent/check" idempotencyKey={newIdempotencyKey()} hidden={carried}>
        <MemorableDateField
          name="birthday"
          label={question}
          question
          hint={say('check.hint')}
          value={typed}
          error={error}
        />
        <Button>{say('check.go')}</Button>
      </Form>
      <p>
        <a href="/consent/code">{say('check.code')}</a>
      </p>
      <HowToReachUs settings={settings} />
    </Page>
  )
}
