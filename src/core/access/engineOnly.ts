import type { Condition, Field, FieldAccess } from 'payload'

/**
 * A field that only the software itself writes; everybody who may read the record may read it. The panel shows it once
 * it is written.
 */
export const engineOnly = <Given extends Field>(field: Given): Given =>
  ({
    ...field,
    access: { ...('access' in field ? field.access : {}), create: noOne, update: noOne },
    admin: {
      ...('admin' in field ? field.admin : {}),
      readOnly: true,
      condition: onceWritten(field),
      ...(field.type === 'date' ? { date: MOMENT } : {}),
    },
    custom: { ...('custom' in field ? field.custom : {}), engineOnly: true },
  }) as Given

/** Whether a field is one that only the software writes. */
export const isEngineOnly = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true

/** What the software writes down are moments, and both halves of one tell. */
const MOMENT = { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' }

const noOne: FieldAccess = () => false

const onceWritten =
  (field: Field): Condition =>
  (_data, siblings: Record<string, unknown> | undefined, { operation }) => {
    const value = 'name' in field && field.name ? siblings?.[field.name] : undefined
    return operation !== 'create' && value !== undefined && value !== null && value !== ''
  }
