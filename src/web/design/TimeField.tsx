import type { ReactElement } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

/** A time of day in London, as `HH:mm`. */
export const TimeField = ({ value, ...field }: FieldProps & { value?: string }): ReactElement => {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <input
        className="input input--time"
        id={id}
        name={field.name}
        type="time"
        defaultValue={value}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, ...field })}
      />
    </FieldFrame>
  )
}
