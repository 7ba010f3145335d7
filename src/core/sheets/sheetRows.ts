import { CsvError, parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { unreadable, unreadableWithin } from '../files/unreadable.ts'
import { plainCell, tidyCell } from './cells.ts'

/** A sheet that somebody brings. */
export type SheetGiven = { bytes: Uint8Array; limits: SheetLimits }

/** How large a sheet may be: bytes of the file, rows in it. */
export type SheetLimits = { bytes: number; rows: number }

/**
 * The rows of a CSV file or an Excel workbook, whichever it is, to be read where it can be ended (`readSheet`). CSV may
 * be separated by commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with or without a mark in front. Of a
 * workbook the first sheet with anything in it counts. Throws `unreadable` for what cannot be read, or is larger than
 * the limits in bytes, rows, columns or letters.
 */
export const sheetRows = async ({ bytes: given, limits }: SheetGiven): Promise<string[][]> => {
  const bytes = Buffer.from(given)
  if (bytes.length === 0)
    throw unreadable({ reason: 'The file is empty.', nextStep: 'Choose the file with your list in it.' })
  if (bytes.length > limits.bytes)
    throw unreadable({
      reason: `The file is larger than ${Math.round(limits.bytes / 1000)} kB.`,
      nextStep: 'Leave out pictures and other sheets, or bring it in two parts.',
    })
  const rows = isZip(bytes) ? await workbookRows({ bytes, limits }) : csvRows(bytes)
  if (rows.length > limits.rows + MOST_BLANK_ROWS) throw tooManyRows({ rows: rows.length, limits })
  refuseTooWide(rows)
  const tidy = rows.map((row) => row.map((cell) => tidyCell(plainCell(cell))))
  const last = tidy.findLastIndex((row) => row.some((cell) => cell !== ''))
  if (last === -1)
    throw unreadable({ reason: 'There is nothing in the file.', nextStep: 'Choose the file with your list in it.' })
  if (last + 1 > limits.rows) throw tooManyRows({ rows: last + 1, limits })
  return tidy.slice(0, last + 1)
}

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
  const text = decoded(bytes)
  if (
    text.includes('\0') ||
    ['\u00d0\u00cf\u0011\u00e0', '%PDF', '{\\rtf'].some((beginning) => text.startsWith(beginning))
  )
    throw notASheet()
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      relax_quotes: true,
    }) as string[][]
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    throw unreadable({
      reason: `We could not read the file: near line ${String(problem.lines ?? '?')} a quotation mark opens and does not close.`,
      nextStep: 'Open it in a spreadsheet, save it as CSV again, and bring that.',
    })
  }
}

/** UTF-8 where it is that; what is not came from an older Excel. */
const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that comes most often in the first line with anything in it, outside quotation marks. */
const delimiterOf = (text: string): string => {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== '') ?? ''
  const bare = first.replaceAll(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((sign) => ({ sign, times: bare.split(sign).length - 1 }))
  return counted.reduce((most, next) => (next.times > most.times ? next : most)).sign
}

const workbookRows = async ({ bytes, limits }: { bytes: Buffer; limits: SheetLimits }): Promise<string[][]> => {
  lookInside({ bytes, limits })
  const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)])).catch(() => {
    throw notASheet()
  })
  const rows =
    sheets.map(({ data }) => data).find((data) => data.some((row) => row.some((cell) => cell !== null))) ?? []
  return rows.map((row) => row.map(asText))
}

/**
 * Looks at a workbook before it is read: how much it holds unpacked, and how far out its cells stand, since the reader
 * makes room for every cell up to the last. The sizes are those that the archive says of itself; no part is given more
 * room than that.
 */
const lookInside = ({ bytes, limits }: { bytes: Buffer; limits: SheetLimits }): void => {
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
    for (const part of Object.values(unzipSync(bytes, { filter }))) {
      const xml = Buffer.from(part).toString('latin1')
      refuseLongText(xml)
      refuseFarOut({ xml, limits })
    }
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

const SHEET_PART = /(?:worksheets\/[^/]*|sharedStrings)\.xml$/i
const CELL_ADDRESS = /<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br\s{0,9}=\s{0,9}["']\$?([A-Z]{1,9})\$?(\d{1,9})["']/gi
const MOST_PARTS = 1_000
/** Rows with nothing in them but a colour or a border, as sheets have them under what is written. */
const MOST_BLANK_ROWS = 10_000

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const lettersOf = (column: number): string =>
  (column > 26 ? lettersOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

const tooManyRows = ({ rows, limits }: { rows: number; limits: SheetLimits }): Error =>
  unreadable({
    reason: `The file has ${rows} rows; ${limits.rows} is the most at one time.`,
    nextStep: 'Bring it in several parts.',
  })

/** A date in a workbook is a day without time, kept as a moment at midnight UTC; written as people here write days. */
const asText = (cell: unknown): string => {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return cell === null || cell === undefined ? '' : String(cell)
}

const MOST_UNPACKED_BYTES = 12_000_000

const notASheet = (): Error =>
  unreadable({
    reason: 'This is neither a CSV file nor an Excel workbook (.xlsx).',
    nextStep: 'Open it in a spreadsheet, save it as one of these, and bring that.',
  })
