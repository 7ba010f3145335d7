import type { Field } from 'payload'

/**
 * A field that holds several things in one, as the panel shows it: to be read, line by line. Payload's own editor for
 * such a field is loaded from another host.
 */
export const readInLines = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(readInLines) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(readInLines) } as Field
  return field.type === 'json'
    ? {
        ...field,
        admin: {
          ...field.admin,
          components: {
            ...field.admin?.components,
            Field: '/src/admin/fields/DetailField.tsx#DetailField',
            Cell: '/src/admin/fields/DetailCell.tsx#DetailCell',
          },
        },
      }
    : field
}
