import type { Condition, Field, FieldAccess, FieldAffectingData } from 'payload'

/**
 * A field that only the software itself writes; everybody who may read the record may read it. The panel shows it once
 * it is written.
 */
export const engineOnly = <Given extends FieldAffectingData & { name: string }>(field: Given): Given =>
  ({
    ...field,
    access: { ...field.access, create: noOne, update: noOne },
    admin: {
      ...field.admin,
      readOnly: true,
      condition: onceWritten(field.name),
      ...(field.type === 'date' ? { date: MOMENT } : {}),
    },
    custom: { ...field.custom, engineOnly: true },
  }) as Given

/** Whether a field is one that only the software writes. */
export const isEngineOnly = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true

/** What the software writes down are moments, and both halves of one tell. */
const MOMENT = { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' }

const noOne: FieldAccess = () => false

const onceWritten =
  (name: string): Condition =>
  (_data, siblings: Record<string, unknown> | undefined, { operation }) => {
    const value = siblings?.[name]
    return operation !== 'create' && value !== undefined && value !== null && value !== ''
  }
