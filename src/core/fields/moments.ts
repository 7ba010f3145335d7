import type { DateField, DateFieldValidation, Field } from 'payload'
import { date as usualMoment } from 'payload/shared'
import { sameValue } from '../audit/differences.ts'
import { londonDate } from '../clock/londonDates.ts'
import { clockOf } from '../services.ts'
import { beyondBounds } from './dateBounds.ts'

/**
 * A field that holds a moment, as the panel shows and takes it: London's day and hour, wherever the browser stands. What
 * is within a row or a group likewise.
 */
export const inLondon = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(inLondon) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(inLondon) } as Field
  return field.type === 'date' ? ofLondon({ ...field, validate: field.validate ?? withinBounds }) : field
}

/** When a record was added and last changed, which Payload keeps of each. */
export const timestampFields: readonly DateField[] = (
  [
    ['updatedAt', 'Last changed'],
    ['createdAt', 'Added'],
  ] as const
).map(([name, label]) =>
  ofLondon({ name, label, type: 'date', index: true, admin: { disableBulkEdit: true, hidden: true } }),
)

function ofLondon(field: DateField): DateField {
  return {
    ...field,
    admin: {
      ...field.admin,
      // The calendar of Payload’s own picker, which begins on Sunday for everybody who reads English.
      date: { ...field.admin?.date, overrides: { calendarStartDay: 1 } },
      components: {
        Field: '/src/admin/fields/MomentField.tsx#MomentField',
        Cell: '/src/admin/fields/MomentCell.tsx#MomentCell',
        Filter: '/src/admin/fields/MomentFilter.tsx#MomentFilter',
        ...field.admin?.components,
      },
    },
  }
}

/** A moment is on a day that somebody may mean; what is stored already stays until it is changed. */
const withinBounds: DateFieldValidation = (value, options) => {
  const usual = usualMoment(value, options)
  if (usual !== true || !value || sameValue(value, options.previousValue)) return usual
  const today = londonDate(clockOf(options.req.payload).now())
  return beyondBounds({ date: londonDate(new Date(value)), kind: 'usual', today }) ?? true
}
