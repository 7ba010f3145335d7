import type { ReactElement } from 'react'
import { type Choice, ChoiceInput } from './Choice.tsx'
import { fieldId } from './fieldErrors.ts'
import { FieldGroup } from './FieldGroup.tsx'
import type { FieldProps } from './FieldFrame.tsx'

export type RadiosProps = FieldProps & {
  options: readonly Choice[]
  /** The chosen value; nothing is chosen beforehand unless told. */
  value?: string
  /** Side by side, for two or three short answers such as yes and no. */
  inline?: boolean
}

/** One answer among a few. */
export const Radios = ({ options, value, inline = false, ...field }: RadiosProps): ReactElement => (
  <FieldGroup {...field}>
    <div className={inline ? 'choices choices--inline' : 'choices'}>
      {options.map((choice, index) => (
        <ChoiceInput
          key={choice.value}
          type="radio"
          id={index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`}
          name={field.name}
          choice={choice}
          checked={choice.value === value}
        />
      ))}
    </div>
  </FieldGroup>
)
