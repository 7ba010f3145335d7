import { badInputError } from '../errors/problems.ts'
import type { Sheet } from './readSheet.ts'
import type { SheetPage } from './sheetRows.ts'

/** A column that a list may have, and how else people head it, in small letters without blanks and signs. */
export type HeadedColumn<Key extends string> = { key: Key; heading: string; alsoCalled: readonly string[] }

/**
 * One row of a list: its number as the spreadsheet shows it, and its cells under known headings in their order; whether
 * the sheet hides it, in which columns it shares its words with the row above, since the cell is one over both, and
 * what stands in it under no heading at all.
 */
export type HeadedRow<Key extends string> = {
  row: number
  cells: Array<{ key: Key; heading: string; text: string }>
  isHidden: boolean
  shared: Key[]
  beside: string[]
}

/** What a list is known by: its columns, the one that it must have, and how many it must have at least. */
export type KindOfList<Key extends string> = {
  columns: ReadonlyArray<HeadedColumn<Key>>
  named: Key
  atLeast: number
  /** Which column may stand in a sheet more than once, in parts. */
  inParts?: Key
  /** A heading that is ours and holds nothing of the list. */
  besides?: string
}

/**
 * Finds the page with the list, the first that people see and that has its headings in its first rows, in any order and
 * whatever stands above them, and gives the rows beneath that hold anything. What the file hides is not read in silence:
 * hidden rows are marked, hidden columns and other pages are named in `leftOut`. Throws a 400 where no page heads such a
 * list, or one column is headed twice.
 */
export const headedRows = <Key extends string>({
  sheet: { pages },
  list,
}: {
  sheet: Sheet
  list: KindOfList<Key>
}): { rows: Array<HeadedRow<Key>>; leftOut: string[] } => {
  const { columns, named } = list
  const keyOf = (heading: string): Key | undefined =>
    columns.find(
      (column) =>
        plainHeading(column.heading) === plainHeading(heading) || column.alsoCalled.includes(plainHeading(heading)),
    )?.key
  const headingsAt = ({ rows }: SheetPage): number =>
    rows.slice(0, FIRST_ROWS).findIndex((row) => {
      const keys = new Set(row.map(keyOf).filter((key) => key !== undefined))
      return keys.has(named) && keys.size >= list.atLeast
    })
  const lists = pages.filter((page) => headingsAt(page) !== -1)
  const page = lists.find(({ isHidden }) => !isHidden)
  if (!page) throw lists[0] ? onlyHidden(lists[0]) : noHeadings(list)
  const at = headingsAt(page)
  const headings = page.rows[at] ?? []
  const hidden = new Set(page.hiddenColumns)
  const keys = headings.map((heading, index) => (hidden.has(index) ? undefined : keyOf(heading)))
  if (!keys.includes(named)) throw noHeadings(list)
  for (const { key, heading } of columns)
    if (key !== list.inParts && keys.filter((one) => one === key).length > 1)
      throw badInputError({
        reason: `Two columns are headed “${heading}” or a name for it.`,
        nextStep: 'Keep one of them, and bring the file again.',
      })
  const merged = new Set(page.merged.map(({ row, column }) => `${row}:${column}`))
  const rows = page.rows.slice(at + 1).flatMap((written, index): Array<HeadedRow<Key>> => {
    const place = at + 1 + index
    const isMerged = (column: number): boolean => merged.has(`${place}:${column}`)
    const beside = written.filter(
      (text, column) => text !== '' && (headings[column] ?? '') === '' && !hidden.has(column),
    )
    if (
      !written.some((text, column) => text !== '' && keys[column] !== undefined && !isMerged(column)) &&
      beside.length === 0
    )
      return []
    return [
      {
        row: place + 1,
        cells: written.flatMap((text, column) => {
          const key = keys[column]
          return key && text !== '' ? [{ key, heading: headings[column] ?? '', text }] : []
        }),
        isHidden: page.hiddenRows.includes(place),
        shared: keys.flatMap((key, column) => (key && isMerged(column) ? [key] : [])),
        beside,
      },
    ]
  })
  return {
    rows,
    leftOut: [
      ...headings.flatMap((heading, index) => {
        if (heading === '' || plainHeading(heading) === plainHeading(list.besides ?? '')) return []
        if (hidden.has(index)) return [`${heading} (the file hides this column)`]
        return keyOf(heading) === undefined ? [heading] : []
      }),
      ...pages.filter((other) => other !== page).map((other) => otherPage(other, lists.includes(other))),
    ],
  }
}

/** A heading as it is compared: small letters of the alphabet alone. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z]/g, '')

const otherPage = ({ name, isHidden }: SheetPage, isList: boolean): string =>
  `the ${isHidden ? 'hidden ' : ''}sheet “${name}”${isList ? ' (a list too: bring it in a file of its own)' : ''}`

const onlyHidden = ({ name }: SheetPage): Error =>
  badInputError({
    reason: `The list stands on the sheet “${name}”, which the file hides.`,
    nextStep: 'Show it in your spreadsheet if it is the right one, save the file, and bring it again.',
  })

const noHeadings = <Key extends string>({ columns }: KindOfList<Key>): Error =>
  badInputError({
    reason: 'We could not find the headings of the columns in the first rows of the file.',
    nextStep: `The first row must name them: ${columns.map(({ heading }) => heading).join(', ')}. Some may be missing.`,
  })

/** How many of the first rows may hold a title before the headings. */
const FIRST_ROWS = 10
