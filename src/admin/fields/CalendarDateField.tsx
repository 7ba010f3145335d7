'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useId } from 'react'

/** A calendar date in the panel: the browser's own date input, which keeps year, month and day and nothing else. */
export const CalendarDateField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const id = useId()
  const { value, setValue, showError, errorMessage, disabled } = useField<string>({ path })
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <input
          id={id}
          type="date"
          value={value ?? ''}
          onChange={(event) => setValue(event.target.value)}
          disabled={Boolean(readOnly) || disabled}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
