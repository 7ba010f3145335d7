import type { ReactElement } from 'react'
import { tooLong } from '../../core/fields/written.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { consentRequestWorkflow } from '../../programme/consent/asking/workflow.ts'
import { CONSENT } from '../../programme/consent/fields.ts'
import { renderPage } from '../design/renderPage.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'
import { answersByItem, answersSchema, signatureSchema, withYesWhereOpen } from './answerFields.ts'
import { AnswersPage } from './AnswersPage.tsx'
import { DeclinePage } from './DeclinePage.tsx'
import { errorsInWords } from './errorWords.ts'
import { noticeIn } from './notices.ts'
import { noteReading, type ParentHandler } from './openedLink.ts'
import { purposeOf } from './openForm.ts'
import { send } from './send.tsx'
import { SignPage } from './SignPage.tsx'
import { answeredPage } from './answered.tsx'

type Handled = Parameters<ParentHandler>[0]

/** The link's own page: the form until it is answered, from then on the answers. */
export const showConsent: ParentHandler = async ({ services, request, response, link }) => {
  if (link.visit.status === 'open')
    await show({ services, response, link, page: <AnswersPage link={link} idempotencyKey={newIdempotencyKey()} /> })
  else
    response
      .type('html')
      .send(renderPage(await answeredPage({ services, link, notice: noticeIn({ request, words: link.words }) })))
}

/**
 * The form once more, for those who answered before: with nothing chosen, because a yes is given anew [CON-2, CON-5].
 */
export const showAnswers: ParentHandler = async ({ services, request, response, link }) => {
  if (link.visit.status === 'open') return response.redirect(303, '/consent')
  await show({
    services,
    response,
    link,
    page: (
      <AnswersPage link={link} notice={noticeIn({ request, words: link.words })} idempotencyKey={newIdempotencyKey()} />
    ),
  })
}

/** The form with what was filled in before. */
export const showAnswersAgain: ParentHandler = async ({ services, request, response, link }) => {
  await show({
    services,
    response,
    link,
    page: <AnswersPage link={link} typed={typedIn(request.body)} idempotencyKey={newIdempotencyKey()} />,
  })
}

/**
 * Takes the form, by the button that was pressed. Nothing is stored before the last one. A form that shows other words
 * than those in force is not taken: it is shown again, in the new words [CON-3].
 */
export const takeAnswers =
  ({ perLink }: { perLink: Limiter }): ParentHandler =>
  async (handled) => {
    const { services, request, response, link } = handled
    const typed = typedIn(request.body)
    if (typed.wording !== link.wording.digest) {
      const sentences = [link.words.say('form.changed')]
      return show({
        services,
        response,
        link,
        status: 409,
        page: <AnswersPage link={link} typed={typed} sentences={sentences} idempotencyKey={newIdempotencyKey()} />,
      })
    }
    if (typed.step === 'change') return showAnswersAgain(handled)
    if (typed.step === 'refuse')
      return show({
        services,
        response,
        link,
        page: <DeclinePage link={link} typed={typed} idempotencyKey={newIdempotencyKey()} />,
      })
    if (typed.step === 'decline') return decline({ handled, typed })
    return takeAnswered({ handled, perLink, typed: typed.step === 'accept' ? withYesWhereOpen(typed) : typed })
  }

/** Takes a form on which every point is answered: to be checked and signed, and then sent. */
const takeAnswered = async ({
  handled,
  perLink,
  typed,
}: {
  handled: Handled
  perLink: Limiter
  typed: Typed
}): Promise<void> => {
  const { services, response, link } = handled
  const answers = answersSchema.safeParse(typed)
  if (!answers.success)
    return show({
      services,
      response,
      link,
      status: 400,
      page: (
        <AnswersPage
          link={link}
          typed={typed}
          errors={errorsInWords({ link, typed, errors: problemsByField(answers.error) })}
          idempotencyKey={newIdempotencyKey()}
        />
      ),
    })
  if (typed.step !== 'sign')
    return show({
      services,
      response,
      link,
      page: <SignPage link={link} typed={typed} idempotencyKey={newIdempotencyKey()} />,
    })
  const signature = signatureSchema.safeParse(typed)
  if (!signature.success)
    return show({
      services,
      response,
      link,
      status: 400,
      page: (
        <SignPage
          link={link}
          typed={typed}
          errors={errorsInWords({ link, typed, errors: problemsByField(signature.error) })}
          idempotencyKey={newIdempotencyKey()}
        />
      ),
    })
  const { action, rowVersion } = purposeOf(typed)
  if (action === 'change') await countChange({ link, perLink })
  await send({
    ...handled,
    purpose: 'sign a consent form',
    notice: 'signed',
    work: (work) =>
      performAction({
        work,
        workflow: consentRequestWorkflow,
        id: link.visit.requestId,
        action,
        rowVersion,
        input: {
          answers: answersByItem(answers.data),
          relationship: answers.data.relationship,
          ...signature.data,
          wording: link.wording.text,
          checkedBy: link.checkedBy,
        },
      }),
    page: (sentences) => (
      <SignPage link={link} typed={typed} sentences={sentences} idempotencyKey={newIdempotencyKey()} />
    ),
  })
}

const decline = async ({ handled, typed }: { handled: Handled; typed: Typed }): Promise<void> => {
  const { services, response, link } = handled
  const reason = typed.reason ?? ''
  const page = (sentences: string[], errors = {}): ReactElement => (
    <DeclinePage link={link} typed={typed} sentences={sentences} errors={errors} idempotencyKey={newIdempotencyKey()} />
  )
  if (reason.length > CONSENT.declineReason.longest)
    return show({
      services,
      response,
      link,
      status: 400,
      page: page([], errorsInWords({ link, typed, errors: { reason: tooLong(CONSENT.declineReason) } })),
    })
  await send({
    ...handled,
    purpose: 'refuse a consent form',
    notice: 'declined',
    work: (work) =>
      performAction({
        work,
        workflow: consentRequestWorkflow,
        id: link.visit.requestId,
        action: 'decline',
        rowVersion: purposeOf(typed).rowVersion,
        input: { reason, wording: link.wording.text, checkedBy: link.checkedBy },
      }),
    page,
  })
}

/** Each change is told by email, so they are counted; the first answer is not, nor is any no. */
const countChange = async ({ link, perLink }: { link: Handled['link']; perLink: Limiter }): Promise<void> => {
  const tried = await perLink.take({ key: link.visit.requestId })
  if (!tried.allowed) throw tooManyTries(tried)
}

const show = async ({
  services,
  response,
  link,
  status = 200,
  page,
}: Pick<Handled, 'services' | 'response' | 'link'> & { status?: number; page: ReactElement }): Promise<void> => {
  await noteReading({ services, link })
  response.status(status).type('html').send(renderPage(page))
}
