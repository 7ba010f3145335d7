import { heightOf, type Line } from './lines.ts'
import { bottomOf, leftOf, linesFor, spoken, widthOf, writeLines, type Sheet } from './sheet.ts'

/**
 * One cell: its text, what it is for a screen reader, and its language where it is not the document’s own. `boxes`: in
 * place of the text a box for each, to be ticked by hand, with the words beside it.
 */
export type Cell = { text: string; heads?: 'Row' | 'Column'; language?: string; boxes?: readonly string[] }

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
    const height =
      Math.max(...placed.map(({ cell, lines }) => (cell.boxes ? cell.boxes.length * BOX_ROW : heightOf(lines)))) +
      2 * PADDING
    if (pdf.y + height > bottomOf(pdf)) pdf.continueOnNewPage()
    const top = pdf.y
    const structure = pdf.struct('TR')
    whole.add(structure)
    for (const { cell, lines, left, width } of placed) {
      pdf.markContent('Artifact', { type: 'Layout' })
      pdf.save().lineWidth(0.5).strokeColor(RULE).rect(left, top, width, height).stroke().restore()
      pdf.endMarkedContent()
      if (cell.boxes) drawBoxes(pdf, { left, top, boxes: cell.boxes.length })
      const told = { ...spoken(cell), ...(cell.heads ? { scope: cell.heads } : {}) }
      structure.add(
        pdf.struct(cell.heads ? 'TH' : 'TD', told, () => {
          if (cell.boxes) return writeBesideBoxes(sheet, { boxes: cell.boxes, left, top, width, size })
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
/** A box that a pen can tick, and the room that each takes; points. */
const BOX = 13
const BOX_ROW = 20

const drawBoxes = (
  pdf: PDFKit.PDFDocument,
  { left, top, boxes }: { left: number; top: number; boxes: number },
): void => {
  pdf.markContent('Artifact', { type: 'Layout' })
  for (let box = 0; box < boxes; box += 1)
    pdf
      .save()
      .lineWidth(1)
      .strokeColor('#333333')
      .roundedRect(left + PADDING + 1, top + PADDING + 3 + box * BOX_ROW, BOX, BOX, 2)
      .stroke()
      .restore()
  pdf.endMarkedContent()
}

const writeBesideBoxes = (
  sheet: Sheet,
  {
    boxes,
    left,
    top,
    width,
    size,
  }: { boxes: readonly string[]; left: number; top: number; width: number; size: number },
): void => {
  const beside = PADDING + BOX + 8
  boxes.forEach((text, box) => {
    sheet.pdf.y = top + PADDING + 3 + box * BOX_ROW
    const lines = linesFor(sheet, { runs: [{ text }], size, width: width - beside - PADDING })
    writeLines(sheet, { lines: lines.slice(0, 1), left: left + beside, width: width - beside - PADDING, size })
  })
}

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
