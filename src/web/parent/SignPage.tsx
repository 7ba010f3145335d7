import type { ReactElement } from 'react'
import { CONSENT } from '../../programme/consent/fields.ts'
import { REQUIRED_ITEMS } from '../../programme/consent/rules.ts'
import { Button } from '../design/Button.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Checkbox } from '../design/Checkbox.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import { SummaryList } from '../design/SummaryList.tsx'
import { TextField } from '../design/TextField.tsx'
import type { Typed } from '../visit/typed.ts'
import { answersAmong, fieldOf } from './answerFields.ts'
import type { OpenedLink } from './openedLink.ts'
import { BesideEnglish } from './FormWords.tsx'
import { markAmong, markOf } from './openForm.ts'

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
  const { frame, visit, wording } = link
  const cannotStart = REQUIRED_ITEMS.some((item) => typed[fieldOf(item)] === 'no')
  return (
    <Page frame={frame} title="Check your answers and sign" errors={errors} generalErrors={sentences}>
      <Heading caption={visit.childName}>Check your answers and sign</Heading>
      <SummaryList
        rows={[
          ...wording.items.map(({ item, title }) => ({
            term: title,
            value: typed[fieldOf(item)] === 'yes' ? 'Yes' : 'No',
          })),
          { term: 'You are', value: typed.relationship },
        ]}
      />
      {cannotStart ? (
        <Notice
          tone="warning"
          title="Without a yes to the first two points, mentoring cannot start. You may still send your answers."
        />
      ) : null}
      <Form
        action="/consent"
        idempotencyKey={idempotencyKey}
        hidden={{ ...markOf(link), ...markAmong(typed), ...answersAmong(typed) }}
      >
        <Heading level={2}>Your signature</Heading>
        <Checkbox
          name="parentalResponsibility"
          label={
            <BesideEnglish
              wording={wording}
              words={wording.signature.responsibility}
              english={wording.english?.signature.responsibility}
            />
          }
          checked={typed.parentalResponsibility === 'yes'}
          error={errors?.parentalResponsibility}
        />
        <TextField
          name="name"
          label="Your full name"
          hint={
            <BesideEnglish
              wording={wording}
              words={wording.signature.declaration}
              english={wording.english?.signature.declaration}
            />
          }
          value={typed.name}
          error={errors?.name}
          autoComplete="name"
          spellCheck={false}
          maxLength={CONSENT.signedName.longest}
        />
        <ButtonRow>
          <Button name="step" value="sign">
            Sign and send
          </Button>
          <Button variant="secondary" name="step" value="change">
            Change my answers
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
