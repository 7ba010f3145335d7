import type { Block, Run } from './printedDocument.ts'

type Pdf = PDFKit.PDFDocument
type Structure = PDFKit.PDFStructureElement

/** Writes blocks one below the other, each into the structure that a screen reader follows. */
export const blockWriter =
  ({ pdf, body }: { pdf: Pdf; body: Structure }) =>
  (block: Block): void => {
    switch (block.kind) {
      case 'heading':
        return heading({ pdf, body, level: block.level, text: block.text })
      case 'paragraph':
        return paragraph({ pdf, body, runs: block.runs })
      case 'list':
        return list({ pdf, body, ordered: block.ordered, items: block.items })
      case 'facts':
        return table({ pdf, body, head: undefined, rows: block.facts.map(({ term, value }) => [term, value]), widths: FACT_WIDTHS })
      case 'table':
        return table({ pdf, body, head: block.head, rows: block.rows, widths: block.widths })
      case 'page-break':
        pdf.addPage()
    }
  }

type Place = { pdf: Pdf; body: Structure }

const INK = '#1b1b1b'
const TEXT_SIZE = 11
const HEADING_SIZES = { 1: 20, 2: 15, 3: 12 } as const
const INDENT = 18
const FACT_WIDTHS = [0.35, 0.65]

const heading = ({ pdf, body, level, text }: Place & { level: 1 | 2 | 3; text: string }): void => {
  const size = HEADING_SIZES[level]
  // A heading never stands alone at the foot of a page.
  if (pdf.y + size * 3 + TEXT_SIZE * 2 > bottomOf(pdf)) pdf.addPage()
  else if (pdf.y > pdf.page.margins.top) pdf.y += size * 0.7
  body.add(pdf.struct(`H${level}`, {}, () => void pdf.font('bold').fontSize(size).fillColor(INK).text(printable(text), leftOf(pdf), pdf.y, { width: widthOf(pdf) })))
  pdf.y += size * 0.35
}

const paragraph = ({ pdf, body, runs }: Place & { runs: readonly Run[] }): void => {
  body.add(pdf.struct('P', {}, () => writeRuns({ pdf, runs, left: leftOf(pdf), width: widthOf(pdf) })))
  pdf.y += TEXT_SIZE * 0.6
}

const list = ({ pdf, body, ordered, items }: Place & { ordered: boolean; items: ReadonlyArray<readonly Run[]> }): void => {
  const whole = pdf.struct('L')
  body.add(whole)
  items.forEach((runs, index) => {
    if (pdf.y + TEXT_SIZE * 1.5 > bottomOf(pdf)) pdf.addPage()
    const top = pdf.y
    const label = pdf.struct('Lbl', {}, () => void pdf.font('regular').fontSize(TEXT_SIZE).fillColor(INK).text(ordered ? `${index + 1}.` : '•', leftOf(pdf), top, { width: INDENT, lineBreak: false }))
    const words = pdf.struct('LBody', {}, () => {
      pdf.y = top
      writeRuns({ pdf, runs, left: leftOf(pdf) + INDENT, width: widthOf(pdf) - INDENT })
    })
    whole.add(pdf.struct('LI', {}, [label, words]))
    pdf.y += TEXT_SIZE * 0.3
  })
  whole.end()
  pdf.y += TEXT_SIZE * 0.4
}

const table = ({ pdf, body, head, rows, widths }: Place & { head: readonly string[] | undefined; rows: ReadonlyArray<readonly string[]>; widths: readonly number[] | undefined }): void => {
  pdf.font('regular').fontSize(TEXT_SIZE).fillColor(INK)
  const bold = { font: { src: 'bold', size: TEXT_SIZE } }
  const top = head ? [head.map((text) => ({ text: printable(text), type: 'TH' as const, ...bold, scope: 'Column' as const }))] : []
  // Without a head, the first cell of each row says what the row is.
  const further = rows.map((cells) => cells.map((text, column) => (!head && column === 0 ? { text: printable(text), type: 'TH' as const, ...bold, scope: 'Row' as const } : { text: printable(text) })))
  pdf.table({
    structParent: body,
    position: { x: leftOf(pdf), y: pdf.y },
    columnStyles: widths && ((column) => ({ width: widthOf(pdf) * (widths[column] ?? 0) })),
    defaultStyle: { padding: 5, border: 0.5, borderColor: '#888888' },
    data: [...top, ...further],
  } as PDFKit.Mixins.TableOptionsWithData)
  pdf.x = leftOf(pdf)
  pdf.y += TEXT_SIZE
}

const writeRuns = ({ pdf, runs, left, width }: { pdf: Pdf; runs: readonly Run[]; left: number; width: number }): void => {
  const words = runs.filter(({ text }) => text !== '')
  words.forEach(({ text, bold }, index) => {
    pdf.font(bold ? 'bold' : 'regular').fontSize(TEXT_SIZE).fillColor(INK)
    const options = { width, continued: index < words.length - 1, lineGap: 2 }
    if (index === 0) pdf.text(printable(text), left, pdf.y, options)
    else pdf.text(printable(text), options)
  })
}

/** Control characters have no shape: a line's end stays, the others would print as boxes. */
const printable = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ''))

const leftOf = (pdf: Pdf): number => pdf.page.margins.left
const widthOf = (pdf: Pdf): number => pdf.page.width - pdf.page.margins.left - pdf.page.margins.right
const bottomOf = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom
