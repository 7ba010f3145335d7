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
import { Radios } from '../design/Radios.tsx'
import { renderPage } from '../design/renderPage.ts'
import { problemsByField, typedIn, type Typed } from '../visit/typed.ts'
import { agreementSchema, itemField } from './answerFields.ts'
import { BesideEnglish } from './FormWords.tsx'
import { parentNotices } from './notices.ts'
import { noteReading, type OpenedLink, type ParentHandler } from './openedLink.ts'
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
        .send(renderPage(<AgreePage link={link} item={item} typed={typed} errors={problemsByField(signed.error)} />))
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
  const { frame, visit, wording } = link
  const index = wording.items.findIndex((worded) => worded.item === item)
  const point = wording.items[index]
  const english = wording.english?.items[index]
  const known = knownRelationship(visit.signedRelationship) ?? knownRelationship(visit.guardianRelationship)
  const title = `Say yes: ${point?.title ?? ''}`
  return (
    <Page frame={frame} title={title} errors={errors} generalErrors={sentences} back={{ href: '/consent' }}>
      <Heading caption={visit.childName}>{title}</Heading>
      <p>
        <BesideEnglish wording={wording} words={point?.question ?? ''} english={english?.question} />
      </p>
      <p className="muted">
        <BesideEnglish wording={wording} words={point?.why ?? ''} english={english?.why} />
      </p>
      <p>Your other answers stay as they are.</p>
      <Form
        action="/consent/agree"
        idempotencyKey={newIdempotencyKey()}
        hidden={{ item, ...(known === undefined ? {} : { relationship: known }) }}
      >
        {known === undefined ? (
          <Radios
            name="relationship"
            label={visit.themselves ? 'Who answers?' : `Who are you to ${visit.childName}?`}
            options={relationshipsFor(visit).map((value) => ({ value, label: value }))}
            value={typed.relationship}
            error={errors?.relationship}
          />
        ) : null}
        <SignatureFields wording={wording} typed={typed} errors={errors} />
        <ButtonRow>
          <Button>Say yes and sign</Button>
          <ButtonLink variant="secondary" href="/consent">
            Keep my no
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
