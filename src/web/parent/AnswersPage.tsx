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
import type { Typed } from '../visit/typed.ts'
import { fieldOf, YES_OR_NO } from './answerFields.ts'
import { BesideEnglish, FormPart } from './FormWords.tsx'
import { HowToReachUs } from '../link/HowToReachUs.tsx'
import type { OpenedLink } from './openedLink.ts'
import { markOf } from './openForm.ts'

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
  const { frame, settings, visit, wording, missingIn } = link
  const title = visit.themselves ? 'Your volunteer: yes or no?' : `A volunteer for ${visit.childName}: yes or no?`
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
      {missingIn === undefined ? null : (
        <Notice
          tone="information"
          title={`We do not have this form in ${missingIn} yet. You can ask us to go through it with you.`}
        />
      )}
      <FormPart wording={wording} part="whatWeDo" />
      <Form action="/consent" idempotencyKey={idempotencyKey} hidden={markOf(link)}>
        {wording.items.map(({ item, question, why }, index) => (
          <Radios
            key={item}
            name={fieldOf(item)}
            label={
              <BesideEnglish
                wording={wording}
                words={`${index + 1}. ${question}`}
                english={wording.english?.items[index]?.question}
              />
            }
            hint={<BesideEnglish wording={wording} words={why} english={wording.english?.items[index]?.why} />}
            options={YES_OR_NO}
            inline
            value={typed[fieldOf(item)]}
            error={errors?.[fieldOf(item)]}
          />
        ))}
        <FormPart wording={wording} part="safety" heading />
        <FormPart wording={wording} part="privacy" heading />
        <Radios
          name="relationship"
          label={visit.themselves ? 'Who answers?' : `Who are you to ${visit.childName}?`}
          options={relationshipsFor(visit).map((value) => ({ value, label: value }))}
          value={typed.relationship ?? knownRelationship(visit.guardianRelationship)}
          error={errors?.relationship}
        />
        <ButtonRow>
          <Button name="step" value="check">
            Check my answers
          </Button>
          <Button variant="secondary" name="step" value="accept">
            Say yes to everything
          </Button>
          {visit.status === 'open' ? (
            <Button variant="secondary" name="step" value="refuse">
              Say no to everything
            </Button>
          ) : null}
        </ButtonRow>
      </Form>
      <HowToReachUs settings={settings} callHref="/consent/call" />
    </Page>
  )
}
