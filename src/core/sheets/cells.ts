import { readableText } from '../fields/readable.ts'

/**
 * A cell's text as it is kept: line breaks as one kind, nothing that cannot be shown or stored, no blanks at either
 * end. Keeping a kept text again changes nothing.
 */
export const tidyCell = (text: string): string => readableText(text).replaceAll('\u00a0', ' ').trim()

/**
 * A cell's text such that no spreadsheet takes it for a formula [DAT-6]: an apostrophe stands before what would begin
 * one. A text that begins with apostrophes and then such a sign is given one more, so that `plainCell` finds what was
 * there.
 */
export const harmlessCell = (text: string): string => (LOOKS_LIKE_A_FORMULA.test(text) ? `'${text}` : text)

/** What `harmlessCell` was given. */
export const plainCell = (text: string): string =>
  /^'/.test(text) && LOOKS_LIKE_A_FORMULA.test(text) ? text.slice(1) : text

/**
 * The signs with which a formula begins, the wide ones of East Asian keyboards among them; and tab and line breaks,
 * after which a spreadsheet looks on.
 */
const LOOKS_LIKE_A_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
