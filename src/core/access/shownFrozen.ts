import type { Field, FieldAccess } from 'payload'
import type { Workflow } from '../workflow/workflow.ts'
import { isEngineOnly } from './engineOnly.ts'

/**
 * Shows a field in the panel as it stands where the state of its record does not let it be edited. It only shows: Payload
 * would drop such a change in silence, so when a record is saved the workflow is left to refuse it, in words.
 */
export const shownFrozen = ({ field, workflow }: { field: Field; workflow: Workflow }): Field => {
  if (!('name' in field) || field.type === 'ui' || isEngineOnly(field)) return field
  const asDeclared = field.access?.update
  const update: FieldAccess = (asked) => {
    if (!asked.req.user) return false
    const state: unknown = asked.doc?.[workflow.stateField]
    const isSaving = 'siblingData' in asked
    if (!isSaving && typeof state === 'string' && !workflow.editableIn(state).includes(field.name)) return false
    return asDeclared ? asDeclared(asked) : true
  }
  const onlyShown = Object.keys(field.access ?? {}).length === 0
  return { ...field, access: { ...field.access, update }, custom: { ...field.custom, ...(onlyShown ? { onlyShownFrozen: true } : {}) } } as Field
}

/** Whether a field has no access rule of its own, but is only shown as it stands in some states. */
export const isOnlyShownFrozen = (field: Field): boolean => 'custom' in field && field.custom?.onlyShownFrozen === true
