import type { PayloadRequest, SingleRelationshipField } from 'payload'

type RelatedOptions = {
  name: string
  label: string
  to: string
  required?: boolean
  description?: string
  unique?: boolean
  /** Follows from another field of a new record, so the panel's form does not ask for it. */
  follows?: boolean
  /** A link to a new record may say it: `…/create?child=<id>` opens the panel's form with this child. Never for a field that only the software writes. */
  prefilled?: boolean
}

/** A link to one record of another collection. Indexed, because access rules and queues search by it. */
export const related = ({ name, label, to, required = false, description, unique = false, follows = false, prefilled = false }: RelatedOptions): SingleRelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo: to as SingleRelationshipField['relationTo'],
  required,
  unique,
  index: true,
  ...(prefilled ? { defaultValue: ({ req }: { req: Pick<PayloadRequest, 'query'> }) => idIn(req.query?.[name]) } : {}),
  admin: { description, allowCreate: false, ...(follows ? { condition: (_data, _siblings, { operation }) => operation !== 'create' } : {}) },
})

/** Whatever else stands in an address is no identity of a record. */
const idIn = (said: unknown): string | undefined => (typeof said === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said) ? said : undefined)
