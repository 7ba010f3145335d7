import type { ReactElement } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

/**
 * A date near today, as `YYYY-MM-DD`: a meeting, a purchase. One native input, because on a phone the system's own
 * calendar takes two taps, needs no typing and no JavaScript, and cannot give 31 June. For a date known by heart, such
 * as a birthday, use MemorableDateField: no one should page back fifty years.
 */
export const DateField = ({
  value,
  earliest,
  latest,
  ...field
}: FieldProps & { value?: string; earliest?: string; latest?: string }): ReactElement => {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <input
        className="input input--date"
        id={id}
        name={field.name}
        type="date"
        min={earliest}
        max={latest}
        defaultValue={value}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, ...field })}
      />
    </FieldFrame>
  )
}
