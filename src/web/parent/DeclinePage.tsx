import type { ReactElement } from 'react'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import { TextArea } from '../design/TextArea.tsx'
import type { OpenedLink } from './openedLink.ts'

/** Saying no to everything: one button, and a reason only for those who want to give one [CON-4]. */
export const DeclinePage = ({ link: { frame, visit, wording }, reason, errors, sentences, idempotencyKey }: { link: OpenedLink; reason?: string; errors?: FieldErrors; sentences?: string[]; idempotencyKey: string }): ReactElement => (
  <Page frame={frame} title="Say no to everything" errors={errors} generalErrors={sentences} back={{ href: '/consent' }}>
    <Heading caption={visit.childName}>Say no to everything</Heading>
    <p>Then there is no mentoring for {visit.childName}. We do not ask you again unless you want us to. You can change your mind with the same link.</p>
    <Form action="/consent" idempotencyKey={idempotencyKey} hidden={{ wording: wording.digest }}>
      <TextArea name="reason" label="Do you want to tell us why?" optional rows={3} value={reason} error={errors?.reason} maxLength={1000} />
      <ButtonRow>
        <Button name="step" value="decline">
          Say no to everything
        </Button>
        <ButtonLink variant="secondary" href="/consent">
          Back to the form
        </ButtonLink>
      </ButtonRow>
    </Form>
  </Page>
)
