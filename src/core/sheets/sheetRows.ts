import { CsvError } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { unreadable, unreadableWithin } from '../files/unreadable.ts'
import { pictureKind } from '../files/pictureKind.ts'
import { plainCell, tidyCell } from './cells.ts'
import { csvCells, csvText, delimiterOf, windowsLetters } from './csvText.ts'
import { columnNumber, layoutOf, pagesOf, partDayStyles, type Layout, type PartDay } from './workbookLayout.ts'

/** A sheet that somebody brings. */
export type SheetGiven = { bytes: Uint8Array; limits: SheetLimits }

/** How large a sheet may be: bytes of the file, rows in it. */
export type SheetLimits = { bytes: number; rows: number }

/**
 * A page of a list as it was brought. Rows and columns are counted from 0; the row on screen is the place in the list
 * plus one. `merged` are the cells that the file has as one with a cell above them, and that hold its words here.
 */
export type SheetPage = {
  name: string
  isHidden: boolean
  rows: string[][]
  hiddenRows: number[]
  hiddenColumns: number[]
  merged: Array<{ row: number; column: number }>
}

/**
 * The pages of a CSV file (which has one) or an Excel workbook that hold anything, to be read where it can be ended
 * (`readSheet`). CSV may be separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with or without a
 * mark in front. Throws `unreadable` for what cannot be read, or is larger than the limits in bytes, rows, columns or
 * letters.
 */
export const sheetRows = async ({ bytes: given, limits }: SheetGiven): Promise<SheetPage[]> => {
  const bytes = Buffer.from(given)
  if (bytes.length === 0)
    throw unreadable({ reason: 'The file is empty.', nextStep: 'Choose the file with your list in it.' })
  const picture = pictureKind(bytes)
  if (picture) throw isAPicture(picture)
  if (bytes.length > limits.bytes) throw tooManyBytes(limits)
  const pages = isZip(bytes) ? await workbookPages({ bytes, limits }) : [csvPage(csvRows(bytes))]
  for (const { rows } of pages) {
    if (rows.length > limits.rows + MOST_BLANK_ROWS) throw tooManyRows({ rows: rows.length, limits })
    refuseTooWide(rows)
  }
  const filled = pages.map(tidyPage).filter(({ rows }) => rows.length > 0)
  if (filled.length === 0)
    throw unreadable({ reason: 'There is nothing in the file.', nextStep: 'Choose the file with your list in it.' })
  for (const { rows } of filled) if (rows.length > limits.rows) throw tooManyRows({ rows: rows.length, limits })
  return filled
}

/** The rows down to the last with anything in it, each cell as it is kept. */
const tidyPage = ({ rows, ...page }: SheetPage): SheetPage => {
  const tidy = rows.map((row) => row.map((cell) => tidyCell(plainCell(windowsLetters(cell)))))
  const last = tidy.findLastIndex((row) => row.some((cell) => cell !== ''))
  return { ...page, rows: tidy.slice(0, last + 1) }
}

const csvPage = (rows: string[][]): SheetPage => ({
  name: '',
  isHidden: false,
  rows,
  hiddenRows: [],
  hiddenColumns: [],
  merged: [],
})

const isAPicture = (kind: string): Error =>
  unreadable({
    reason: `This is a ${kind}, and words in a picture cannot be read as a list.`,
    nextStep: 'Type the rows into a spreadsheet, save it as .xlsx or CSV, and bring that.',
  })

const tooManyBytes = ({ bytes, rows }: SheetLimits): Error =>
  unreadable({
    reason: `The file is larger than ${Math.round(bytes / 1000)} kB.`,
    nextStep: `Leave out pictures and other sheets, or bring it in parts of up to ${rows - 1} rows.`,
  })

const MOST_COLUMNS = 256
const MOST_CELL_LETTERS = 32_767
const MOST_LETTERS = 2_000_000

