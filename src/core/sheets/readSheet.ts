import { badInputError } from '../errors/problems.ts'
import { readApart } from '../files/readApart.ts'
import type { SheetLimits, SheetPage } from './sheetRows.ts'

/** A file as it was brought: the pages of it that hold anything, at least one. */
export type Sheet = { pages: SheetPage[] }

/**
 * Reads a CSV file or an Excel workbook, in a process that is ended when the file asks for more than there is. `by` is
 * whoever brought it. Throws a 400 with a sentence for what cannot be read or is larger than the limits, a 429 while
 * too many are being read.
 */
export const readSheet = async ({
  bytes,
  limits,
  by,
}: {
  bytes: Buffer
  limits: SheetLimits
  by: string
}): Promise<Sheet> => {
  const outcome = await readApart({
    reading: 'sheet',
    given: { bytes, limits },
    by,
    tooMuch: {
      reason: 'We stopped reading this file: it is far larger inside than a list can be.',
      nextStep: 'Copy the list alone into a new workbook, or save it as CSV, and bring that.',
    },
  })
  if ('unreadable' in outcome) throw badInputError(outcome.unreadable)
  return { pages: outcome.read }
}
