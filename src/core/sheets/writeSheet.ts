import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import { harmlessCell, tidyCell } from './cells.ts'

/** The two forms of a sheet that people bring and take. */
export type SheetForm = 'csv' | 'xlsx'

/** A file to hand over. */
export type SheetFile = { name: string; contentType: string; body: Buffer }

/**
 * A sheet as a file: the headings, then the rows. Every cell is text and harmless in a spreadsheet [DAT-6], in both
 * forms alike, so that it stays so when somebody saves the one as the other. CSV begins with the mark by which Excel
 * knows its letters.
 * `columnWidths` are in letters; `name` is without its ending.
 */
export const writeSheet = async ({
  form,
  name,
  headings,
  rows,
  columnWidths,
}: {
  form: SheetForm
  name: string
  headings: readonly string[]
  rows: ReadonlyArray<readonly string[]>
  columnWidths: readonly number[]
}): Promise<SheetFile> => {
  const harmless = rows.map((row) => row.map((cell) => harmlessCell(tidyCell(cell))))
  return form === 'csv'
    ? {
        name: `${name}.csv`,
        contentType: 'text/csv; charset=utf-8',
        body: Buffer.from(
          stringify([[...headings], ...harmless], { bom: true, escape_formulas: true, record_delimiter: 'windows' }),
        ),
      }
    : {
        name: `${name}.xlsx`,
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await asWorkbook({ name, headings, rows: harmless, columnWidths }),
      }
}

const asWorkbook = ({
  name,
  headings,
  rows,
  columnWidths,
}: {
  name: string
  headings: readonly string[]
  rows: string[][]
  columnWidths: readonly number[]
}): Promise<Buffer> =>
  writeExcelFile(
    [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) =>
        row.map((value) =>
          value === ''
            ? null
            : { value: asWritable(value), type: String, format: '@', wrap: true, alignVertical: 'top' as const },
        ),
      ),
    ],
    {
      sheet: name.slice(0, 31),
      columns: columnWidths.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
  ).toBuffer()

/**
 * The writer looks texts up in an object, where it finds names such as “toString” before they were put there. A blank
 * at the end, which is cut off when the sheet is read, makes another text of it. What looks like the format's own way
 * of writing a sign (“_x000D_”) is written so that it is read as the letters that it is, and the sign for a letter that
 * was lost is written in that way, as readers leave it out.
 */
const asWritable = (text: string): string =>
  text in {} ? `${text} ` : text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\ufffd', '_xFFFD_')
