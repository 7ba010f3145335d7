import type { ReactElement, ReactNode } from 'react'
import { ChoiceInput } from './Choice.tsx'
import { fieldId } from './fieldErrors.ts'
import { FieldMessages } from './FieldMessages.tsx'

export type CheckboxProps = {
  name: string
  label: ReactNode
  hint?: string
  error?: string
  value?: string
  checked?: boolean
  hiddenText?: string
}

/**
 * One statement to tick, such as "I have parental responsibility for this child". Posts `yes` unless `value` says
 * otherwise. `hiddenText` says what it is about where only the eye can tell.
 */
export const Checkbox = ({
  name,
  label,
  hint,
  error,
  value = 'yes',
  checked = false,
  hiddenText,
}: CheckboxProps): ReactElement => {
  const id = fieldId(name)
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      <FieldMessages id={id} error={error} />
      <ChoiceInput
        type="checkbox"
        id={id}
        name={name}
        choice={{ value, label, hint, hiddenText }}
        checked={checked}
        invalid={error !== undefined}
        describedBy={error === undefined ? undefined : `${id}-error`}
      />
    </div>
  )
}
