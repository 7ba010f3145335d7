import type { FlattenedField } from 'payload'
import { isCalendarDate, speakDate, speakMomentInFull } from '../clock/londonDates.ts'
import { isUuid } from '../database/locks.ts'
import type { Held } from '../house/held.ts'
import { wordsOfText } from '../richText/nodes.ts'
import type { Titles } from './titles.ts'

/** What a field is called on a page. */
export const labelOf = (field: { name: string; label?: unknown }): string =>
  typeof field.label === 'string' ? field.label : field.name

/** A field’s value as people say it; undefined where there is nothing to say. */
export const spokenValue = ({
  field,
  value,
  titles,
}: {
  field: FlattenedField
  value: unknown
  titles: Titles
}): string | undefined => {
  if (isNothing(value) || (field.type !== 'relationship' && isForSoftware(value))) return undefined
  switch (field.type) {
    case 'checkbox':
      return value === true ? 'Yes' : 'No'
    case 'select':
    case 'radio':
      return [value]
        .flat()
        .map((one) => optionWords(field.options as readonly unknown[], one))
        .join(', ')
    case 'relationship':
      return [value]
        .flat()
        .map((one) => titles.get(idOf(one)) ?? NOT_SHOWN)
        .join(', ')
    case 'date':
      return speakMomentInFull(new Date(String(value)))
    case 'richText':
      return wordsOfText(value).trim() || undefined
    case 'array':
      return (value as Array<Record<string, unknown>>)
        .map((row) =>
          field.flattenedFields
            .flatMap((inner) =>
              inner.name === 'id' ? [] : [spokenValue({ field: inner, value: row[inner.name], titles })],
            )
            .filter((words) => words !== undefined)
            .join(', '),
        )
        .filter((words) => words !== '')
        .join('\n')
    default:
      return plainWords(value) || undefined
  }
}

/** The records that a field’s value names. */
export const recordsNamedIn = ({ field, value }: { field: FlattenedField; value: unknown }): Held[] =>
  field.type === 'relationship' && typeof field.relationTo === 'string' && !isNothing(value)
    ? [value].flat().map((one) => ({ collection: field.relationTo as string, id: idOf(one) }))
    : []

/** What stands in place of the name of a record that this person may not read. */
export const NOT_SHOWN = 'Not shown'

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

const optionWords = (options: readonly unknown[], value: unknown): string => {
  const found = options.find((option) =>
    typeof option === 'string' ? option === value : (option as { value?: unknown }).value === value,
  )
  const label = typeof found === 'object' && found !== null ? (found as { label?: unknown }).label : found
  return typeof label === 'string' ? label : String(value)
}

/** The id of something, or a digest: no words for anybody. */
const isForSoftware = (value: unknown): boolean =>
  isUuid(value) || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))

const plainWords = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return isCalendarDate(value) ? speakDate(value) : value
  if (Array.isArray(value)) return value.map(plainWords).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, inside]) => !isNothing(inside) && !isForSoftware(inside))
      .map(([name, inside]) => `${readableName(name)}: ${plainWords(inside)}`)
      .join('\n')
  return String(value)
}

/** The name of something kept within a field, as words: "answerBy" is "Answer by". */
const readableName = (name: string): string => {
  const words = name
    .replaceAll(/[-_]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
