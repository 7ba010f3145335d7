import PDFDocument from 'pdfkit'
import { blockWriter } from './blocks.ts'
import { isInOurLetters } from './clusters.ts'
import { writeLetterhead } from './letterhead.ts'
import { TICK_BOX, type Block, type PrintedDocument } from './printedDocument.ts'
import { linesFor, widthOf, writeLines, type Sheet } from './sheet.ts'
import { fontOf, typefacesOf } from './typefaces.ts'

/**
 * A document as a tagged PDF (PDF/UA): headings, lists and tables are told to screen readers as what they are, and the
 * typefaces travel inside. The same document gives the same bytes, whenever and wherever it is made. Letters that none
 * of our typefaces has are given by their numbers, and the document says so at its end.
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
      font: fontOf({ name: 'atkinson', bold: false }),
    })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    try {
      const sheet = { pdf, faces: typefacesOf(pdf) }
      const body = pdf.struct('Document')
      pdf.addStructure(body)
      if (document.letterhead) writeLetterhead(sheet, document.letterhead)
      const write = blockWriter({ sheet, body })
      blocks.forEach(write)
      if (!isInOurLetters({ faces: sheet.faces, text: textIn(blocks) })) write(IN_NUMBERS)
      body.end()
      writeFeet(sheet, { foot: document.foot })
      pdf.end()
    } catch (problem) {
      reject(problem instanceof Error ? problem : new Error(String(problem)))
    }
  })

const MARGIN = 56
const FOOT_SIZE = 9

const IN_NUMBERS: Block = {
  kind: 'paragraph',
  runs: [
    {
      text: 'We cannot print all letters. Those that we cannot print stand here as numbers in square brackets, one number for each. Our own record has the letters.',
    },
  ],
}

const textIn = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'heading':
          return [block.text]
        case 'paragraph':
          return block.runs.map(({ text }) => text)
        case 'list':
          return block.items.flatMap((runs) => runs.map(({ text }) => text))
        case 'facts':
          return block.facts.flatMap((fact) => [fact.term, ...('choices' in fact ? fact.choices : [fact.value])])
        case 'table':
          return [...block.head, ...block.rows.flat().filter((cell) => cell !== TICK_BOX)]
        case 'page-break':
          return []
      }
    })
    .join('\n')

/** The foot of every page, which a screen reader leaves out. Written last, when the number of pages is known. */
const writeFeet = (sheet: Sheet, { foot }: { foot: string }): void => {
  const { pdf } = sheet
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    const width = widthOf(pdf)
    const lines = linesFor(sheet, {
      runs: [{ text: `${foot} · page ${page + 1} of ${count}` }],
      size: FOOT_SIZE,
      width,
    }).slice(0, 1)
    // Below the margin, where text would otherwise begin a new page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pdf.y = pdf.page.height - MARGIN + 18
    writeLines(sheet, { lines, left: MARGIN, width, size: FOOT_SIZE, ink: '#444444' })
    pdf.endMarkedContent()
  }
}
