import { badInputError } from '../../core/errors/problems.ts'
import { readableLine } from '../../core/fields/readable.ts'
import type { Sheet } from '../../core/sheets/readSheet.ts'
import { COLUMNS, NO_WORDS, PROBLEM_HEADING, type ColumnKey, type Words } from './columns.ts'

/** One row of a sheet: its number as the spreadsheet shows it, and its words. */
export type SheetRow = { row: number; words: Words }

/** The rows under the headings, blank ones left out, and headings that the list does not know. */
export type ReadRows = { rows: SheetRow[]; leftOut: string[] }

/**
 * Finds the headings, in any order and whatever stands above them, and reads the rows beneath. Several columns for one
 * (an age and a year group apart) are read together. Throws a 400 where no row heads a name and one thing more, or one
 * column is headed twice.
 */
export const readRows = ({ rows }: Sheet): ReadRows => {
  const at = rows.slice(0, FIRST_ROWS).findIndex((row) => headed(row).has('name') && headed(row).size > 1)
  const headings = rows[at]
  if (!headings)
    throw badInputError({
      reason: 'We could not find the headings of the columns in the first rows of the file.',
      nextStep: `The first row must name them: ${COLUMNS.map(({ heading }) => heading).join(', ')}. Some may be missing.`,
    })
  const keys = headings.map(keyOf)
  for (const { key, heading } of COLUMNS)
    if (key !== 'ageGiven' && keys.filter((one) => one === key).length > 1)
      throw badInputError({
        reason: `Two columns are headed “${heading}” or a name for it.`,
        nextStep: 'Keep one of them, and bring the file again.',
      })
  return {
    rows: rows.slice(at + 1).flatMap((cells, index) => {
      const words = wordsOf({ cells, keys })
      return Object.values(words).every((word) => word === '') ? [] : [{ row: at + index + 2, words }]
    }),
    leftOut: headings.filter(
      (heading, index) => heading !== '' && keys[index] === undefined && plain(heading) !== plain(PROBLEM_HEADING),
    ),
  }
}

/** How many of the first rows may hold a title before the headings. */
const FIRST_ROWS = 10

const keyOf = (heading: string): ColumnKey | undefined =>
  COLUMNS.find((column) => plain(column.heading) === plain(heading) || column.alsoCalled.includes(plain(heading)))?.key

const headed = (row: readonly string[]): Set<ColumnKey> => new Set(row.map(keyOf).filter((key) => key !== undefined))

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z]/g, '')

/** What the list keeps on one line, as a name is; the other columns take whole paragraphs. */
const OF_ONE_LINE: ReadonlySet<ColumnKey> = new Set(['name', 'ageGiven', 'mentorGiven'])

const wordsOf = ({ cells, keys }: { cells: readonly string[]; keys: ReadonlyArray<ColumnKey | undefined> }): Words => {
  const words = { ...NO_WORDS }
  for (const [index, written] of cells.entries()) {
    const key = keys[index]
    const cell = key && OF_ONE_LINE.has(key) ? readableLine(written) : written
    if (key && cell !== '') words[key] = words[key] === '' ? cell : `${words[key]}, ${cell}`
  }
  return words
}
