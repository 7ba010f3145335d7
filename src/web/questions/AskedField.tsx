import type { ReactElement } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { Checkboxes } from '../design/Checkboxes.tsx'
import { MemorableDateField } from '../design/MemorableDateField.tsx'
import { Radios } from '../design/Radios.tsx'
import { TextArea } from '../design/TextArea.tsx'
import { TextField } from '../design/TextField.tsx'
import { UNKNOWN, unknownName, type Shown } from './answering.ts'
import type { Question, QuestionField } from './form.ts'

/** One field of a page. The only field of its page asks with the page's heading. */
export const AskedField = ({
  question,
  field,
  shown,
  error,
}: {
  question: Question
  field: QuestionField
  shown: Shown
  error: string | undefined
}): ReactElement => {
  const input = <Input question={question} field={field} shown={shown} error={error} />
  if (!field.mayNotKnow || field.kind === 'choice') return input
  return (
    <div className="or-unknown">
      {input}
      <Checkbox
        name={unknownName(field.name)}
        label={UNKNOWN.label}
        hiddenText={field.label ?? question.heading}
        checked={shown.isUnknown}
      />
    </div>
  )
}

const Input = ({
  question,
  field,
  shown,
  error,
}: {
  question: Question
  field: QuestionField
  shown: Shown
  error: string | undefined
}): ReactElement => {
  const common = {
    name: field.name,
    label: field.label ?? question.heading,
    // What stands under a heading that asks belongs to the question: above its answers, and read out with them.
    hint: field.hint ?? (asksWithHeading(question) ? question.intro?.join(' ') : undefined),
    error,
    optional: field.optional,
    question: asksWithHeading(question),
  }
  switch (field.kind) {
    case 'line':
      return (
        <TextField
          {...common}
          value={shown.text}
          type={field.type}
          autoComplete={field.autoComplete ?? 'off'}
          width={field.width}
          spellCheck={field.spellCheck}
          maxLength={field.maxLength}
        />
      )
    case 'text':
      return <TextArea {...common} value={shown.text} rows={field.rows ?? 8} maxLength={field.maxLength} />
    case 'date':
      return <MemorableDateField {...common} value={shown.date} ownBirthday={field.ownBirthday} />
    case 'choice':
      return (
        <Radios
          {...common}
          options={field.mayNotKnow ? [...field.options, UNKNOWN] : field.options}
          value={shown.text}
          inline={field.inline}
        />
      )
    case 'choices':
      return <Checkboxes {...common} options={field.options} values={shown.list} />
    case 'statement':
      return (
        <Checkbox
          name={field.name}
          label={field.label ?? question.heading}
          hint={field.hint}
          error={error}
          checked={shown.text === 'yes'}
        />
      )
  }
}

/**
 * Whether a page's heading is the question of its only field. A statement to tick is a sentence, so it needs a heading
 * above it.
 */
export const asksWithHeading = ({ fields }: Question): boolean =>
  fields.length === 1 && fields[0]?.label === undefined && fields[0]?.kind !== 'statement'
