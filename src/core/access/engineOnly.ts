import type { Field, FieldAccess } from 'payload'

/** A field that only the software itself writes; everybody who may read the record may read it. */
export const engineOnly = <Given extends Field>(field: Given): Given =>
  ({
    ...field,
    access: { ...('access' in field ? field.access : {}), create: noOne, update: noOne },
    admin: { ...('admin' in field ? field.admin : {}), readOnly: true },
    custom: { ...('custom' in field ? field.custom : {}), engineOnly: true },
  }) as Given

/** Whether a field is one that only the software writes. */
export const isEngineOnly = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true

const noOne: FieldAccess = () => false
