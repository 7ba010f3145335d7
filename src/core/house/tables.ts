import type { Field } from 'payload'
import type { RecordKind } from '../access/defineCollection.ts'
import { tableOf } from '../database/query.ts'
import type { Area } from './defineArea.ts'

/**
 * Every table of the house by the name of the area that it belongs to, those that Payload keeps beside a record's own
 * included.
 */
export const tablesOf = (areas: readonly Area[]): ReadonlyMap<string, string> =>
  new Map(
    areas.flatMap(({ name, records, tables = [] }) =>
      [...records.flatMap(tablesOfRecord), ...tables.map((table) => table.name)].map((table) => [table, name] as const),
    ),
  )

const tablesOfRecord = ({ slug, fields }: RecordKind): string[] => {
  const own = tableOf(slug)
  const named = fieldsWithin(fields)
  const further = named
    .filter((field) => field.type === 'array' || (field.type === 'select' && field.hasMany))
    .flatMap((field) => ('name' in field ? [`${own}_${columnOf(field.name)}`] : []))
  const links = named.some(
    (field) => field.type === 'relationship' && (field.hasMany || Array.isArray(field.relationTo)),
  )
    ? [`${own}_rels`]
    : []
  return [own, ...further, ...links]
}

const fieldsWithin = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'row' ? fieldsWithin(field.fields) : [field]))

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
