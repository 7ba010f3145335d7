import type { ReactElement } from 'react'
import { knownRelationship, relationshipsFor } from '../../programme/consent/asking/relationships.ts'
import { Button } from '../design/Button.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { Radios } from '../design/Radios.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import { LanguageSwitch } from '../link/LanguageSwitch.tsx'
import type { Typed } from '../visit/typed.ts'
import { fieldOf, yesOrNo } from './answerFields.ts'
import { FormPart } from './FormPart.tsx'
import type { OpenedLink } from './openedLink.ts'
import { markOf } from './openForm.ts'
import { RelationshipField } from './RelationshipField.tsx'

/**
 * The form: what we do, then each point with why it is asked. No answer is chosen beforehand [CON-2]. Who the parent is
 * to the child is, where we know it: that is a fact and no consent. Saying no to all and saying yes to all are buttons
 * of one size, below the last point; either leads to a page that says what it means before anything is sent [CON-4].
 */
export const AnswersPage = ({
  link,
  typed = {},
  errors,
  sentences,
  notice,
  idempotencyKey,
}: {
  link: OpenedLink
  /** Why the form is shown again. */
  notice?: string
  typed?: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}): ReactElement => {
  const { frame, settings, visit, form, missingIn, words, languages, otherLanguages } = link
  const { say } = words
  const title = visit.themselves ? say('form.title-own') : say('form.title', { child: visit.childName })
  return (
    <Page
      frame={frame}
      title={title}
      errors={errors}
      generalErrors={sentences}
      back={visit.status === 'open' ? undefined : { href: '/consent' }}
    >
      {notice === undefined ? null : <Notice tone="information" title={notice} announced />}
      <Heading>{title}</Heading>
      <LanguageSwitch languages={languages} toRemember={otherLanguages} />
      {missingIn === undefined ? null : (
        <Notice tone="information" title={say('form.missing', { language: missingIn })} />
      )}
      <FormPart part={form.whatWeDo} />
      <Form action="/consent" idempotencyKey={idempotencyKey} hidden={markOf(link)}>
        {form.items.map(({ item, question, why }, index) => (
          <Radios
            key={item}
            name={fieldOf(item)}
            label={`${index + 1}. ${question}`}
            hint={why}
            options={yesOrNo(words)}
            inline
            value={typed[fieldOf(item)]}
            error={errors?.[fieldOf(item)]}
          />
        ))}
        <FormPart part={form.safety} heading />
        <FormPart part={form.privacy} heading />
        <RelationshipField
          visit={visit}
          offered={relationshipsFor(visit)}
          value={typed.relationship ?? knownRelationship(visit.guardianRelationship)}
          error={errors?.relationship}
        />
        <ButtonRow>
          <Button name="step" value="check">
            {say('form.check')}
          </Button>
          <Button variant="secondary" name="step" value="accept">
            {say('form.accept')}
          </Button>
          {visit.status === 'open' ? (
            <Button variant="secondary" name="step" value="refuse">
              {say('form.refuse')}
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
      <HowToReachUs settings={settings} callHref="/consent/call" paperHref="/consent/paper" />
    </Page>
  )
}
