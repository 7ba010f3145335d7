'use client'

import { useId } from 'react'
import type { Question } from './actionForPerson.ts'

/** What was typed for one question. */
export type Typed = string | boolean

type QuestionFieldProps = {
  question: Question
  value: Typed | undefined
  error: string | undefined
  onChange: (value: Typed) => void
  onEnter: () => void
}

/** One question of an action, as its schema describes it. */
export const QuestionField = ({ question, value, error, onChange, onEnter }: QuestionFieldProps) => {
  const id = useId()
  const { label, hint, kind, required } = question
  const describedBy = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ') || undefined
  const shared = { id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined }
  const text = typeof value === 'string' ? value : ''
  // The record's own form surrounds this one: Enter must take the action, not save the form.
  const onKeyDown = (event: { key: string; preventDefault: () => void }) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onEnter()
  }
  const input = {
    line: () => (
      <input
        {...shared}
        type="text"
        value={text}
        maxLength={question.longest}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    ),
    text: () => (
      <textarea
        {...shared}
        rows={3}
        value={text}
        maxLength={question.longest}
        onChange={(event) => onChange(event.target.value)}
      />
    ),
    date: () => (
      <input
        {...shared}
        type="date"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    ),
    number: () => (
      <input
        {...shared}
        type="number"
        inputMode="decimal"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
    ),
    tick: () => (
      <input
        {...shared}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
        onKeyDown={onKeyDown}
      />
    ),
    choice: () => (
      <select {...shared} value={text} onChange={(event) => onChange(event.target.value)}>
        <option value="">Choose</option>
        {question.choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    ),
  }[kind]()
  return (
    <div className={`question question--${kind}`} data-question={question.name}>
      <label htmlFor={id}>
        {label}
        {required || kind === 'tick' ? '' : ' (optional)'}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="question__hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="question__error">
          {error}
        </p>
      ) : null}
      {input}
    </div>
  )
}
