import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { askForPaper, callState } from '../../programme/consent/calls/queries.ts'
import { CALL } from '../../programme/consent/fields.ts'
import { paperFormFile } from '../../programme/consent/paper/paperFormFile.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { TextArea } from '../design/TextArea.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { submit } from '../visit/submit.ts'
import { typedIn } from '../visit/typed.ts'
import { sentencesInWords } from './errorWords.ts'
import { noticeIn, parentNotices } from './notices.ts'
import type { OpenedLink, ParentHandler } from './openedLink.ts'

/** The form on paper: to print, or to be sent by post [CON-1]. */
export const showPaper: ParentHandler = async ({ request, response, link }) => {
  response.type('html').send(renderPage(await paperPage({ link, notice: noticeIn({ request, words: link.words }) })))
}

/** Takes down that they want it by post: one wish at a time, with its message to the co-ordinators. */
export const takePaper: ParentHandler = async ({ services, request, response, link }) => {
  const { where = '' } = typedIn(request.body)
  const wish = CALL.words.ifAny().safeParse(where)
  if (!wish.success) {
    const errors = { where: link.words.say('call.too-long') }
    response
      .status(400)
      .type('html')
      .send(renderPage(await paperPage({ link, where, errors })))
    return
  }
  await submit({
    services,
    request,
    response,
    actor: link.actor,
    purpose: 'ask for the form on paper',
    work: async (work) => {
      await askForPaper({ work, visit: link.visit, where: wish.data })
      return { location: parentNotices.addressWith({ path: '/consent/paper', notice: 'paper-asked' }) }
    },
    again: (sentences) => paperPage({ link, where, sentences: sentencesInWords({ link, sentences }) }),
  })
}

/** Gives the blank form in the language that they read, beside the English. It names nobody. */
export const givePaperForm =
  ({ perLink }: { perLink: Limiter }): ParentHandler =>
  async ({ response, link: { wording, settings, visit, now } }) => {
    const tried = await perLink.take({ key: visit.requestId })
    if (!tried.allowed) throw tooManyTries(tried)
    const file = await paperFormFile({ wording, settings, themselves: visit.themselves, now })
    response.attachment('consent-form.pdf').type('pdf').send(file)
  }

type Shown = { link: OpenedLink; where?: string; errors?: FieldErrors; sentences?: string[]; notice?: string }

const paperPage = async ({ link, ...shown }: Shown): Promise<ReactElement> => (
  <PaperPage link={link} {...shown} {...await callState({ query: link.query, visit: link.visit })} />
)

const PaperPage = ({
  link: { frame, settings, words },
  where = '',
  errors = {},
  sentences = [],
  notice,
  waitsSince,
  waitsFor,
}: Shown & Awaited<ReturnType<typeof callState>>): ReactElement => {
  const { say } = words
  return (
    <Page
      frame={frame}
      title={say('paper.title')}
      errors={errors}
      generalErrors={sentences}
      back={{ href: '/consent' }}
    >
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>{say('paper.title')}</Heading>
      <p>{say('paper.what')}</p>
      <ButtonLink href="/consent/paper/form">{say('paper.print')}</ButtonLink>
      <Heading level={2}>{say('paper.post')}</Heading>
      {waitsSince === null ? (
        <Form action="/consent/paper" idempotencyKey={newIdempotencyKey()}>
          <TextArea
            name="where"
            label={say('paper.where')}
            optional
            rows={3}
            value={where}
            error={errors.where}
            maxLength={CALL.words.longest}
          />
          <Button variant="secondary">{say('paper.ask')}</Button>
        </Form>
      ) : (
        <p>{say(waitsFor === 'paper' ? 'paper.waits' : 'call.waits', { moment: words.moment(waitsSince) })}</p>
      )}
      <HowToReachUs settings={settings} />
    </Page>
  )
}
