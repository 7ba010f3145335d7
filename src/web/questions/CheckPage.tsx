import type { ReactElement, ReactNode } from 'react'
import { isCalendarDate, speakDate } from '../../core/clock/londonDates.ts'
import type { Answer, Answers } from '../../core/drafts/drafts.ts'
import { newIdempotencyKey } from '../../core/http/idempotency.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Form } from '../design/Form.tsx'
import { Heading } from '../design/Heading.tsx'
import { Page } from '../design/Page.tsx'
import type { PageFrame } from '../design/pageFrame.ts'
import { SummaryList } from '../design/SummaryList.tsx'
import { UNKNOWN } from './answering.ts'
import type { PublicForm, Question, QuestionField } from './form.ts'
import { Trap } from './Trap.tsx'

type CheckPageProps = {
  frame: PageFrame
  form: PublicForm
  walked: readonly Question[]
  answers: Answers
  mark: string
  sentences?: readonly string[]
}

/**
 * All answers on the way that was taken, each with its way back, and the button that sends them. `mark` says which
 * answers were read.
 */
export const CheckPage = ({ frame, form, walked, answers, mark, sentences }: CheckPageProps): ReactElement => {
  const last = walked.at(-1)
  return (
    <Page
      frame={frame}
      title="Check your answers"
      generalErrors={sentences}
      back={last ? { href: `/${form.id}/${last.id}` } : undefined}
    >
      <Heading caption={form.title}>Check your answers</Heading>
      <SummaryList
        rows={walked.flatMap((question) =>
          question.fields.map((field) => {
            const term = field.summary ?? field.label ?? question.heading
            return {
              term,
              value: wordsOf({ field, answer: answers[field.name] }),
              change: { href: `/${form.id}/${question.id}?change=yes`, hiddenText: term },
            }
          }),
        )}
      />
      <Form action={`/${form.id}/check`} idempotencyKey={newIdempotencyKey()} hidden={{ mark }}>
        {form.beforeSending.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <Trap />
        <ButtonRow>
          <Button>{form.sendLabel}</Button>
          <ButtonLink href={`/${form.id}/save`} variant="secondary">
            Save and come back later
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}

const wordsOf = ({ field, answer }: { field: QuestionField; answer: Answer | undefined }): ReactNode => {
  if (answer === null) return UNKNOWN.label
  if (answer === undefined || answer.length === 0) return undefined
  if (typeof answer !== 'string') return answer.map((value) => labelOf({ field, value })).join(', ')
  if (field.kind === 'date') return isCalendarDate(answer) ? speakDate(answer) : answer
  if (field.kind === 'statement') return 'Yes'
  return field.kind === 'text' ? <Lines text={answer} /> : labelOf({ field, value: answer })
}

const labelOf = ({ field, value }: { field: QuestionField; value: string }): string =>
  'options' in field ? (field.options.find((option) => option.value === value)?.label ?? value) : value

const Lines = ({ text }: { text: string }): ReactElement => (
  <>
    {text.split('\n').map((line, place) => (
      <span key={place}>
        {line}
        <br />
      </span>
    ))}
  </>
)
