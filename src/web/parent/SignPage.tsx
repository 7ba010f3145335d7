import type { ReactElement } from 'react'
import { REQUIRED_ITEMS } from '../../programme/consent/rules.ts'
import { Button } from '../design/Button.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import type { Typed } from '../visit/typed.ts'
import { answersAmong, fieldOf, relationshipInWords } from './answerFields.ts'
import type { OpenedLink } from './openedLink.ts'
import { markAmong, markOf } from './openForm.ts'
import { SignatureFields } from './SignatureFields.tsx'

/** The answers to check, and the signature: the only words that a parent must type [CON-1, CON-8]. */
export const SignPage = ({
  link,
  typed,
  errors,
  sentences,
  idempotencyKey,
}: {
  link: OpenedLink
  typed: Typed
  errors?: FieldErrors
  sentences?: string[]
  idempotencyKey: string
}): ReactElement => {
  const { frame, visit, form, words } = link
  const { say } = words
  const cannotStart = REQUIRED_ITEMS.some((item) => typed[fieldOf(item)] === 'no')
  return (
    <Page frame={frame} title={say('sign.title')} errors={errors} generalErrors={sentences}>
      <Heading caption={visit.childName}>{say('sign.title')}</Heading>
      <SummaryList
        rows={[
          ...form.items.map(({ item, title }) => ({
            term: title,
            value: typed[fieldOf(item)] === 'yes' ? say('form.yes') : say('form.no'),
          })),
          { term: say('sign.you'), value: relationshipInWords({ words, relationship: typed.relationship ?? '' }) },
        ]}
      />
      {cannotStart ? <Notice tone="warning" title={say('sign.cannot-start')} /> : null}
      <Form
        action="/consent"
        idempotencyKey={idempotencyKey}
        hidden={{ ...markOf(link), ...markAmong(typed), ...answersAmong(typed) }}
      >
        <SignatureFields form={form} typed={typed} errors={errors} />
        <ButtonRow>
          <Button name="step" value="sign">
            {say('sign.send')}
          </Button>
          <Button variant="secondary" name="step" value="change">
            {say('sign.change')}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
