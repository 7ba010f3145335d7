import { heightOf, type Line } from './lines.ts'
import { bottomOf, leftOf, linesFor, spoken, widthOf, writeLines, type Sheet } from './sheet.ts'

/** One cell: its text, what it is for a screen reader, and its language where it is not the document’s own. */
export type Cell = { text: string; heads?: 'Row' | 'Column'; language?: string }

/**
 * Writes a table row by row; a row that does not fit begins on the next page. `widths`: each column’s share of the
 * page’s width.
 */
export const writeTable = (
  sheet: Sheet,
  {
    body,
    rows,
    widths,
    size,
  }: {
    body: PDFKit.PDFStructureElement
    rows: ReadonlyArray<readonly Cell[]>
    widths: readonly number[] | undefined
    size: number
  },
): void => {
  const { pdf } = sheet
  const whole = pdf.struct('Table')
  body.add(whole)
  for (const row of rows) {
    const placed = cellsOf(sheet, { row, widths, size })
    const height = Math.max(...placed.map(({ lines }) => heightOf(lines))) + 2 * PADDING
    if (pdf.y + height > bottomOf(pdf)) pdf.continueOnNewPage()
    const top = pdf.y
    const structure = pdf.struct('TR')
    whole.add(structure)
    for (const { cell, lines, left, width } of placed) {
      pdf.markContent('Artifact', { type: 'Layout' })
      pdf.save().lineWidth(0.5).strokeColor(RULE).rect(left, top, width, height).stroke().restore()
      pdf.endMarkedContent()
      const told = { ...spoken(cell), ...(cell.heads ? { scope: cell.heads } : {}) }
      structure.add(
        pdf.struct(cell.heads ? 'TH' : 'TD', told, () => {
          pdf.y = top + PADDING
          writeLines(sheet, { lines, left: left + PADDING, width: width - 2 * PADDING, size })
        }),
      )
    }
    structure.end()
    pdf.y = top + height
  }
  whole.end()
  pdf.x = leftOf(pdf)
}

const PADDING = 5
const RULE = '#888888'

type PlacedCell = { cell: Cell; lines: Line[]; left: number; width: number }

const cellsOf = (
  sheet: Sheet,
  { row, widths, size }: { row: readonly Cell[]; widths: readonly number[] | undefined; size: number },
): PlacedCell[] => {
  let left = leftOf(sheet.pdf)
  return row.map((cell, column) => {
    const width = widthOf(sheet.pdf) * (widths?.[column] ?? 1 / row.length)
    const placed = {
      cell,
      lines: linesFor(sheet, {
        runs: [{ text: cell.text, bold: cell.heads !== undefined }],
        size,
        width: width - 2 * PADDING,
      }),
      left,
      width,
    }
    left += width
    return placed
  })
}