/** A cell has at most the letters that Excel gives one, and all of them together those of a long book. */
const refuseTooWide = (rows: readonly string[][]): void => {
  let letters = 0
  for (const [index, row] of rows.entries()) {
    if (row.length > MOST_COLUMNS)
      throw unreadable({
        reason: `Row ${index + 1} has ${row.length} columns; ${MOST_COLUMNS} is the most.`,
        nextStep: 'Keep the columns of the list, delete the rest, and bring it again.',
      })
    for (const cell of row) {
      if (cell.length > MOST_CELL_LETTERS)
        throw unreadable({
          reason: `Row ${index + 1} has a cell of ${cell.length} letters; ${MOST_CELL_LETTERS} is the most.`,
          nextStep: 'Shorten it, and bring the file again.',
        })
      letters += cell.length
    }
    if (letters > MOST_LETTERS)
      throw unreadable({
        reason: `There are more than ${MOST_LETTERS / 1_000_000} million letters in the file.`,
        nextStep: 'Bring it in several parts.',
      })
  }
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

const csvRows = (bytes: Buffer): string[][] => {
  const text = csvText(bytes)
  if (
    text.includes('\0') ||
    ['\u00d0\u00cf\u0011\u00e0', '%PDF', '{\\rtf'].some((beginning) => text.startsWith(beginning))
  )
    throw notASheet()
  try {
    return csvCells({ text, sign: delimiterOf(text) })
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    throw unreadable({
      reason: `We could not read the file: near line ${String(problem.lines ?? '?')} a quotation mark opens and does not close.`,
      nextStep: 'Open it in a spreadsheet, save it as CSV again, and bring that.',
    })
  }
}

const workbookPages = async ({ bytes, limits }: { bytes: Buffer; limits: SheetLimits }): Promise<SheetPage[]> => {
  const parts = lookInside({ bytes, limits })
  const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)])).catch(() => {
    throw notASheet()
  })
  const pages = pagesOf({
    workbook: parts.get('xl/workbook.xml') ?? '',
    relations: parts.get('xl/_rels/workbook.xml.rels') ?? '',
  })
  const styles = partDayStyles(parts.get('xl/styles.xml') ?? '')
  return sheets.map(({ sheet, data }, place) => {
    const page = pages[place]?.name === sheet ? pages[place] : pages.find(({ name }) => name === sheet)
    const layout = layoutOf({ xml: parts.get(page?.part.toLowerCase() ?? '') ?? '', styles })
    const rows = data.map((row, at) => row.map((cell, column) => asText(cell, layout.partDays.get(`${at}:${column}`))))
    return {
      name: sheet,
      isHidden: page?.isHidden ?? false,
      rows,
      hiddenRows: layout.hiddenRows,
      hiddenColumns: layout.hiddenColumns,
      merged: fillMerged({ rows, merged: layout.merged }),
    }
  })
}

/** Writes the words of a cell over several rows into each of them, and says where. */
const fillMerged = ({ rows, merged }: { rows: string[][]; merged: Layout['merged'] }): SheetPage['merged'] =>
  merged.flatMap(({ column, from, until }) => {
    const words = rows[from]?.[column] ?? ''
    if (words === '') return []
    return rows.slice(from + 1, until + 1).map((row, place) => {
      row[column] = words
      return { row: from + 1 + place, column }
    })
  })

/**
 * Looks at a workbook before it is read: how much it holds unpacked, and how far out its cells stand, since the reader
 * makes room for every cell up to the last. The sizes are those that the archive says of itself; no part is given more
 * room than that. Gives the parts that say how it is laid out, by their names in small letters.
 */
