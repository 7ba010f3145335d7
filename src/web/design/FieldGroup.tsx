import type { ReactElement, ReactNode } from 'react'
import { describedBy, fieldId } from './fieldErrors.ts'
import type { FieldProps } from './FieldFrame.tsx'
import { FieldMessages } from './FieldMessages.tsx'
import { useWords } from './words.tsx'

/** The legend, hint and error around several inputs that answer one question. */
export const FieldGroup = ({
  name,
  label,
  hint,
  error,
  optional = false,
  question = false,
  caption,
  children,
}: FieldProps & { children: ReactNode }): ReactElement => {
  const { say } = useWords()
  const id = fieldId(name)
  const words = (
    <>
      {label}
      {optional && <span className="field__optional"> {say('page.optional')}</span>}
    </>
  )
  return (
    <fieldset
      className={error === undefined ? 'field' : 'field field--error'}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="field__label">
        {question ? (
          <h1 className="heading heading--1">
            {caption !== undefined && <span className="heading__caption">{caption} </span>}
            {words}
          </h1>
        ) : (
          words
        )}
      </legend>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
