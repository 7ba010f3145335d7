import type { z } from 'zod'
import { readableText } from '../../core/fields/readable.ts'
import type { FieldErrors } from '../design/fieldErrors.ts'

/** What was typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>

/** The texts of a posted form. A field that came several times counts with its last text. */
export const typedIn = (body: unknown): Typed =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? (value.at(-1) ?? '') : value),
    ]),
  )

/** The words of one field as they would be kept: of nothing but blanks and signs that nobody sees, none. */
export const wordsTyped = (typed: Typed, name: string): string => readableText(typed[name] ?? '').trim()

/** What is wrong with a form, one sentence a field, in the order of the schema. */
export const problemsByField = (error: z.ZodError): FieldErrors => {
  const problems: Record<string, string> = {}
  for (const { path, message } of error.issues) problems[String(path[0])] ??= message
  return problems
}
