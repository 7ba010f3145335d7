import type { SingleRelationshipField } from 'payload'

type RelatedOptions = { name: string; label: string; to: string; required?: boolean; description?: string; unique?: boolean }

/** A link to one record of another collection. Indexed, because access rules and queues search by it. */
export const related = ({ name, label, to, required = false, description, unique = false }: RelatedOptions): SingleRelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo: to as SingleRelationshipField['relationTo'],
  required,
  unique,
  index: true,
  admin: { description, allowCreate: false },
})
