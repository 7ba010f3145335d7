import type { Condition, Field, FieldAccess } from 'payload'
import { isEngineOnly } from './engineOnly.ts'

/** Whether a field of a record, as it is stored now, is one that takes no change. */
export type Frozen = (given: { record: Record<string, unknown>; field: string }) => boolean

/**
 * Leaves a field out of the panel's form where its record does not let it be edited; the record's page shows it. That is
 * all it does: Payload would drop such a change in silence, so when a record is saved its rules are left to refuse it, in
 * words.
 */
export const shownFrozen = ({ field, isFrozen }: { field: Field; isFrozen: Frozen }): Field => {
  if (field.type === 'row')
    return { ...field, fields: field.fields.map((inner) => shownFrozen({ field: inner, isFrozen })) }
  if (!('name' in field) || field.type === 'ui' || isEngineOnly(field)) return field
  const asDeclared = field.access?.update
  const update: FieldAccess = (asked) => {
    if (!asked.req.user) return false
    const isSaving = 'siblingData' in asked
    if (!isSaving && asked.doc && isFrozen({ record: asked.doc as Record<string, unknown>, field: field.name }))
      return false
    return asDeclared ? asDeclared(asked) : true
  }
  const asked = field.admin?.condition as Condition | undefined
  const condition: Condition = (data, siblings, given) =>
    !(
      (given as { operation?: string }).operation === 'update' &&
      isFrozen({ record: data as Record<string, unknown>, field: field.name })
    ) &&
    (asked?.(data, siblings, given) ?? true)
  const onlyShown = Object.keys(field.access ?? {}).length === 0
  return {
    ...field,
    access: { ...field.access, update },
    admin: { ...field.admin, condition },
    custom: { ...field.custom, ...(onlyShown ? { onlyShownFrozen: true } : {}), [DECLARED]: { condition: asked } },
  } as Field
}

/**
 * Does something while each field has the condition that it was declared with, and no other. Payload takes a field that
 * is not always asked for as one that need not be there, and would let its column be empty.
 */
export const withDeclaredConditions = async <Result>({
  collections,
  work,
}: {
  collections: ReadonlyArray<{ fields: readonly Field[] }>
  work: () => Promise<Result>
}): Promise<Result> => {
  const set = (condition: (field: WithForm) => Condition | undefined): void => {
    for (const field of collections.flatMap(({ fields }) => formFieldsIn(fields)))
      field.admin.condition = condition(field)
  }
  const inForms = new Map(
    collections.flatMap(({ fields }) => formFieldsIn(fields)).map((field) => [field, field.admin.condition]),
  )
  set((field) => field.custom[DECLARED].condition)
  try {
    return await work()
  } finally {
    set((field) => inForms.get(field))
  }
}

const DECLARED = 'declaredCondition'

type WithForm = {
  admin: { condition?: Condition | undefined }
  custom: { [DECLARED]: { condition: Condition | undefined } }
}

const formFieldsIn = (fields: readonly Field[]): WithForm[] =>
  fields.flatMap((field) => [
    ...('custom' in field && field.custom?.[DECLARED] ? [field as unknown as WithForm] : []),
    ...('fields' in field ? formFieldsIn(field.fields) : []),
  ])

/** Whether a field has no access rule of its own, but is only shown as it stands in some states. */
export const isOnlyShownFrozen = (field: Field): boolean => 'custom' in field && field.custom?.onlyShownFrozen === true
