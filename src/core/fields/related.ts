import type { Condition, PayloadRequest, SingleRelationshipField, Where } from 'payload'
import { relationship } from 'payload/shared'

/** What can be said of a link to another record. */
export type RelatedOptions = {
  name: string
  label: string
  to: string
  required?: boolean
  description?: string
  unique?: boolean
  /** Follows from another field of a new record, so the panel's form does not ask for it. */
  follows?: boolean
  /**
   * A link to a new record may say it: `…/create?child=<id>` opens the panel's form with this child. Never for a field
   * that only the software writes.
   */
  prefilled?: boolean
  /** Which records the panel offers to choose from. A help to people and no gate: a save does not ask it. */
  choices?: Where
  /** Of which records it is asked and shown; of all unless told. */
  condition?: Condition
}

/** A link to one record of another collection. Indexed, because access rules and queues search by it. */
export const related = ({
  name,
  label,
  to,
  required = false,
  description,
  unique = false,
  follows = false,
  prefilled = false,
  choices,
  condition,
}: RelatedOptions): SingleRelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo: to as SingleRelationshipField['relationTo'],
  required,
  unique,
  index: true,
  // Payload would ask each save again whether the choice is among those offered: a statement more for every record.
  ...(choices
    ? {
        filterOptions: choices,
        validate: (value, options) => relationship(value, { ...options, filterOptions: undefined } as typeof options),
      }
    : {}),
  ...(prefilled ? { defaultValue: ({ req }: { req: Pick<PayloadRequest, 'query'> }) => idIn(req.query?.[name]) } : {}),
  admin: {
    description,
    allowCreate: false,
    ...(follows || condition
      ? {
          condition: (data, siblings, asked) =>
            !(follows && asked.operation === 'create') && (condition?.(data, siblings, asked) ?? true),
        }
      : {}),
  },
})

/** Whatever else stands in an address is no identity of a record. */
const idIn = (said: unknown): string | undefined =>
  typeof said === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(said) ? said : undefined
