import type { Field } from 'payload'
import { sameValue } from '../audit/differences.ts'

/**
 * A text as it is kept: nothing in it that nobody can see. Line breaks and tabs stay; so do the joiners and non-joiners
 * that Bengali, Persian, Arabic and others are written with, the marks of direction, and emoji. What goes quietly,
 * since it comes along when something is pasted: other control characters, letters that turn the writing round, blanks
 * without a width, halves of letters.
 */
export const readableText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll(TAGS, (tags: string, flag: string) => (flag === '' ? '' : tags))

/**
 * A text of one line, such as a name or a place: as `readableText`, and a line break or tab is a blank, and none stands
 * at either end. The marks of direction go too, so that two names that look alike are alike.
 */
export const readableLine = (text: string): string =>
  readableText(text.replaceAll(BLANKS, (blanks) => (BREAK.test(blanks) ? ' ' : blanks)))
    .replaceAll(MARKS_OF_DIRECTION, '')
    .trim()

/** Every text within a value that is kept as JSON, made readable; the rest as it is. */
export const readableWithin = (value: unknown): unknown => {
  if (typeof value === 'string') return readableText(value)
  if (Array.isArray(value)) return value.map(readableWithin)
  return isPlainObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, readableWithin(each)]))
    : value
}

/** A field that keeps nothing unreadable, through whichever door it comes; also the fields within it. */
export const readable = (field: Field): Field => {
  if (field.type === 'ui') return field
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(readable) })) }
  if ('fields' in field) return { ...field, fields: field.fields.map(readable) } as Field
  const made = MADE_READABLE[field.type]
  return made && !('virtual' in field && field.virtual)
    ? ({
        ...field,
        hooks: {
          ...field.hooks,
          beforeValidate: [
            ({ value, previousValue }: Kept) => (sameValue(value, previousValue) ? value : ofEach(made, value)),
            ...(field.hooks?.beforeValidate ?? []),
          ],
        },
      } as Field)
    : field
}

/** What is stored already stays to the letter: a record that takes no change must not change by being saved. */
type Kept = { value?: unknown; previousValue?: unknown }

// Each looks at every letter once, however long a text of blanks or of tags is.
const BLANKS = /[\s\u0085]+/g
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/
const MARKS_OF_DIRECTION = /[\u061c\u200e\u200f]/g
const UNSEEN =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]|[\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\u2028\u2029\u3164\ufeff\uffa0\ufff9-\ufffb]/gu
/** These show only as part of a flag (England’s, say). */
const TAGS = /(\u{1f3f4}?)[\u{e0000}-\u{e007f}]+/gu

const MADE_READABLE: Partial<Record<Field['type'], (value: unknown) => unknown>> = {
  text: (value) => (typeof value === 'string' ? readableLine(value) : value),
  email: (value) => (typeof value === 'string' ? readableLine(value) : value),
  textarea: (value) => (typeof value === 'string' ? readableText(value) : value),
  richText: readableWithin,
  json: readableWithin,
}

/** A field may hold several texts. */
const ofEach = (made: (value: unknown) => unknown, value: unknown): unknown =>
  Array.isArray(value) ? value.map(made) : made(value)

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
