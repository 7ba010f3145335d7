import type { ReactElement } from 'react'
import { z } from 'zod'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { askForCall, callState } from '../../programme/consent/calls/queries.ts'
import { CALL } from '../../programme/consent/fields.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { TextArea } from '../design/TextArea.tsx'
import { TextField } from '../design/TextField.tsx'
import { submit } from '../visit/submit.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { errorsInWords, sentencesInWords } from './errorWords.ts'
import { noticeIn, parentNotices } from './notices.ts'
import type { OpenedLink, ParentHandler } from './openedLink.ts'

/**
 * Where a parent who has passed the check asks to be rung; while they wait for a call, since when. Nothing about their
 * answers is here.
 */
export const showCall: ParentHandler = async ({ request, response, link }) => {
  response.type('html').send(renderPage(await callPage({ link, notice: noticeIn({ request, words: link.words }) })))
}

/**
 * Takes it down: one wish at a time, with its message to the co-ordinators, in one transaction. Consent stays as it is.
 */
export const takeCall: ParentHandler = async ({ services, request, response, link }) => {
  const typed = typedIn(request.body)
  const wish = wishSchema.safeParse(typed)
  if (!wish.success) {
    response
      .status(400)
      .type('html')
      .send(
        renderPage(
          await callPage({ link, typed, errors: errorsInWords({ link, typed, errors: problemsByField(wish.error) }) }),
        ),
      )
    return
  }
  await submit({
    services,
    request,
    response,
    actor: link.actor,
    purpose: 'ask for a call',
    work: async (work) => {
      await askForCall({ work, visit: link.visit, ...wish.data })
      return { location: parentNotices.addressWith({ path: '/consent/call', notice: 'call-asked' }) }
    },
    fields: { number: 'number' },
    again: (sentences, errors) =>
      callPage({
        link,
        typed,
        sentences: sentencesInWords({ link, sentences }),
        errors: errorsInWords({ link, typed, errors }),
      }),
  })
}

const wishSchema = z.object({
  number: CALL.number.ifAny(),
  bestTime: CALL.bestTime.ifAny(),
  words: CALL.words.ifAny(),
})

type Shown = { link: OpenedLink; typed?: Typed; errors?: FieldErrors; sentences?: string[]; notice?: string }

const callPage = async ({ link, ...shown }: Shown): Promise<ReactElement> => (
  <CallPage link={link} {...shown} {...await callState({ query: link.query, visit: link.visit })} />
)

const CallPage = ({
  link: { frame, settings, words },
  typed = {},
  errors,
  sentences = [],
  notice,
  waitsSince,
  numberEnds,
}: Shown & Awaited<ReturnType<typeof callState>>): ReactElement => {
  const { say } = words
  return (
    <Page frame={frame} title={say('call.title')} errors={errors} generalErrors={sentences} back={{ href: '/consent' }}>
      {notice === undefined ? null : <Notice tone="success" title={notice} announced />}
      <Heading>{say('call.title')}</Heading>
      {waitsSince === null ? (
        <>
          <p>{numberEnds === null ? say('call.no-number') : say('call.number-ends', { digits: numberEnds })}</p>
          <p>{say('call.stays')}</p>
          <Form action="/consent/call" idempotencyKey={newIdempotencyKey()}>
            <TextField
              name="number"
              label={numberEnds === null ? say('call.number') : say('call.another')}
              type="tel"
              autoComplete="tel"
              optional={numberEnds !== null}
              value={typed.number}
              error={errors?.number}
              maxLength={CALL.number.longest}
            />
            <TextField
              name="bestTime"
              label={say('call.when')}
              hint={say('call.when-hint')}
              optional
              value={typed.bestTime}
              error={errors?.bestTime}
              maxLength={CALL.bestTime.longest}
            />
            <TextArea
              name="words"
              label={say('call.about')}
              optional
              rows={3}
              value={typed.words}
              error={errors?.words}
              maxLength={CALL.words.longest}
            />
            <Button>{say('call.ask')}</Button>
          </Form>
        </>
      ) : (
        <>
          <p>{say('call.waits', { moment: words.moment(waitsSince) })}</p>
          <ButtonLink variant="secondary" href="/consent">
            {say('call.back')}
          </ButtonLink>
        </>
      )}
      <HowToReachUs settings={settings} />
    </Page>
  )
}
