import type { ReactElement } from 'react'
import { CONSENT } from '../../programme/consent/fields.ts'
import { Button } from '../design/Button.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { TextArea } from '../design/TextArea.tsx'
import type { Typed } from '../visit/typed.ts'
import { answersAmong } from './answerFields.ts'
import type { OpenedLink } from './openedLink.ts'
import { markAmong, markOf } from './openForm.ts'

/** Saying no to everything: one button, and a reason only for those who want to give one [CON-4]. */
export const DeclinePage = ({
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
  const {
    visit: { childName },
    words: { say },
  } = link
  return (
    <Page frame={link.frame} title={say('form.refuse')} errors={errors} generalErrors={sentences}>
      <Heading caption={childName}>{say('form.refuse')}</Heading>
      <p>{say('decline.what', { child: childName })}</p>
      <Form
        action="/consent"
        idempotencyKey={idempotencyKey}
        hidden={{ ...markOf(link), ...markAmong(typed), ...answersAmong(typed) }}
      >
        <TextArea
          name="reason"
          label={say('decline.why')}
          optional
          rows={3}
          value={typed.reason}
          error={errors?.reason}
          maxLength={CONSENT.declineReason.longest}
        />
        <ButtonRow>
          <Button name="step" value="decline">
            {say('form.refuse')}
          </Button>
          <Button variant="secondary" name="step" value="change">
            {say('decline.back')}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  )
}
