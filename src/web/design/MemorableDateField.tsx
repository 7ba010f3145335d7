import type { ReactElement } from 'react'
import { fieldId } from './fieldErrors.ts'
import { FieldGroup } from './FieldGroup.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import type { TypedDate } from './memorableDate.ts'
import { useWords } from './words.tsx'

export type MemorableDateFieldProps = FieldProps & {
  value?: TypedDate
  /** A birthday of the person who fills the form in: lets the phone offer it. */
  ownBirthday?: boolean
}

/**
 * A date known by heart, typed as day, month and year; posted as `name-day`, `name-month`, `name-year` and read by
 * `typedDateFrom`. A month's name is taken as well as its number.
 */
export const MemorableDateField = ({
  value = { day: '', month: '', year: '' },
  ownBirthday = false,
  ...field
}: MemorableDateFieldProps): ReactElement => {
  const { say } = useWords()
  return (
    <FieldGroup {...field}>
      <div className="memorable-date">
        {PARTS.map(({ part, label, width, autoComplete }) => {
          // The first input carries the field's own id, so that the error summary leads there.
          const id = part === 'day' ? fieldId(field.name) : `${fieldId(field.name)}-${part}`
          return (
            <div key={part}>
              <label htmlFor={id}>{say(label)}</label>
              <input
                className={`input input--${width}`}
                id={id}
                name={`${field.name}-${part}`}
                type="text"
                inputMode={part === 'month' ? undefined : 'numeric'}
                autoComplete={ownBirthday ? autoComplete : undefined}
                defaultValue={value[part]}
                aria-invalid={field.error === undefined ? undefined : true}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

const PARTS = [
  { part: 'day', label: 'date.day', width: 'digits', autoComplete: 'bday-day' },
  { part: 'month', label: 'date.month', width: 'month', autoComplete: 'bday-month' },
  { part: 'year', label: 'date.year', width: 'year', autoComplete: 'bday-year' },
] as const
