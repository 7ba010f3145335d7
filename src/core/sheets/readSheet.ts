import { CsvError, parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/universal'
import { badInputError } from '../errors/problems.ts'
import { plainCell, tidyCell } from './cells.ts'

/** A sheet as it was brought: its rows from the first, each a list of texts. The row on screen is the place in the list plus one. */
export type Sheet = { rows: string[][] }

/** How large a sheet may be: bytes of the file, rows in it. */
export type SheetLimits = { bytes: number; rows: number }

/**
 * Reads a CSV file or an Excel workbook, whichever it is. CSV may be separated by commas, semicolons or tabs, in UTF-8, UTF-16 or
 * Windows-1252, with or without a mark in front. Of a workbook the first sheet with anything in it counts. Throws a 400 with a
 * sentence for what cannot be read, or is larger than the limits.
 */
export const readSheet = async ({ bytes, limits }: { bytes: Buffer; limits: SheetLimits }): Promise<Sheet> => {
  if (bytes.length === 0) throw badInputError({ reason: 'The file is empty.', nextStep: 'Choose the file with your list in it.' })
  if (bytes.length > limits.bytes) throw badInputError({ reason: `The file is larger than ${Math.round(limits.bytes / 1000)} kB.`, nextStep: 'Leave out pictures and other sheets, or bring it in two parts.' })
  const rows = isZip(bytes) ? await workbookRows(bytes) : csvRows(bytes)
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  if (last === -1) throw badInputError({ reason: 'There is nothing in the file.', nextStep: 'Choose the file with your list in it.' })
  if (last + 1 > limits.rows) throw badInputError({ reason: `The file has ${last + 1} rows; ${limits.rows} is the most at one time.`, nextStep: 'Bring it in several parts.' })
  return { rows: rows.slice(0, last + 1) }
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

const csvRows = (bytes: Buffer): string[][] => {
  const text = decoded(bytes)
  if (text.includes('\0') || ['\u00d0\u00cf\u0011\u00e0', '%PDF', '{\\rtf'].some((beginning) => text.startsWith(beginning))) throw unreadable()
  try {
    const rows = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, relax_quotes: true }) as string[][]
    return rows.map((row) => row.map(asKept))
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    throw badInputError({ reason: `We could not read the file: near line ${String(problem.lines ?? '?')} a quotation mark opens and does not close.`, nextStep: 'Open it in a spreadsheet, save it as CSV again, and bring that.' })
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

const workbookRows = async (bytes: Buffer): Promise<string[][]> => {
  if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) throw badInputError({ reason: 'The workbook is far larger inside than it looks.', nextStep: 'Copy the list alone into a new workbook, and bring that.' })
  const sheets = await readWorkbook(new Blob([new Uint8Array(bytes)])).catch(() => {
    throw unreadable()
  })
  const rows = sheets.map(({ data }) => data).find((data) => data.some((row) => row.some((cell) => cell !== null))) ?? []
  return rows.map((row) => row.map((cell) => asKept(asText(cell))))
}

/** A date in a workbook is a day without time, kept as a moment at midnight UTC; written as people here write days. */
const asText = (cell: unknown): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return cell === null || cell === undefined ? '' : String(cell)
}

const asKept = (text: string): string => tidyCell(plainCell(text))

/**
 * What a zip archive says of itself: how many bytes its parts take unpacked. The reader takes the same figures for the room that
 * it gives each part, so that an archive that lies gains nothing.
 */
const unpackedSize = (bytes: Buffer): number => {
  let size = 0
  for (let at = bytes.indexOf(PART); at !== -1 && at + 46 <= bytes.length; at = bytes.indexOf(PART, at + 46)) size += bytes.readUInt32LE(at + 24)
  return size
}

const PART = Buffer.from('PK\u0001\u0002', 'latin1')
const MOST_UNPACKED_BYTES = 40_000_000

const unreadable = (): Error => badInputError({ reason: 'This is neither a CSV file nor an Excel workbook (.xlsx).', nextStep: 'Open it in a spreadsheet, save it as one of these, and bring that.' })
