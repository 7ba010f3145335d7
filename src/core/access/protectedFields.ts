import type { Field } from 'payload'
import { sameValue } from '../audit/differences.ts'
import type { Query } from '../database/query.ts'
import { badInputError, refusalError } from '../errors/problems.ts'
import { refused } from '../errors/refusal.ts'
import { isEngineOnly } from './engineOnly.ts'
import { ROW_VERSION, staleRecord } from './rowVersion.ts'

/** Refuses what is no field of the record, where Payload would drop it in silence: 400. */
export const refuseUnknown = ({ data, fields }: { data: Record<string, unknown>; fields: Field[] }): void => {
  const known = new Set([...fields.flatMap(namesOf), ...ALWAYS_THERE, ROW_VERSION])
  const unknown = Object.keys(data).filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw badInputError({
      reason: `This record has no field called ${unknown
        .slice(0, 5)
        .map((name) => `“${name.slice(0, 40)}”`)
        .join(', ')}.`,
      nextStep: 'Leave it out and send the rest again.',
    })
}

/**
 * Refuses another value than the stored one in a field that only the software writes: 409. The same value passes,
 * because the panel's form sends the whole record back. When it was last saved is left to Payload, which overwrites it.
 */
export const refuseProtected = async ({
  table,
  id,
  data,
  fields,
  query,
}: {
  table: string
  id?: string
  data: Record<string, unknown>
  fields: Field[]
  query: Query
}): Promise<void> => {
  delete data.updatedAt
  const sent = [...fields.filter(isEngineOnly).flatMap(namesOf), 'id', 'createdAt'].filter((name) =>
    Object.hasOwn(data, name),
  )
  if (sent.length === 0) return
  const stored = id ? (await query(`select * from "${table}" where id::text = $1`, [id]))[0] : undefined
  if (id && !stored) return
  const differing = sent.filter((name) => {
    const field = fields.find((candidate) => 'name' in candidate && candidate.name === name)
    const usual: unknown = field && 'defaultValue' in field ? field.defaultValue : undefined
    return !sameValue(idOf(data[name]), stored ? columnOf({ row: stored, name, field }) : usual)
  })
  // An outdated form holds what the software has written since: that somebody else saved is what its sender has to
  // hear.
  if (differing.length > 0 && stored && isStale({ data, stored })) throw refusalError(staleRecord)
  if (differing.length > 0)
    throw refusalError(
      refused({
        rule: 'STATE',
        reason: `“${differing.join('”, “')}” changes only through the actions of this record, so nothing was stored.`,
        nextStep: 'Use the record’s actions instead.',
      }),
    )
}

const isStale = ({ data, stored }: { data: Record<string, unknown>; stored: Record<string, unknown> }): boolean => {
  const sent = data[ROW_VERSION]
  return sent !== undefined && sent !== null && Number(sent) !== Number(stored.row_version ?? 1)
}

/** What every table has beside its own fields. */
const ALWAYS_THERE = ['id', 'createdAt', 'updatedAt']

const namesOf = (field: Field): string[] => {
  if ('name' in field && field.name && field.type !== 'ui') return [field.name]
  if (field.type === 'tabs')
    return field.tabs.flatMap((tab) => ('name' in tab && tab.name ? [tab.name] : tab.fields.flatMap(namesOf)))
  return 'fields' in field ? field.fields.flatMap(namesOf) : []
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const columnOf = ({
  row,
  name,
  field,
}: {
  row: Record<string, unknown>
  name: string
  field: Field | undefined
}): unknown => {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const value = row[field?.type === 'relationship' || field?.type === 'upload' ? `${column}_id` : column]
  return field?.type === 'number' && typeof value === 'string' ? Number(value) : value
}
