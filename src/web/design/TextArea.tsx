import type { ReactElement } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

/** Several lines of text. It grows with what is typed where the browser can. */
export const TextArea = ({
  value,
  rows = 5,
  maxLength,
  ...field
}: FieldProps & { value?: string; rows?: number; maxLength?: number }): ReactElement => {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <textarea
        className={rows >= MANY_ROWS ? 'input input--full input--tall' : 'input input--full'}
        id={id}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={value}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, ...field })}
      />
    </FieldFrame>
  )
}

/** From so many rows on, the box stays large although it grows by itself: it invites more than a line. */
const MANY_ROWS = 8
