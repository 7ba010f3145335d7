import type { CollectionBeforeChangeHook, Field } from 'payload'
import { refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'

/** The column that counts a record's saves. */
export const ROW_VERSION = 'rowVersion'

/** The version travels with the panel's form, hidden, so that an outdated form cannot overwrite a newer save. */
export const rowVersionField: Field = { name: ROW_VERSION, type: 'number', defaultValue: 1, admin: { hidden: true } }

/**
 * Counts each save, and refuses one that was made from an older state of the record. Runs after the row is locked, so
 * two saves at once cannot both pass.
 */
export const rowVersionHook: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  if (operation === 'create') return { ...data, [ROW_VERSION]: 1 }
  const stored = Number(originalDoc?.[ROW_VERSION] ?? 1)
  const sent: unknown = data[ROW_VERSION]
  if (sent !== undefined && sent !== null && Number(sent) !== stored) throw refusalError(staleRecord)
  return { ...data, [ROW_VERSION]: stored + 1 }
}

/** The answer to somebody who saves what another person changed in the meantime. */
export const staleRecord = refused({
  rule: 'SAVE',
  reason: 'Somebody else changed this record while you had it open, so your change was not stored.',
  nextStep: 'Open it again, look at what changed, and make your change once more.',
})
