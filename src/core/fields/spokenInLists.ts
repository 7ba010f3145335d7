import type { Field } from 'payload'

/**
 * A field whose value the panel's lists show as people say it: a tick as “Yes” or “No”, where Payload would write true
 * or false.
 */
export const spokenInLists = (field: Field): Field => {
  if (field.type === 'row') return { ...field, fields: field.fields.map(spokenInLists) }
  if (field.type !== 'checkbox' || field.admin?.components?.Cell) return field
  return {
    ...field,
    admin: {
      ...field.admin,
      components: { ...field.admin?.components, Cell: '/src/admin/fields/YesOrNoCell.tsx#YesOrNoCell' },
    },
  }
}
