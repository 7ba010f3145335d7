import type { CollectionAfterReadHook, Field } from 'payload'

/** How a record is spoken of where it is opened or linked to. */
export type RecordTitle = {
  /** A field of the record, or one of a record that it links to: "place", "child.name". Lists search by it. */
  from: string
  /** Another such field, for the words. */
  also?: string
  /** Further fields of the record itself, for the words. */
  needs?: readonly string[]
  /** The words, of what stands in those fields. */
  words: (given: { from: string; also: string; record: Readonly<Record<string, unknown>> }) => string
}

/** The name under which a record's title is read. It is put together when the record is read, and stored nowhere. */
export const RECORD_TITLE = 'recordTitle'

/** Where the second part waits until it is put into the title. */
export const RECORD_TITLE_ALSO = 'recordTitleAlso'

/** The fields of a title: no columns of their own, and no part of the panel's form. */
export const titleFields = ({ from, also }: RecordTitle): Field[] => [
  titlePart({ name: RECORD_TITLE, from }),
  ...(also === undefined ? [] : [titlePart({ name: RECORD_TITLE_ALSO, from: also })]),
]

/** What must be read along with a title. */
export const titleNeeds = ({ also, needs = [] }: RecordTitle): Record<string, true> =>
  Object.fromEntries([...(also === undefined ? [] : [RECORD_TITLE_ALSO]), ...needs].map((name) => [name, true]))

/**
 * Puts the title of a record that was read into words. Where its first part or a field that it needs may not be read,
 * or was not asked for, there is none.
 */
export const titleHook =
  ({ needs = [], words }: RecordTitle): CollectionAfterReadHook =>
  ({ doc }) => {
    const { [RECORD_TITLE]: from, [RECORD_TITLE_ALSO]: also, ...record } = doc as Record<string, unknown>
    return typeof from === 'string' && needs.every((name) => record[name] !== undefined)
      ? { ...record, [RECORD_TITLE]: words({ from, also: typeof also === 'string' ? also : '', record }) }
      : record
  }

const titlePart = ({ name, from }: { name: string; from: string }): Field => ({
  name,
  label: 'Name',
  type: 'text',
  virtual: from,
  admin: { disabled: true },
})
