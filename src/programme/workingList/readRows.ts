import { badInputError } from '../../core/errors/problems.ts'
import { readableLine } from '../../core/fields/readable.ts'
import type { Sheet } from '../../core/sheets/readSheet.ts'
import type { SheetPage } from '../../core/sheets/sheetRows.ts'
import { COLUMNS, NO_WORDS, PROBLEM_HEADING, type ColumnKey, type Words } from './columns.ts'

/**
 * One row of a sheet: its number as the spreadsheet shows it, and its words; whether the sheet hides it, and in which
 * columns it shares its words with the row above, since the cell is one over both.
 */
export type SheetRow = { row: number; words: Words; isHidden?: boolean; shared?: ColumnKey[] }

/** The rows under the headings, blank ones left out, and what of the file was left out, in words. */
export type ReadRows = { rows: SheetRow[]; leftOut: string[] }

/**
 * Finds the page with the list, the first that people see and that has headings in its first rows, in any order and
 * whatever stands above them, and reads the rows beneath. Several columns for one (an age and a year group apart) are
 * read together. What the file hides is not read in silence: hidden rows are marked, hidden columns and other pages are
 * named. Throws a 400 where no page heads a name and one thing more, or one column is headed twice.
 */
export const readRows = ({ pages }: Sheet): ReadRows => {
  const lists = pages.filter((page) => headingsAt(page) !== -1)
  const page = lists.find(({ isHidden }) => !isHidden)
  if (!page) throw lists[0] ? onlyHidden(lists[0]) : noHeadings()
  const at = headingsAt(page)
  const headings = page.rows[at] ?? []
  const hidden = new Set(page.hiddenColumns)
  const keys = headings.map((heading, index) => (hidden.has(index) ? undefined : keyOf(heading)))
  if (!keys.includes('name')) throw noHeadings()
  for (const { key, heading } of COLUMNS)
    if (key !== 'ageGiven' && keys.filter((one) => one === key).length > 1)
      throw badInputError({
        reason: `Two columns are headed “${heading}” or a name for it.`,
        nextStep: 'Keep one of them, and bring the file again.',
      })
  const merged = new Set(page.merged.map(({ row, column }) => `${row}:${column}`))
  return {
    rows: page.rows.slice(at + 1).flatMap((cells, index): SheetRow[] => {
      const place = at + 1 + index
      const own = cells.map((cell, column) => (merged.has(`${place}:${column}`) ? '' : cell))
      if (isBlank(wordsOf({ cells: own, keys, headings }))) return []
      const shared = keys.flatMap((key, column) => (key && merged.has(`${place}:${column}`) ? [key] : []))
      return [
        {
          row: place + 1,
          words: wordsOf({ cells, keys, headings }),
          ...(page.hiddenRows.includes(place) ? { isHidden: true } : {}),
          ...(shared.length > 0 ? { shared } : {}),
        },
      ]
    }),
    leftOut: [
      ...headings.flatMap((heading, index) => {
        if (heading === '' || plain(heading) === plain(PROBLEM_HEADING)) return []
        if (hidden.has(index)) return [`${heading} (the file hides this column)`]
        return keyOf(heading) === undefined ? [heading] : []
      }),
      ...pages.filter((other) => other !== page).map((other) => otherPage(other, lists.includes(other))),
    ],
  }
}

const headingsAt = ({ rows }: SheetPage): number =>
  rows.slice(0, FIRST_ROWS).findIndex((row) => headed(row).has('name') && headed(row).size > 1)

const isBlank = (words: Words): boolean => Object.values(words).every((word) => word === '')

const otherPage = ({ name, isHidden }: SheetPage, isList: boolean): string =>
  `the ${isHidden ? 'hidden ' : ''}sheet “${name}”${isList ? ' (a list too: bring it in a file of its own)' : ''}`

const onlyHidden = ({ name }: SheetPage): Error =>
  badInputError({
    reason: `The list stands on the sheet “${name}”, which the file hides.`,
    nextStep: 'Show it in your spreadsheet if it is the right one, save the file, and bring it again.',
  })

const noHeadings = (): Error =>
  badInputError({
    reason: 'We could not find the headings of the columns in the first rows of the file.',
    nextStep: `The first row must name them: ${COLUMNS.map(({ heading }) => heading).join(', ')}. Some may be missing.`,
  })

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

/** Headings under which a bare number is a year group, not an age. */
const OF_YEARS: ReadonlySet<string> = new Set(['yeargroup', 'schoolyear', 'year', 'yr', 'yeargp'])

const wordsOf = ({
  cells,
  keys,
  headings,
}: {
  cells: readonly string[]
  keys: ReadonlyArray<ColumnKey | undefined>
  headings: readonly string[]
}): Words => {
  const words = { ...NO_WORDS }
  for (const [index, written] of cells.entries()) {
    const key = keys[index]
    if (!key || written === '') continue
    const line = OF_ONE_LINE.has(key) ? readableLine(written) : written
    const cell = OF_YEARS.has(plain(headings[index] ?? '')) && BARE_YEARS.test(line) ? `Y${line}` : line
    if (cell !== '') words[key] = words[key] === '' ? cell : `${words[key]}, ${cell}`
  }
  return words
}

const BARE_YEARS = /^\d{1,2}(?:\s*[/-]\s*\d{1,2})?$/
