import type { ReactElement } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

/** A file or a photograph to send along; its form needs `upload`. `accept` as in HTML: `image/*,application/pdf`. */
export const FileField = ({ accept, ...field }: FieldProps & { accept?: string }): ReactElement => {
  const id = fieldId(field.name)
  return (
    <FieldFrame {...field}>
      <input
        className="input input--file"
        id={id}
        name={field.name}
        type="file"
        accept={accept}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-describedby={describedBy({ id, ...field })}
      />
    </FieldFrame>
  )
}
