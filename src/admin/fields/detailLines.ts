/** One line of what a record keeps as a whole: what it is of, as a path, and what it is in words. */
export type DetailLine = { of: string; words: string }

/** What is kept in one field, line by line: a change as “before → after”, nothing as “none”. */
export const detailLines = (value: unknown, of = ''): DetailLine[] => {
  if (isPair(value)) return [{ of, words: `${inWords(value.before)} → ${inWords(value.after)}` }]
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null))
    return value.length === 0 ? [] : [{ of, words: value.map(inWords).join(', ') }]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inside]) => detailLines(inside, of === '' ? name : `${of}, ${name}`))
  return value === null || value === undefined ? [] : [{ of, words: inWords(value) }]
}

const isPair = (value: unknown): value is { before: unknown; after: unknown } =>
  typeof value === 'object' && value !== null && 'before' in value && 'after' in value

const inWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
