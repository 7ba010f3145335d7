import type { ReactElement } from 'react'
import { ChoiceInput } from './Choice.tsx'
import { fieldId } from './fieldErrors.ts'
import { FieldMessages } from './FieldMessages.tsx'

export type CheckboxProps = { name: string; label: string; hint?: string; error?: string; value?: string; checked?: boolean }

/** One statement to tick, such as "I have parental responsibility for this child". Posts `yes` unless `value` says otherwise. */
export const Checkbox = ({ name, label, hint, error, value = 'yes', checked = false }: CheckboxProps): ReactElement => {
  const id = fieldId(name)
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      <FieldMessages id={id} error={error} />
      <ChoiceInput
        type="checkbox"
        id={id}
        name={name}
        choice={{ value, label, hint }}
        checked={checked}
        invalid={error !== undefined}
        describedBy={error === undefined ? undefined : `${id}-error`}
      />
    </div>
  )
}
