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
  link: { frame, visit, wording },
  item,
  sentences,
}: {
  link: OpenedLink
  item: ConsentItem
  sentences?: string[]
}): ReactElement => {
  const index = wording.items.findIndex((worded) => worded.item === item)
  const title = `Say no: ${wording.items[index]?.title ?? ''}?`
  return (
    <Page frame={frame} title={title} generalErrors={sentences} back={{ href: '/consent' }}>
      <Heading caption={visit.childName}>{title}</Heading>
      <p>{effectOfNo({ item, themselves: visit.themselves })} You can say yes again later.</p>
      <p>You need not tell us why. Your other answers stay as they are.</p>
      <Form action="/consent/withdraw-one" idempotencyKey={newIdempotencyKey()} hidden={{ item }}>
        <ButtonRow>
          <Button>Say no</Button>
          <ButtonLink variant="secondary" href="/consent">
            Keep my yes
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}

const WithdrawPage = ({
  link: { frame, visit },
  sentences,
}: {
  link: OpenedLink
  sentences?: string[]
}): ReactElement => (
  <Page frame={frame} title="Withdraw everything?" generalErrors={sentences} back={{ href: '/consent' }}>
    <Heading caption={visit.childName}>Withdraw everything?</Heading>
    <p>
      All your answers change to no, at once. Mentoring for {visit.childName} stops, and no meeting that is planned may
      go ahead. We tell those who need to know.
    </p>
    <p>You need not tell us why. You can answer again later with the same link.</p>
    <Form action="/consent/withdraw" idempotencyKey={newIdempotencyKey()}>
      <ButtonRow>
        <Button>Withdraw everything</Button>
        <ButtonLink variant="secondary" href="/consent">
          Keep my answers
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)
