import type { Condition, TextField } from 'payload'
import { isCalendarDate } from '../clock/londonDates.ts'

type CalendarDateOptions = {
  name: string
  label: string
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
  required = false,
  description,
  condition,
}: CalendarDateOptions): TextField => ({
  name,
  label,
  type: 'text',
  required,
  index: false,
  validate: (value: unknown) => {
    if (value === undefined || value === null || value === '') return required ? `${label}: give a date.` : true
    return (
      (typeof value === 'string' && isCalendarDate(value)) ||
      `${label}: give a real date as year-month-day, for example 2026-03-31.`
    )
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
