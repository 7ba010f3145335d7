import { z } from 'zod'
import { badInputError } from '../../core/errors/problems.ts'
import { PAPER_DAY } from '../../programme/meetings/fields.ts'
import { LOG_SHEET, NOTHING_WRITTEN } from '../../programme/meetings/logs/paper/columns.ts'
import { PAPER_LIMITS } from '../../programme/meetings/logs/paper/bringIn.ts'
import type { PaperRow } from '../../programme/meetings/logs/paper/readPaperRows.ts'

/** Rows as one hidden field holds them, with what was settled about each. */
export const packed = (rows: readonly PaperRow[]): string =>
  JSON.stringify(
    rows.map(({ row, isHidden, beside, settled, words }) => [
      row,
      isHidden,
      beside,
      settled.day,
      settled.anyway,
      LOG_SHEET.map(({ key }) => words[key]),
    ]),
  )

/** The rows that such a field holds. Throws a 400 for anything else. */
export const unpacked = (field: string | undefined): PaperRow[] => {
  const parsed = rowsSchema.safeParse(field)
  if (!parsed.success)
    throw badInputError({ reason: 'The rows did not come along.', nextStep: 'Choose the file again.' })
  return parsed.data.map(([row, isHidden, beside, day, anyway, cells]) => ({
    row,
    isHidden,
    beside,
    settled: { day, anyway },
    words: { ...NOTHING_WRITTEN, ...Object.fromEntries(LOG_SHEET.map(({ key }, place) => [key, cells[place] ?? ''])) },
  }))
}

const rowsSchema = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('no list')
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(
        z.tuple([
          z.number().int().positive(),
          z.boolean(),
          z.array(z.string()),
          z.string().max(PAPER_DAY.longest),
          z.boolean(),
          z.array(z.string()).length(LOG_SHEET.length),
        ]),
      )
      .max(PAPER_LIMITS.rows),
  )
