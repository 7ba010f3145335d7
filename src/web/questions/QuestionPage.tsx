import type { ReactElement } from 'react'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { Button } from '../design/Button.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Details } from '../design/Details.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { AskedField, asksWithHeading } from './AskedField.tsx'
import type { Shown } from './answering.ts'
import type { PublicForm, Question, QuestionField } from './form.ts'
import { Trap } from './Trap.tsx'

type QuestionPageProps = {
  frame: PageFrame
  form: PublicForm
  question: Question
  /** What stands in each field. */
  shown: (field: QuestionField) => Shown
  back: string
  /** Which page of how many. */
  place?: { place: number; of: number }
  /** What must be known first. */
  warning?: { title: string; paragraphs: readonly string[] }
  /** Whether the answer is being changed from the answers to check, and leads back there. */
  isChange: boolean
  errors?: FieldErrors
  sentences?: readonly string[]
}

/** One question, why it is asked, Continue, and a way to stop here and come back. */
export const QuestionPage = ({
  frame,
  form,
  question,
  shown,
  back,
  place,
  warning,
  isChange,
  errors = {},
  sentences,
}: QuestionPageProps): ReactElement => (
  <Page frame={frame} title={question.heading} errors={errors} generalErrors={sentences} back={{ href: back }}>
    {place === undefined ? null : (
      <p className="heading__caption">
        Step {place.place} of {place.of}
      </p>
    )}
    {warning === undefined ? null : (
      <Notice tone="danger" title={warning.title}>
        {warning.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Notice>
    )}
    {asksWithHeading(question) ? null : <Heading>{question.heading}</Heading>}
    <Form
      action={`/${form.id}/${question.id}`}
      idempotencyKey={newIdempotencyKey()}
      hidden={isChange ? { change: 'yes' } : {}}
    >
      {asksWithHeading(question) ? null : <Intro question={question} />}
      {question.fields.map((field) => (
        <AskedField
          key={field.name}
          question={question}
          field={field}
          shown={shown(field)}
          error={errors[field.name]}
        />
      ))}
      {question.why === undefined ? null : (
        <Details summary="Why we ask this">
          <p>{question.why}</p>
        </Details>
      )}
      <Trap />
      <ButtonRow>
        <Button>Continue</Button>
        {question.fields.length === 0 ? null : (
          <Button variant="secondary" name="step" value="save">
            Save and come back later
          </Button>
        )}
      </ButtonRow>
    </Form>
  </Page>
)

const Intro = ({ question: { intro = [] } }: { question: Question }): ReactElement => (
  <>
    {intro.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </>
)
