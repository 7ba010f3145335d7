import type { CollectionSlug, Field, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import type { Query } from '../database/query.ts'
import { queryOf } from '../database/transaction.ts'
import { FOUND } from './foundWord.ts'
import { sought } from './sought.ts'

/**
 * The texts of a record that its list is searched by: words, wherever in the form they stand, that everybody who may
 * read the record may read. The database keeps them folded together in `found_by` of its table.
 */
export const searchableTexts = (fields: readonly Field[]): string[] =>
  spread(fields).flatMap((field) =>
    'name' in field && isSearchable(field) && typeof field.name === 'string' ? [field.name] : [],
  )

/**
 * A filter with what the panel's search boxes ask (the one above a list, and the one in which a record is chosen)
 * turned into a search by words: every word somewhere in the record's own texts, or in those of the records that it
 * names where this person may read every such record; without accents, apostrophes, endings and order. Whatever else
 * the filter holds stays as it is.
 */
export const searchedByWords = async ({
  where,
  collection,
  req,
}: {
  where: unknown
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Promise<unknown> => {
  if (!holdsSearch(where, collection)) return where
  const anchors = await anchorsOf({ collection, req })
  return anchors.length === 0 ? where : turned({ where, collection, anchors, req })
}

/**
 * The ids of the records of a kind that are found by a word though it stands in other records that belong to them;
 * asked with the words folded and without endings. A collection gives it as `custom.alsoFound`.
 */
export type AlsoFound = (given: { query: Query; word: string }) => Promise<string[]>

/**
 * The filter by which records of a kind are found by the words in their own texts and in nothing that they name;
 * undefined where nothing is asked, or the kind has no such texts.
 */
export const foundByWords = async ({
  asked,
  collection,
  req,
}: {
  asked: string
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Promise<Where | undefined> => {
  const [own] = searchableTexts(collection.fields)
  const words = sought(asked)
  return own === undefined || words.length === 0 ? undefined : standingIn({ words, anchors: [own], collection, req })
}

const standingIn = async ({
  words,
  anchors,
  collection,
  req,
}: {
  words: readonly string[]
  anchors: readonly string[]
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Promise<Where> => {
  const also = collection.custom?.alsoFound as AlsoFound | undefined
  const standing = async (word: string): Promise<Where> => ({
    or: [
      ...anchors.map((anchor): Where => ({ [anchor]: { like: `${FOUND}${word}` } })),
      ...(also ? [{ id: { in: await also({ query: queryOf(req), word }) } }] : []),
    ],
  })
  return { and: await Promise.all(words.map(standing)) }
}

const turned = async (given: {
  where: unknown
  collection: SanitizedCollectionConfig
  anchors: readonly string[]
  req: PayloadRequest
}): Promise<unknown> => {
  const { where, collection, anchors, req } = given
  if (!isObject(where)) return where
  const asked = askedIn(where, collection)
  const words = asked === undefined ? [] : sought(asked)
  if (words.length > 0) return standingIn({ words, anchors, collection, req })
  const parts = Object.entries(where).map(async ([key, value]) => [
    key,
    (key === 'and' || key === 'or') && Array.isArray(value)
      ? await Promise.all(value.map((part) => turned({ ...given, where: part })))
      : value,
  ])
  return Object.fromEntries(await Promise.all(parts)) as unknown
}

const holdsSearch = (where: unknown, collection: SanitizedCollectionConfig): boolean =>
  isObject(where) &&
  (askedIn(where, collection) !== undefined ||
    [where.and, where.or].some((parts) => Array.isArray(parts) && parts.some((part) => holdsSearch(part, collection))))

/** What is asked for, where a part of a filter is what a search box sends: all of its fields, by the same words. */
const askedIn = (where: Record<string, unknown>, { admin }: SanitizedCollectionConfig): string | undefined => {
  const [[key, value] = ['', undefined], ...others] = Object.entries(where)
  if (others.length > 0) return undefined
  if (key === admin.useAsTitle) return likeOf(value)
  const fields = admin.listSearchableFields ?? []
  if (key !== 'or' || !Array.isArray(value) || value.length !== fields.length) return undefined
  const asked = value.map((part: unknown, place) =>
    isObject(part) && Object.keys(part).length === 1 ? likeOf(part[fields[place] ?? '']) : undefined,
  )
  return asked.every((one) => one === asked[0]) ? asked[0] : undefined
}

const likeOf = (condition: unknown): string | undefined =>
  isObject(condition) && Object.keys(condition).length === 1 && typeof condition.like === 'string'
    ? condition.like
    : undefined

/** A text of the record itself, and of each record that it names: by any of them its table's `found_by` is reached. */
const anchorsOf = async ({
  collection,
  req,
}: {
  collection: SanitizedCollectionConfig
  req: PayloadRequest
}): Promise<string[]> => {
  const [own] = searchableTexts(collection.fields)
  const named = await Promise.all(
    spread(collection.fields).map(async (field) => {
      if (field.type !== 'relationship' || field.hasMany || typeof field.relationTo !== 'string') return []
      if (field.hidden || field.virtual || field.access?.read) return []
      const other = req.payload.collections[field.relationTo as CollectionSlug]?.config
      const [text] = other ? searchableTexts(other.fields) : []
      return other && text !== undefined && (await other.access.read({ req })) === true ? [`${field.name}.${text}`] : []
    }),
  )
  return [...(own === undefined ? [] : [own]), ...named.flat()]
}

/** Every field that is part of the record itself, whichever row or fold of the form it stands in. */
const spread = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : spread(tab.fields)))
    if (field.type === 'row' || field.type === 'collapsible' || (field.type === 'group' && !('name' in field)))
      return spread(field.fields)
    return [field]
  })

const isSearchable = (field: Field): boolean =>
  (field.type === 'text' || field.type === 'textarea' || field.type === 'email') &&
  !('hasMany' in field && field.hasMany) &&
  !('virtual' in field && field.virtual) &&
  !field.hidden &&
  !(field.admin && 'hidden' in field.admin && field.admin.hidden) &&
  !field.access?.read &&
  (field.type === 'email' || ('maxLength' in field && field.maxLength !== undefined))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
