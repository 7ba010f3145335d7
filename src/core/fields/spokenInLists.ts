import type { Field } from 'payload'

/**
 * A field whose value the panel's lists show as people say it: a tick as “Yes” or “No”, where Payload would write true
 * or false; another record by its name, where Payload would leave “Loading…” or show the id of what is not this
 * person's to see.
 */
export const spokenInLists = (field: Field): Field => {
  if (field.type === 'row' || field.type === 'collapsible') return { ...field, fields: field.fields.map(spokenInLists) }
  if (field.type === 'checkbox' && !field.admin?.components?.Cell)
    return { ...field, admin: { ...field.admin, components: { ...field.admin?.components, Cell: CELLS.tick } } }
  if (field.type === 'relationship' && typeof field.relationTo === 'string' && !field.admin?.components?.Cell)
    return {
      ...field,
      admin: { ...field.admin, components: { ...field.admin?.components, Cell: CELLS.record } },
    } as Field
  return field
}

const CELLS = {
  tick: '/src/admin/fields/YesOrNoCell.tsx#YesOrNoCell',
  record: '/src/admin/fields/RelatedCell.tsx#RelatedCell',
} as const
