'use client'

import { useEffect, useRef, useState } from 'react'
import type { Question } from './actionForPerson.ts'
import { LOOK_CLASS } from './looks.ts'
import { QuestionField, type Typed } from './QuestionField.tsx'
import { useHearsPresses } from './useHearsPresses.ts'

type ActionFormProps = {
  label: string
  questions: readonly Question[]
  /** What follows at once, named before it is taken. */
  follows?: readonly string[]
  busy: boolean
  /** Of a grave step the button that takes it looks grave too. */
  grave?: boolean
  /** Opened by a button: the first question takes the focus. */
  takesFocus?: boolean
  onTake: (input: Record<string, unknown>) => void
  onClose?: () => void
}

/** What follows from an action, its questions and its button. Not a form element: it stands inside the record's own form. */
export const ActionForm = ({
  label,
  questions,
  follows = [],
  busy,
  grave = false,
  takesFocus = false,
  onTake,
  onClose,
}: ActionFormProps) => {
  const hears = useHearsPresses()
  const [typed, setTyped] = useState<Record<string, Typed>>(() => givenIn(questions))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const box = useRef<HTMLDivElement>(null)
  const focusOn = (name: string | undefined) =>
    box.current?.querySelector<HTMLElement>(`[data-question="${name}"] :is(input, textarea, select)`)?.focus()

  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus()
  }, [takesFocus])

  const take = () => {
    const missing = questions.filter(
      ({ name, required, kind }) => required && kind !== 'tick' && !String(typed[name] ?? '').trim(),
    )
    setErrors(Object.fromEntries(missing.map(({ name, label: question }) => [name, `${question}.`])))
    if (missing.length > 0) return focusOn(missing[0]?.name)
    onTake(inputOf({ questions, typed }))
  }

  return (
    <div ref={box} className="action-form" role="group" aria-label={label}>
      {follows.length > 0 ? (
        <div>
          <p>This happens at once:</p>
          <ul>
            {follows.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          value={typed[question.name]}
          error={errors[question.name]}
          onChange={(value) => setTyped((before) => ({ ...before, [question.name]: value }))}
          onEnter={take}
        />
      ))}
      <div className="action-row">
        <button type="button" className={LOOK_CLASS[grave ? 'grave' : 'main']} disabled={busy || !hears} onClick={take}>
          {busy ? 'One moment' : label}
        </button>
        {onClose ? (
          <button type="button" className="action action--quiet" disabled={busy} onClick={onClose}>
            Not now
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** What stands in the questions already. */
const givenIn = (questions: readonly Question[]): Record<string, Typed> =>
  Object.fromEntries(questions.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])))

/** What was typed, as the schema of the action takes it: what was left empty is left out. */
const inputOf = ({
  questions,
  typed,
}: {
  questions: readonly Question[]
  typed: Record<string, Typed>
}): Record<string, unknown> =>
  Object.fromEntries(
    questions.flatMap(({ name, kind }) => {
      const value = typed[name]
      if (kind === 'tick') return [[name, value === true]]
      if (value === undefined || value === '') return []
      return [[name, kind === 'number' ? Number(value) : value]]
    }),
  )
