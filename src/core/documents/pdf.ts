import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { blockWriter } from './blocks.ts'
import type { PrintedDocument } from './printedDocument.ts'

/**
 * A document as a tagged PDF (PDF/UA): headings, lists and tables are told to screen readers as what they are, and the
 * typeface travels inside. The same document gives the same bytes, whenever and wherever it is made.
 */
export const renderPdf = (document: PrintedDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { title, author, language, madeAt, blocks } = document
    // The size that A4 has, in points of 1/72 inch; margins of 2 cm.
    const pdf = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      tagged: true,
      pdfVersion: '1.7',
      // Known to the library, not yet to the description of its types.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      lang: language,
      displayTitle: true,
      info: { Title: title, Author: author, CreationDate: madeAt, ModDate: madeAt },
      font: TYPEFACE.regular,
    })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    try {
      pdf.registerFont('regular', TYPEFACE.regular)
      pdf.registerFont('bold', TYPEFACE.bold)
      const body = pdf.struct('Document')
      pdf.addStructure(body)
      const write = blockWriter({ pdf, body })
      blocks.forEach(write)
      body.end()
      writeFeet({ pdf, foot: document.foot })
      pdf.end()
    } catch (problem) {
      reject(problem instanceof Error ? problem : new Error(String(problem)))
    }
  })

const MARGIN = 56

const { resolve: pathOf } = createRequire(import.meta.url)
const FAMILY = '@expo-google-fonts/atkinson-hyperlegible-next'
const TYPEFACE = {
  regular: pathOf(`${FAMILY}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`),
  bold: pathOf(`${FAMILY}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`),
}

/** The foot of every page, which a screen reader leaves out. Written last, when the number of pages is known. */
const writeFeet = ({ pdf, foot }: { pdf: PDFKit.PDFDocument; foot: string }): void => {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pdf.font('regular').fontSize(9).fillColor('#444444')
    pdf.text(`${foot} · page ${page + 1} of ${count}`, MARGIN, pdf.page.height - MARGIN + 18, { width: pdf.page.width - 2 * MARGIN, lineBreak: false })
    pdf.endMarkedContent()
  }
}
