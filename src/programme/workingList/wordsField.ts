import type { TextareaField, TextField, Validate } from 'payload'
import { londonDate } from '../../core/clock/londonDates.ts'
import { clockOf } from '../../core/services.ts'
import { tidyCell } from '../../core/sheets/cells.ts'
import { readAgeAndYear } from './ageAndYear.ts'
import type { Column } from './columns.ts'

/**
 * The field that keeps the committee's words of one column, tidy whatever door they came through. An age that no child
 * can have is refused.
 */
export const wordsField = ({ key, heading, longest }: Column): TextField | TextareaField =>
  ({
    name: key,
    label: heading,
    type: longest > LONGEST_LINE ? 'textarea' : 'text',
    required: key === 'name',
    maxLength: longest,
    hooks: {
      beforeValidate: [({ value }: { value?: unknown }) => (typeof value === 'string' ? tidyCell(value) : value)],
    },
    ...(key === 'ageGiven'
      ? { validate: mayBeAge, admin: { description: 'As it was given: “12, year 8”, “Y9/10”, a date of birth.' } }
      : {}),
  }) as TextField | TextareaField

const LONGEST_LINE = 200

/** What was kept before stays: a child grows, and what was taken down once is no mistake for that. */
const mayBeAge: Validate<string> = (value, { req, previousValue }): string | true => {
  if (value === previousValue) return true
  const age = readAgeAndYear({ words: value ?? '', on: londonDate(clockOf(req.payload).now()) })
  return 'problem' in age ? `${age.problem} ${age.nextStep}` : true
}
