import type { ReactElement } from 'react'
import { fieldId, type FieldErrors } from './fieldErrors.ts'
import { useWords } from './words.tsx'

/**
 * What is wrong with what was sent, first on the page and with the focus (`autofocus` needs no JavaScript). Each line
 * leads to its field and says the field's own words. Nothing when nothing is wrong.
 */
export const ErrorSummary = ({
  errors = {},
  generalErrors = [],
}: {
  errors?: FieldErrors
  generalErrors?: readonly string[]
}): ReactElement | null => {
  const { say } = useWords()
  const fields = Object.entries(errors)
  if (fields.length === 0 && generalErrors.length === 0) return null
  return (
    <div className="error-summary" tabIndex={-1} autoFocus aria-labelledby="error-summary" role="group">
      <div role="alert">
        <h2 id="error-summary">{say('page.problem')}</h2>
        <ul>
          {generalErrors.map((message) => (
            <li key={message}>{message}</li>
          ))}
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
