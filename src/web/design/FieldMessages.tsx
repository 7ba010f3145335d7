import type { ReactElement, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useWords } from './words.tsx'

/** The hint and the error of a field, with the ids that `describedBy` names. */
export const FieldMessages = ({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }): ReactElement => {
  const { say } = useWords()
  return (
    <>
      {hint !== undefined && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className="field__error" id={`${id}-error`}>
          <Icon name="warning" />
          <span>
            <span className="visually-hidden">{say('page.error')}: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}
