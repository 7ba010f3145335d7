import { readableLine } from '../../../../core/fields/readable.ts'
import { headedRows } from '../../../../core/sheets/headedRows.ts'
import type { Sheet } from '../../../../core/sheets/readSheet.ts'
import { LOG_SHEET, NOTHING_WRITTEN, PAPER_PROBLEM_HEADING, type PaperColumn, type PaperWords } from './columns.ts'

/**
 * One row of a log sheet as it was brought, with what somebody settled about it since: the day, in their words, and
 * that it is to be brought in although something stood against it.
 */
export type PaperRow = {
  row: number
  words: PaperWords
  /** What stands in the row under no heading. */
  beside: string[]
  isHidden: boolean
  settled: { day: string; anyway: boolean }
}

/**
 * Reads the rows of a log sheet [LOG-1], wherever in the file it stands (`headedRows`), and says what was left out.
 * Throws a 400 where no page heads a date and two things more.
 */
export const readPaperRows = (sheet: Sheet): { rows: PaperRow[]; leftOut: string[] } => {
  const { rows, leftOut } = headedRows({
    sheet,
    list: { columns: LOG_SHEET, named: 'heldOn', atLeast: 3, besides: PAPER_PROBLEM_HEADING },
  })
  return {
    rows: rows.map(({ row, cells, beside, isHidden }) => ({
      row,
      words: cells.reduce<PaperWords>((words, { key, text }) => ({ ...words, [key]: asWritten(key, text) }), {
        ...NOTHING_WRITTEN,
      }),
      beside,
      isHidden,
      settled: { day: '', anyway: false },
    })),
    leftOut,
  }
}

const asWritten = (key: PaperColumn, text: string): string => (OF_ONE_LINE.has(key) ? readableLine(text) : text)

const OF_ONE_LINE: ReadonlySet<PaperColumn> = new Set(['heldOn', 'location', 'runBy', 'attendees'])
