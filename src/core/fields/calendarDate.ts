import type { Condition, PayloadRequest, TextField } from 'payload'
import { isCalendarDate, londonDate } from '../clock/londonDates.ts'
import { clockOf } from '../services.ts'
import { beyondBounds, type DateKind } from './dateBounds.ts'

type CalendarDateOptions = {
  name: string
  label: string
  /** What it is the date of, and so how far from today it can lie; any other day unless told. */
  kind?: DateKind
  required?: boolean
  description?: string
  /** When the panel's form shows it; always unless told. */
  condition?: Condition
}

/**
 * A calendar date, kept as `YYYY-MM-DD` text: a birthday or an expiry has no time of day and no time zone. PostgreSQL
 * checks the form as well.
 */
export const calendarDate = ({
  name,
  label,
  kind = 'usual',
  required = false,
  description,
  condition,
}: CalendarDateOptions): TextField => ({
  name,
  label,
  type: 'text',
  required,
  index: false,
  validate: (value: unknown, { req, previousValue }: { req: PayloadRequest; previousValue?: unknown }) => {
    if (value === undefined || value === null || value === '') return required ? `${label}: give a date.` : true
    if (typeof value !== 'string' || !isCalendarDate(value))
      return `${label}: give a real date as year-month-day, for example 2026-03-31.`
    // What is stored already stays until it is changed.
    const beyond =
      value === previousValue
        ? undefined
        : beyondBounds({ date: value, kind, today: londonDate(clockOf(req.payload).now()) })
    return beyond === undefined || `${label}: ${beyond}`
  },
  hooks: { beforeValidate: [({ value }: { value?: unknown }) => (value === '' ? null : value)] },
  custom: { calendarDate: true },
  admin: {
    description,
    ...(condition ? { condition } : {}),
    components: {
      Field: '/src/admin/fields/CalendarDateField.tsx#CalendarDateField',
      Cell: '/src/admin/fields/CalendarDateCell.tsx#CalendarDateCell',
    },
  },
})
