import type { SingleRelationshipField } from 'payload'
import { related, type RelatedOptions } from '../../../core/fields/related.ts'

/**
 * A link to a child's record. Only records that were not joined to another can be chosen; that nothing is stored on the
 * others is held by the database [SAME-CHILD]. The ways on a child's own page open a new record with the child already
 * in it.
 */
export const childField = (options: Omit<RelatedOptions, 'to' | 'choices'>): SingleRelationshipField =>
  related({ prefilled: !options.follows, ...options, to: 'children', choices: { mergedInto: { exists: false } } })
