import type { Field } from 'payload'
import type { RecordKind } from '../access/defineCollection.ts'
import { tableOf } from '../database/query.ts'
import type { Held, OfPerson } from './held.ts'

/**
 * What an area holds about a person, found by the fields of which its records say that they lead there, through other
 * records of the same area too. For areas whose tables beside the records tell of nobody.
 */
export const heldByFields =
  (records: readonly RecordKind[]): OfPerson =>
  async ({ query, person }) => {
    const held: Held[] = []
    for (const record of records) {
      const condition = tellsOf({ record, records, collection: person.collection, beyond: [] })
      if (condition === undefined) continue
      const rows = await query<{ id: string }>(
        `select id from "${tableOf(record.slug)}" where ${condition} order by id`,
        [person.id],
      )
      held.push(...rows.map(({ id }) => ({ collection: record.slug, id })))
    }
    return held
  }

/** Under which condition in SQL a record tells of the person with the id $1; undefined where none of its kind does. */
const tellsOf = ({
  record,
  records,
  collection,
  beyond,
}: {
  record: RecordKind
  records: readonly RecordKind[]
  collection: string
  beyond: readonly string[]
}): string | undefined => {
  const { about } = record.custom.nature
  if (about === 'nobody') return undefined
  const conditions = about.flatMap((name) => {
    if (name === 'itself') return record.slug === collection ? ['id = $1'] : []
    const target = targetOf({ record, name })
    const column = `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_id"`
    if (target === collection) return [`${column} = $1`]
    const next = records.find(({ slug }) => slug === target && !beyond.includes(slug))
    const further = next && tellsOf({ record: next, records, collection, beyond: [...beyond, record.slug] })
    return further === undefined ? [] : [`${column} in (select id from "${tableOf(target)}" where ${further})`]
  })
  return conditions.length > 0 ? conditions.join(' or ') : undefined
}

/** The collection to which a field of a record leads. Throws where there is no such link. */
export const targetOf = ({ record, name }: { record: RecordKind; name: string }): string => {
  const field = fieldsWithin(record.fields).find((candidate) => 'name' in candidate && candidate.name === name)
  if (field?.type !== 'relationship' || typeof field.relationTo !== 'string')
    throw new Error(`${record.slug} says that it tells of somebody by “${name}”, which leads to no record.`)
  return field.relationTo
}

const fieldsWithin = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'row' ? fieldsWithin(field.fields) : [field]))