const lookInside = ({ bytes, limits }: { bytes: Buffer; limits: SheetLimits }): Map<string, string> => {
  let room = MOST_UNPACKED_BYTES
  let parts = 0
  const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    room -= originalSize
    parts += 1
    if (room < 0 || parts > MOST_PARTS)
      throw unreadable({
        reason: 'The workbook is far larger inside than it looks.',
        nextStep: 'Copy the list alone into a new workbook, and bring that.',
      })
    return SHEET_PART.test(name)
  }
  try {
    return new Map(
      Object.entries(unzipSync(bytes, { filter })).map(([name, part]) => {
        const xml = Buffer.from(part).toString()
        refuseLongText(xml)
        refuseFarOut({ xml, limits })
        return [name.toLowerCase(), xml]
      }),
    )
  } catch (problem) {
    throw unreadableWithin(problem) ? problem : notASheet()
  }
}

/** The reader trims what it reads, and would make nothing of a cell of blanks only after it had read them all. */
const refuseLongText = (xml: string): void => {
  for (let from = 0, until = 0; from !== -1; from = xml.indexOf('>', until)) {
    until = xml.indexOf('<', from)
    if (until === -1) until = xml.length
    if (until - from > MOST_WRITTEN_LETTERS)
      throw unreadable({
        reason: 'A cell of the workbook is far longer inside than it looks.',
        nextStep: 'Copy the list alone into a new workbook, and bring that.',
      })
  }
}

/** A letter may be written in as many as ten: `&#x1F600;`. */
const MOST_WRITTEN_LETTERS = 10 * MOST_CELL_LETTERS

const refuseFarOut = ({ xml, limits }: { xml: string; limits: SheetLimits }): void => {
  for (const [, column = '', row = ''] of xml.matchAll(CELL_ADDRESS)) {
    if (column.length > 2 || columnNumber(column) > MOST_COLUMNS)
      throw unreadable({
        reason: `Something stands in cell ${column}${row}, far beside the list: column ${lettersOf(MOST_COLUMNS)} is the last that is read.`,
        nextStep: 'Copy the list alone into a new workbook, and bring that.',
      })
    if (Number(row) > limits.rows + MOST_BLANK_ROWS)
      throw unreadable({
        reason: `Something stands in cell ${column}${row}, far under the list; ${limits.rows} rows is the most at one time.`,
        nextStep: 'Copy the list alone into a new workbook, or bring it in several parts.',
      })
  }
}

const SHEET_PART = /(?:worksheets\/[^/]*|sharedStrings|xl\/workbook|xl\/styles)\.xml$|xl\/_rels\/workbook\.xml\.rels$/i
const CELL_ADDRESS = /<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br\s{0,9}=\s{0,9}["']\$?([A-Z]{1,9})\$?(\d{1,9})["']/gi
const MOST_PARTS = 1_000
/** Rows with nothing in them but a colour or a border, as sheets have them under what is written. */
const MOST_BLANK_ROWS = 10_000

const lettersOf = (column: number): string =>
  (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

const tooManyRows = ({ rows, limits }: { rows: number; limits: SheetLimits }): Error =>
  unreadable({
    reason: `The file has ${rows} rows; ${limits.rows} is the most at one time.`,
    nextStep: 'Bring it in several parts.',
  })

/**
 * A date in a workbook is a day without time, kept as a moment at midnight UTC; written as people here write days. One
 * that is shown in part is written as it is shown: the rest of it was the spreadsheet's idea.
 */
const asText = (cell: unknown, shown: PartDay | undefined): string => {
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const [year = '', month = '', day = ''] = cell.toISOString().slice(0, 10).split('-')
    const name = MONTHS[Number(month) - 1] ?? month
    if (shown === 'no-year') return `${Number(day)}-${name}`
    return shown === 'no-day' ? `${name}-${year.slice(-2)}` : `${day}/${month}/${year}`
  }
  return cell === null || cell === undefined ? '' : String(cell)
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const MOST_UNPACKED_BYTES = 12_000_000

const notASheet = (): Error =>
  unreadable({
    reason: 'This is neither a CSV file nor an Excel workbook (.xlsx).',
    nextStep: 'Open it in a spreadsheet, save it as one of these, and bring that.',
  })
