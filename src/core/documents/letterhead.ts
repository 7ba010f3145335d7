import type { Letterhead } from './printedDocument.ts'
import { leftOf, linesFor, widthOf, writeLines, type Sheet } from './sheet.ts'

/**
 * The mark, the charity's name and the dotted track above the first page. A screen reader passes it by: whose document
 * it is stands in the file.
 */
export const writeLetterhead = (sheet: Sheet, { name, accent }: Letterhead): void => {
  const { pdf } = sheet
  const [left, top] = [leftOf(pdf), pdf.y]
  const width = widthOf(pdf)
  pdf.markContent('Artifact', { type: 'Pagination', attached: ['Top'] })
  drawMark(pdf, { left, top, accent })
  pdf.y = top + 7
  const lines = linesFor(sheet, { runs: [{ text: name, bold: true }], size: NAME_SIZE, width: width - MARK - GAP })
  writeLines(sheet, { lines: lines.slice(0, 1), left: left + MARK + GAP, width: width - MARK - GAP, size: NAME_SIZE })
  const below = top + MARK + 10
  for (let at = left; at <= left + width; at += 11) pdf.circle(at, below, 1.6).fill(SUN)
  pdf.endMarkedContent()
  pdf.x = left
  pdf.y = below + 16
}

// In points.
const MARK = 30
const GAP = 10
const NAME_SIZE = 14
const SUN = '#ffc65c'

/** The programme's mark: a winding track from a small dot to the sun, drawn on a square of 32. */
const drawMark = (
  pdf: PDFKit.PDFDocument,
  { left, top, accent }: { left: number; top: number; accent: string },
): void => {
  pdf
    .save()
    .translate(left, top)
    .scale(MARK / 32)
  pdf.roundedRect(0, 0, 32, 32, 9).fill(accent)
  pdf.circle(8.5, 24, 3).fill('#ffffff')
  pdf.path('M14 22.5c5-1.5 8-4 8-9.5').lineWidth(3).lineCap('round').dash(0.1, { space: 5 }).stroke('#ffffff')
  pdf.undash().circle(22.5, 8.5, 4).fill(SUN)
  pdf.restore()
}
