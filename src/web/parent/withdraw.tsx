import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { consentRequestWorkflow } from '../../programme/consent/asking/workflow.ts'
import type { ConsentItem } from '../../programme/consent/rules.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { itemField } from './answerFields.ts'
import { effectOfNo } from './effects.ts'
import { noteReading, type OpenedLink, type ParentHandler } from './openedLink.ts'
import { send } from './send.tsx'

/** Says what follows from withdrawing everything, before it is done. */
export const showWithdrawal: ParentHandler = async ({ services, response, link }) => {
  if (link.visit.status !== 'signed') return response.redirect(303, '/consent')
  await noteReading({ services, link })
  response.type('html').send(renderPage(<WithdrawPage link={link} />))
}

/** Takes every yes back, at once and for no reason that anybody must be told [CON-4]. */
export const withdrawEverything: ParentHandler = (handled) =>
  send({
    ...handled,
    purpose: 'withdraw every consent',
    notice: 'withdrawn',
    work: (work) =>
      performAction({
        work,
        workflow: consentRequestWorkflow,
        id: handled.link.visit.requestId,
        action: 'withdraw',
        input: { checkedBy: handled.link.checkedBy },
      }),
    page: (sentences) => <WithdrawPage link={handled.link} sentences={sentences} />,
  })

/**
 * Says what follows from a no to a point without which mentoring stops, before it is done: a slip of the finger must not
 * end it [CON-4].
 */
export const showWithdrawalOfOne: ParentHandler = async ({ services, request, response, link }) => {
  const { item } = itemField.safeParse(request.query).data ?? {}
  if (item === undefined || link.visit.status !== 'signed') return response.redirect(303, '/consent')
  await noteReading({ services, link })
  response.type('html').send(renderPage(<WithdrawOnePage link={link} item={item} />))
}

/** Takes one yes back, in one step [CON-4]. */
export const withdrawOne: ParentHandler = async (handled) => {
  const { item } = itemField.safeParse(handled.request.body).data ?? {}
  if (item === undefined) return handled.response.redirect(303, '/consent')
  await send({
    ...handled,
    purpose: 'withdraw one consent',
    notice: 'one-withdrawn',
    work: (work) =>
      performAction({
        work,
        workflow: consentRequestWorkflow,
        id: handled.link.visit.requestId,
        action: 'withdrawOne',
        input: { item, checkedBy: handled.link.checkedBy },
      }),
    page: (sentences) => <WithdrawOnePage link={handled.link} item={item} sentences={sentences} />,
  })
}

const WithdrawOnePage = ({
  link: { frame, visit, form, words },
  item,
  sentences,
}: {
  link: OpenedLink
  item: ConsentItem
  sentences?: string[]
}): ReactElement => {
  const { say } = words
  const title = say('stop.title', { point: form.items.find((worded) => worded.item === item)?.title ?? '' })
  return (
    <Page frame={frame} title={title} generalErrors={sentences} back={{ href: '/consent' }}>
      <Heading caption={visit.childName}>{title}</Heading>
      <p>
        {effectOfNo({ item, themselves: visit.themselves, words })} {say('stop.again')}
      </p>
      <p>{say('stop.why')}</p>
      <Form action="/consent/withdraw-one" idempotencyKey={newIdempotencyKey()} hidden={{ item }}>
        <ButtonRow>
          <Button>{say('stop.no')}</Button>
          <ButtonLink variant="secondary" href="/consent">
            {say('stop.keep')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}

const WithdrawPage = ({
  link: {
    frame,
    visit,
    words: { say },
  },
  sentences,
}: {
  link: OpenedLink
  sentences?: string[]
}): ReactElement => (
  <Page frame={frame} title={say('withdraw.title')} generalErrors={sentences} back={{ href: '/consent' }}>
    <Heading caption={visit.childName}>{say('withdraw.title')}</Heading>
    <p>{say('withdraw.what', { child: visit.childName })}</p>
    <p>{say('withdraw.why')}</p>
    <Form action="/consent/withdraw" idempotencyKey={newIdempotencyKey()}>
      <ButtonRow>
        <Button>{say('withdraw.do')}</Button>
        <ButtonLink variant="secondary" href="/consent">
          {say('withdraw.keep')}
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)
