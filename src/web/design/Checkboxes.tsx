import type { ReactElement } from 'react'
import { type Choice, ChoiceInput } from './Choice.tsx'
import { fieldId } from './fieldErrors.ts'
import { FieldGroup } from './FieldGroup.tsx'
import type { FieldProps } from './FieldFrame.tsx'

/** Any number of answers; posted under one name, once for each that is ticked. Short ones can stand side by side. */
export const Checkboxes = ({
  options,
  values = [],
  inline = false,
  ...field
}: FieldProps & { options: readonly Choice[]; values?: readonly string[]; inline?: boolean }): ReactElement => (
  <FieldGroup {...field}>
    <div className={inline ? 'choices choices--columns' : 'choices'}>
      {options.map((choice, index) => (
        <ChoiceInput
          key={choice.value}
          type="checkbox"
          id={index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`}
          name={field.name}
          choice={choice}
          checked={values.includes(choice.value)}
        />
      ))}
    </div>
  </FieldGroup>
)
