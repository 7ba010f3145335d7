import type { Condition, Field, FieldAccess, FieldAffectingData } from 'payload'

/**
 * A field that only the software itself writes; everybody who may read the record may read it. The record's page shows
 * it once it is written; no form does.
 */
export const engineOnly = <Given extends FieldAffectingData & { name: string }>(field: Given): Given =>
  ({
    ...field,
    access: { ...field.access, create: noOne, update: noOne },
    admin: {
      ...field.admin,
      readOnly: true,
      condition: whenStored(field.name),
      ...(field.type === 'date' ? { date: MOMENT } : {}),
    },
    custom: { ...field.custom, engineOnly: true },
  }) as Given

/** Whether a field is one that only the software writes. */
export const isEngineOnly = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true

/** What the software writes down are moments, and both halves of one tell. */
const MOMENT = { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' }

const noOne: FieldAccess = () => false

/** A form is asked for with its operation, a save without: there what was written is validated. */
const whenStored =
  (name: string): Condition =>
  (_data, siblings: Record<string, unknown> | undefined, { operation }: { operation?: string }) => {
    const value = siblings?.[name]
    return operation === undefined && value !== undefined && value !== null && value !== ''
  }
