import type { ReactElement, ReactNode } from 'react'
import { fieldId } from './fieldErrors.ts'
import { FieldMessages } from './FieldMessages.tsx'
import { useWords } from './words.tsx'

/** What every field has: a name to be posted under, words, and perhaps help and an error. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  /** Adds "(optional)" to the label. What is not optional is not marked. */
  optional?: boolean
  /** Makes the label the page's only heading: for one question a page. `caption` stands above it. */
  question?: boolean
  caption?: string
}

/** The label, hint and error around a single input whose id is `fieldId(name)`. */
export const FieldFrame = ({
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
    <label className="field__label" htmlFor={id}>
      {label}
      {optional && <span className="field__optional"> {say('page.optional')}</span>}
    </label>
  )
  return (
    <div className={error === undefined ? 'field' : 'field field--error'}>
      {question ? (
        <h1 className="heading heading--1">
          {caption !== undefined && <span className="heading__caption">{caption} </span>}
          {words}
        </h1>
      ) : (
        words
      )}
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}
