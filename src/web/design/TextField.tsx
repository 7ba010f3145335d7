import type { ReactElement } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'

export type TextFieldProps = FieldProps & {
  /** What was typed, or what is known already. Never given for a password. */
  value?: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  /** Which keyboard a phone shows: `numeric` for codes and whole numbers, `decimal` for pounds. */
  inputMode?: 'text' | 'numeric' | 'decimal'
  /** As in HTML: `email`, `current-password`, `one-time-code`, `given-name` … */
  autoComplete?: string
  /** As wide as the answer is long. */
  width?: 'short' | 'medium' | 'full'
  prefix?: string
  suffix?: string
  spellCheck?: boolean
  maxLength?: number
}

/** One line of text. */
export const TextField = ({
  value,
  type = 'text',
  inputMode,
  autoComplete,
  width = 'full',
  prefix,
  suffix,
  spellCheck,
  maxLength,
  ...field
}: TextFieldProps): ReactElement => {
  const id = fieldId(field.name)
  const input = (
    <input
      className={`input input--${width}`}
      id={id}
      name={field.name}
      type={type}
      defaultValue={value}
      inputMode={inputMode}
      autoComplete={autoComplete}
      spellCheck={spellCheck}
      maxLength={maxLength}
      autoCapitalize={type === 'email' || type === 'password' ? 'none' : undefined}
      aria-invalid={field.error === undefined ? undefined : true}
      aria-describedby={describedBy({ id, ...field })}
    />
  )
  return (
    <FieldFrame {...field}>
      {prefix === undefined && suffix === undefined ? (
        input
      ) : (
        <div className="affixed">
          {prefix !== undefined && <span aria-hidden="true">{prefix}</span>}
          {input}
          {suffix !== undefined && <span aria-hidden="true">{suffix}</span>}
        </div>
      )}
    </FieldFrame>
  )
}
