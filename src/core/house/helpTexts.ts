import type { CollectionConfig, Field } from 'payload'

/** What is said below a field of a form, by kind of record and field. */
export type HelpTexts = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * A kind of record whose form says below each field what belongs there. What a field says of itself where it is declared
 * stays. Throws where a text is of no field, or of one that has its own.
 */
export const helped = ({ record, texts }: { record: CollectionConfig; texts: HelpTexts }): CollectionConfig => {
  const own = new Map(Object.entries(texts[record.slug] ?? {}))
  const within = (field: Field): Field => {
    if (field.type === 'row') return { ...field, fields: field.fields.map(within) }
    if (!('name' in field)) return field
    const text = own.get(field.name)
    const { description } = (field.admin ?? {}) as { description?: unknown }
    if (text === undefined || description !== undefined) return field
    own.delete(field.name)
    return { ...field, admin: { ...field.admin, description: text } } as Field
  }
  const fields = record.fields.map(within)
  if (own.size > 0)
    throw new Error(`Of ${record.slug} there is help for ${[...own.keys()].join(', ')}, which needs none.`)
  return { ...record, fields }
}
