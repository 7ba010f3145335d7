import { drawLine, linesOf, type Line } from './lines.ts'
import type { Run } from './printedDocument.ts'
import type { Faces } from './clusters.ts'

/** The pages that are being written: what is written next stands at `pdf.y`. */
export type Sheet = { pdf: PDFKit.PDFDocument; faces: Faces }

/** Where text goes and how large; all in points. `gap`: what is left free below each line. */
export type Setting = { left: number; width: number; size: number; gap?: number }

/** Text made into lines for a place. */
export const linesFor = (
  { pdf, faces }: Sheet,
  { runs, size, width }: { runs: readonly Run[]; size: number; width: number },
): Line[] => linesOf({ pdf, faces, runs, size, width })

/** Writes lines one below the other, over to the next page where the page ends, and leaves `pdf.y` below them. */
export const writeLines = (
  { pdf }: Pick<Sheet, 'pdf'>,
  { lines, left, width, size, gap = 0, ink = INK }: Setting & { lines: readonly Line[]; ink?: string },
): void => {
  for (const line of lines) {
    const height = line.ascent + line.descent + gap
    if (pdf.y + height > bottomOf(pdf)) pdf.continueOnNewPage()
    const top = pdf.y
    pdf.fillColor(ink)
    drawLine({ pdf, size, line, left, top, width })
    pdf.x = left
    pdf.y = top + height
  }
}

/** The left edge of what is printed. */
export const leftOf = (pdf: PDFKit.PDFDocument): number => pdf.page.margins.left

/** How wide what is printed may be. */
export const widthOf = (pdf: PDFKit.PDFDocument): number =>
  pdf.page.width - pdf.page.margins.left - pdf.page.margins.right

/** The lower edge of what is printed. */
export const bottomOf = (pdf: PDFKit.PDFDocument): number => pdf.page.height - pdf.page.margins.bottom

/**
 * What a screen reader is told of words: their language, and the words themselves where the signs on the page are
 * shaped, turned round or given as numbers.
 */
export const spoken = ({
  text,
  language,
}: {
  text: string
  language?: string
}): { lang?: string; actual?: string } => ({
  ...(language === undefined ? {} : { lang: language }),
  ...(SHAPED.test(text) ? { actual: text } : {}),
})

const SHAPED = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\P{Letter}]/u
const INK = '#1b1b1b'
