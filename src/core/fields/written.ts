import { z } from 'zod'
import { readableLine, readableText } from './readable.ts'

/**
 * How long a text that people write may be, declared once for the record that keeps it, the forms that ask for it and
 * the actions that bring it.
 */
export type Written<Type extends 'text' | 'textarea' = 'text' | 'textarea'> = {
  /** Letters, at most: what a form's box takes. */
  longest: number
  /** The part of a record's field that follows from it. */
  field: { type: Type; maxLength: number }
  /** What a form or an action asks for and must be told; `missing` is said where nothing was typed. */
  asked: (missing: string) => z.ZodString
  /** The same where it may be left empty. */
  ifAny: () => z.ZodOptional<z.ZodString>
}

/** A text of one line, such as a name or a place. */
export const line = (longest: number): Written<'text'> => written({ type: 'text', longest })

/** A text of several lines. */
export const words = (longest: number): Written<'textarea'> => written({ type: 'textarea', longest })

/** What is said of a text that is longer than it may be. */
export const tooLong = ({ longest }: Pick<Written, 'longest'>): string =>
  `Keep this to ${longest.toLocaleString('en-GB')} letters or fewer.`

/** Typed texts are made readable before they are judged, so that signs that nobody sees are no answer. */
const written = <Type extends 'text' | 'textarea'>({
  type,
  longest,
}: {
  type: Type
  longest: number
}): Written<Type> => ({
  longest,
  field: { type, maxLength: longest },
  asked: (missing) =>
    z
      .string(missing)
      .overwrite(asKept[type])
      .min(1, missing)
      .max(longest, tooLong({ longest }))
      .meta({ oneLine: type === 'text' }),
  ifAny: () =>
    z
      .string()
      .overwrite(asKept[type])
      .max(longest, tooLong({ longest }))
      .meta({ oneLine: type === 'text' })
      .optional(),
})

const asKept = {
  text: readableLine,
  textarea: (text: string) => readableText(text).trim(),
} as const
