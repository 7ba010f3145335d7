import { readableLine } from '../../core/fields/readable.ts'
import { headedRows, plainHeading, type HeadedRow } from '../../core/sheets/headedRows.ts'
import type { Sheet } from '../../core/sheets/readSheet.ts'
import { COLUMNS, NO_WORDS, PROBLEM_HEADING, type ColumnKey, type Words } from './columns.ts'

/**
 * One row of a sheet: its number as the spreadsheet shows it, and its words; whether the sheet hides it, and in which
 * columns it shares its words with the row above, since the cell is one over both.
 */
export type SheetRow = { row: number; words: Words; isHidden?: boolean; shared?: ColumnKey[] }

/** The rows under the headings, blank ones left out, and what of the file was left out, in words. */
export type ReadRows = { rows: SheetRow[]; leftOut: string[] }

/**
 * Reads the rows of the list, wherever in the file it stands (`headedRows`). Several columns for one (an age and a year
 * group apart) are read together. Throws a 400 where no page heads a name and one thing more, or one column is headed
 * twice.
 */
export const readRows = (sheet: Sheet): ReadRows => {
  const { rows, leftOut } = headedRows({
    sheet,
    list: { columns: COLUMNS, named: 'name', atLeast: 2, inParts: 'ageGiven', besides: PROBLEM_HEADING },
  })
  return {
    rows: rows.flatMap(({ row, cells, isHidden, shared }): SheetRow[] => {
      const words = wordsOf(cells)
      if (Object.values(words).every((word) => word === '')) return []
      return [{ row, words, ...(isHidden ? { isHidden } : {}), ...(shared.length > 0 ? { shared } : {}) }]
    }),
    leftOut,
  }
}

/** What the list keeps on one line, as a name is; the other columns take whole paragraphs. */
const OF_ONE_LINE: ReadonlySet<ColumnKey> = new Set(['name', 'ageGiven', 'mentorGiven'])

/** Headings under which a bare number is a year group, not an age. */
const OF_YEARS: ReadonlySet<string> = new Set(['yeargroup', 'schoolyear', 'year', 'yr', 'yeargp'])

const wordsOf = (cells: HeadedRow<ColumnKey>['cells']): Words => {
  const words = { ...NO_WORDS }
  for (const { key, heading, text } of cells) {
    const line = OF_ONE_LINE.has(key) ? readableLine(text) : text
    const cell = OF_YEARS.has(plainHeading(heading)) && BARE_YEARS.test(line) ? `Y${line}` : line
    if (cell !== '') words[key] = words[key] === '' ? cell : `${words[key]}, ${cell}`
  }
  return words
}

const BARE_YEARS = /^\d{1,2}(?:\s*[/-]\s*\d{1,2})?$/
