import type { SingleRelationshipField } from 'payload'

type RelatedOptions = {
  name: string
  label: string
  to: string
  required?: boolean
  description?: string
  unique?: boolean
  /** Follows from another field of a new record, so the panel's form does not ask for it. */
  follows?: boolean
}

/** A link to one record of another collection. Indexed, because access rules and queues search by it. */
export const related = ({ name, label, to, required = false, description, unique = false, follows = false }: RelatedOptions): SingleRelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo: to as SingleRelationshipField['relationTo'],
  required,
  unique,
  index: true,
  admin: { description, allowCreate: false, ...(follows ? { condition: (_data, _siblings, { operation }) => operation !== 'create' } : {}) },
})
