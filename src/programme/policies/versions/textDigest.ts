import { createHash } from 'node:crypto'

/** The digest of a version's text as stored: what an acceptance is tied to. Field order makes no difference. */
export const textDigest = (text: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(text)))
    .digest('hex')

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  )
}
