'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { useId } from 'react'

type ReasonSelectProps = {
  path: string
  label: string
  required: boolean
  readOnly: boolean
  choices: ReadonlyArray<{ value: string; label: string }>
}

/** A choice among words that are not fixed. What is stored is always among them. */
export const ReasonSelect = ({ path, label, required, readOnly, choices }: ReasonSelectProps) => {
  const id = useId()
  const { value, setValue, showError, errorMessage, disabled } = useField<string>({ path })
  const isOffered = !value || choices.some((choice) => choice.value === value)
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <select
          id={id}
          value={value ?? ''}
          onChange={(event) => setValue(event.target.value)}
          disabled={readOnly || disabled}
        >
          <option value="">Choose</option>
          {isOffered ? null : <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
