import type { ReactElement } from 'react'
import type { Choice } from './Choice.tsx'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

export type SelectProps = FieldProps & {
  options: readonly Omit<Choice, 'hint'>[]
  value?: string
  /** The words of an empty first choice, for a field that starts unanswered. */
  prompt?: string
}

/** One of many, where radios would fill the screen: more than about seven. */
export const Select = ({ options, value, prompt, ...field }: SelectProps): ReactElement => {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <select
        className="input select"
        id={id}
        name={field.name}
        defaultValue={value}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, ...field })}
      >
        {prompt !== undefined && <option value="">{prompt}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
