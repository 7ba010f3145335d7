import type { CollectionSlug, FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { badInputError } from '../errors/problems.ts'
import { RECORD_TITLE, RECORD_TITLE_ALSO } from '../fields/recordTitle.ts'

/**
 * Refuses a filter that is not well formed, compares in a way that the field does not know (part of a date, say), has
 * very many parts, or reaches further than into the next record. Payload would answer the first two with an error of
 * its own making; at the last it loses hold of an error that it meets two records away, which would end the process.
 */
export const refuseOddFilter = ({
  where,
  collection,
  req,
}: {
  where: unknown
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): void => {
  if (where === undefined || where === null || (Array.isArray(where) && where.length === 0)) return
  const typeOf = (path: string): string => fieldAt({ path, collection, req })?.type ?? 'text'
  const problem = problemOf({ where, filter: { conditionsLeft: MOST_CONDITIONS, typeOf }, depth: 0 })
  if (problem) throw badInputError({ reason: problem, nextStep: 'Change the filter and try again.' })
}

/**
 * Refuses to filter by a field of another record where this person may read only some records of that kind, or none.
 * Payload asks whether they may read any at all, and would then tell, by what is found, what stands in those that they
 * may not.
 */
export const refuseForeignFilter = async ({
  where,
  collection,
  req,
}: {
  where: unknown
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Promise<void> => {
  const reached = new Set(pathsIn(where).flatMap((path) => reachedBy({ path, collection })))
  for (const slug of reached) {
    const other = req.payload.collections[slug as CollectionSlug]?.config
    if (!other || (await other.access.read({ req })) !== true)
      throw badInputError({
        reason: 'A list can be filtered by the fields of another record only by those who may read every such record.',
        nextStep: 'Change the filter and try again.',
      })
  }
}

const MOST_CONDITIONS = 500
const DEEPEST = 8
/** Comparisons with a part of a text. */
const OF_TEXT = new Set(['like', 'not_like', 'contains'])
const TEXT = new Set(['text', 'textarea', 'email'])
/**
 * Of these it can only be asked whether anything stands there: Payload writes a comparison with a part of them that
 * PostgreSQL cannot read.
 */
const STRUCTURE = new Set(['json', 'richText'])
const COMPARISONS = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
])

type Filter = { conditionsLeft: number; typeOf: (path: string) => string }

const problemOf = ({ where, filter, depth }: { where: unknown; filter: Filter; depth: number }): string | undefined => {
  if (!isObject(where) || depth > DEEPEST) return 'This filter cannot be read.'
  for (const [key, value] of Object.entries(where)) {
    filter.conditionsLeft -= 1
    if (filter.conditionsLeft < 0) return 'This filter has too many parts.'
    const problem =
      key === 'and' || key === 'or'
        ? problemOfSeveral({ value, filter, depth })
        : problemOfOne({ path: key, value, filter })
    if (problem) return problem
  }
  return undefined
}

const problemOfSeveral = ({
  value,
  filter,
  depth,
}: {
  value: unknown
  filter: Filter
  depth: number
}): string | undefined => {
  if (!Array.isArray(value)) return 'This filter cannot be read.'
  for (const where of value) {
    const problem = problemOf({ where, filter, depth: depth + 1 })
    if (problem) return problem
  }
  return undefined
}

const problemOfOne = ({
  path,
  value,
  filter,
}: {
  path: string
  value: unknown
  filter: Filter
}): string | undefined => {
  const steps = stepsOf(path)
  // A title is itself read from the next record, so behind another record it reaches too far.
  if (
    steps.length > 2 ||
    (steps.length > 1 && steps.some((step) => step === RECORD_TITLE || step === RECORD_TITLE_ALSO))
  )
    return 'A list can be filtered by its own fields and by those of the records that it names, and not by more.'
  if (!isObject(value)) return 'This filter cannot be read.'
  const type = filter.typeOf(path)
  if (STRUCTURE.has(type) && (steps.length > 1 || Object.keys(value).some((comparison) => comparison !== 'exists')))
    return 'A list cannot be filtered by what stands within this field.'
  const fits = (comparison: string, wanted: unknown): boolean =>
    OF_TEXT.has(comparison)
      ? typeof wanted === 'string' && TEXT.has(type)
      : COMPARISONS.has(comparison) && (Array.isArray(wanted) ? wanted.every(isPlain) : isPlain(wanted))
  const odd = Object.entries(value).find(([comparison, wanted]) => !fits(comparison, wanted))
  return odd && 'A list cannot be compared like this.'
}

const pathsIn = (where: unknown): string[] =>
  isObject(where)
    ? Object.entries(where).flatMap(([key, value]) =>
        key === 'and' || key === 'or' ? (Array.isArray(value) ? value.flatMap(pathsIn) : []) : [key],
      )
    : []

/** The kind of the next record into which a path leads, a record's own id left out: that stands in this one. */
const reachedBy = ({ path, collection }: { path: string; collection: SanitizedCollectionConfig }): string[] => {
  const [first, second] = stepsOf(path)
  const field = collection.flattenedFields.find(({ name }) => name === first)
  return second !== undefined &&
    second !== 'id' &&
    field?.type === 'relationship' &&
    typeof field.relationTo === 'string'
    ? [field.relationTo]
    : []
}

const stepsOf = (path: string): string[] => path.split(/\.|__/)

/**
 * The field that a path leads to, one record further if need be; undefined where it leads nowhere, which Payload will
 * say.
 */
const fieldAt = ({
  path,
  collection,
  req,
}: {
  path: string
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Pick<FlattenedField, 'type'> | undefined => {
  const [first, second] = stepsOf(path)
  const named = (fields: FlattenedField[], name: string | undefined) =>
    name === 'id' ? { type: 'number' as const } : fields.find((field) => field.name === name)
  const field = named(collection.flattenedFields, first)
  if (second === undefined || !field || field.type !== 'relationship' || typeof field.relationTo !== 'string')
    return field
  return named(req.payload.collections[field.relationTo]?.config.flattenedFields ?? [], second)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value instanceof Date
