import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { tooManyTries, type Limiter } from '../../core/http/rateLimits.ts'
import { performAction } from '../../core/workflow/perform.ts'
import { knownRelationship, relationshipsFor } from '../../programme/consent/asking/relationships.ts'
import { consentRequestWorkflow } from '../../programme/consent/asking/workflow.ts'
import type { ConsentItem } from '../../programme/consent/rules.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { renderPage } from '../design/renderPage.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'
import { agreementSchema, itemField } from './answerFields.ts'
import { errorsInWords } from './errorWords.ts'
import { parentNotices } from './notices.ts'
import { noteReading, type OpenedLink, type ParentHandler } from './openedLink.ts'
import { RelationshipField } from './RelationshipField.tsx'
import { send } from './send.tsx'
import { SignatureFields } from './SignatureFields.tsx'

/**
 * One point that is not a yes now, to say yes to: what is asked and why, and the signature that every yes needs
 * [CON-8]. All other answers stay. Where the words have changed since they were answered, the whole form is given.
 */
export const showAgree: ParentHandler = async ({ services, request, response, link }) => {
  const { item } = itemField.safeParse(request.query).data ?? {}
  if (item === undefined || link.visit.status !== 'signed') return response.redirect(303, '/consent')
  if (link.visit.wording !== link.wording.text)
    return response.redirect(303, parentNotices.addressWith({ path: '/consent/answers', notice: 'words-changed' }))
  await noteReading({ services, link })
  response.type('html').send(renderPage(<AgreePage link={link} item={item} />))
}

/** Stores the yes to that one point, signed, once [CON-2, CON-3]. Each is told by email, so they are counted. */
export const takeAgree =
  ({ perLink }: { perLink: Limiter }): ParentHandler =>
  async (handled) => {
    const { services, request, response, link } = handled
    const typed = typedIn(request.body)
    const { item } = itemField.safeParse(typed).data ?? {}
    if (item === undefined) return response.redirect(303, '/consent')
    const signed = agreementSchema.safeParse(typed)
    if (!signed.success) {
      await noteReading({ services, link })
      response
        .status(400)
        .type('html')
        .send(
          renderPage(
            <AgreePage
              link={link}
              item={item}
              typed={typed}
              errors={errorsInWords({ link, typed, errors: problemsByField(signed.error) })}
            />,
          ),
        )
      return
    }
    const tried = await perLink.take({ key: link.visit.requestId })
    if (!tried.allowed) throw tooManyTries(tried)
    await send({
      ...handled,
      purpose: 'say yes to one point',
      notice: 'one-agreed',
      work: (work) =>
        performAction({
          work,
          workflow: consentRequestWorkflow,
          id: link.visit.requestId,
          action: 'agreeOne',
          input: { item, ...signed.data, wording: link.wording.text, checkedBy: link.checkedBy },
        }),
      page: (sentences) => <AgreePage link={link} item={item} typed={typed} sentences={sentences} />,
    })
  }

const AgreePage = ({
  link,
  item,
  typed = {},
  errors,
  sentences,
}: {
  link: OpenedLink
  item: ConsentItem
  typed?: Typed
  errors?: FieldErrors
  sentences?: string[]
}): ReactElement => {
  const {
    frame,
    visit,
    form,
    words: { say },
  } = link
  const point = form.items.find((worded) => worded.item === item)
  const known = knownRelationship(visit.signedRelationship) ?? knownRelationship(visit.guardianRelationship)
  const title = say('agree.title', { point: point?.title ?? '' })
  return (
    <Page frame={frame} title={title} errors={errors} generalErrors={sentences} back={{ href: '/consent' }}>
      <Heading caption={visit.childName}>{title}</Heading>
      <p>{point?.question}</p>
      <p className="muted">{point?.why}</p>
      <p>{say('agree.others')}</p>
      <Form
        action="/consent/agree"
        idempotencyKey={newIdempotencyKey()}
        hidden={{ item, ...(known === undefined ? {} : { relationship: known }) }}
      >
        {known === undefined ? (
          <RelationshipField
            visit={visit}
            offered={relationshipsFor(visit)}
            value={typed.relationship}
            error={errors?.relationship}
          />
        ) : null}
        <SignatureFields form={form} typed={typed} errors={errors} />
        <ButtonRow>
          <Button>{say('agree.sign')}</Button>
          <ButtonLink variant="secondary" href="/consent">
            {say('agree.keep')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
