import { TICK_BOX, type Block, type Run } from './printedDocument.ts'
import { bottomOf, leftOf, linesFor, spoken, widthOf, writeLines, type Sheet } from './sheet.ts'
import { writeTable, type Cell } from './tables.ts'

type Structure = PDFKit.PDFStructureElement

/** Writes blocks one below the other, each into the structure that a screen reader follows. */
export const blockWriter =
  ({ sheet, body }: { sheet: Sheet; body: Structure }) =>
  (block: Block): void => {
    const place = { sheet, body }
    switch (block.kind) {
      case 'heading':
        return heading({ ...place, ...block })
      case 'paragraph':
        return paragraph({ ...place, ...block })
      case 'list':
        return list({ ...place, ...block })
      case 'facts':
        return table({
          ...place,
          rows: block.facts.map((fact) => [
            { text: fact.term, heads: 'Row' },
            'choices' in fact ? { text: fact.choices.join('\n'), boxes: fact.choices } : { text: fact.value },
          ]),
          widths: FACT_WIDTHS,
        })
      case 'table': {
        const { head, rows, widths, languages } = block
        const heads: Cell[] = head.map((text) => ({ text, heads: 'Column' }))
        return table({
          ...place,
          rows: [
            heads,
            ...rows.map((cells) =>
              cells.map((text, column) =>
                text === TICK_BOX ? { text: ' ', boxes: [''] } : { text, language: languages?.[column] },
              ),
            ),
          ],
          widths,
        })
      }
      case 'page-break':
        sheet.pdf.addPage()
    }
  }

type Place = { sheet: Sheet; body: Structure }

const TEXT_SIZE = 11
const HEADING_SIZES = { 1: 20, 2: 15, 3: 12 } as const
const INDENT = 18
const FACT_WIDTHS = [0.35, 0.65]

const heading = ({
  sheet,
  body,
  level,
  text,
  language,
}: Place & { level: 1 | 2 | 3; text: string; language?: string }): void => {
  const { pdf } = sheet
  const size = HEADING_SIZES[level]
  // A heading never stands alone at the foot of a page.
  if (pdf.y + size * 3 + TEXT_SIZE * 2 > bottomOf(pdf)) pdf.addPage()
  else if (pdf.y > pdf.page.margins.top) pdf.y += size * 0.7
  const width = widthOf(pdf)
  const lines = linesFor(sheet, { runs: [{ text, bold: true }], size, width })
  body.add(
    pdf.struct(`H${level}`, spoken({ text, language }), () =>
      writeLines(sheet, { lines, left: leftOf(pdf), width, size }),
    ),
  )
  pdf.y += size * 0.35
}

const paragraph = ({ sheet, body, runs, language }: Place & { runs: readonly Run[]; language?: string }): void => {
  const { pdf } = sheet
  body.add(
    pdf.struct('P', spoken({ text: textOf(runs), language }), () =>
      writeRuns({ sheet, runs, left: leftOf(pdf), width: widthOf(pdf) }),
    ),
  )
  pdf.y += TEXT_SIZE * 0.6
}

const list = ({
  sheet,
  body,
  ordered,
  items,
}: Place & { ordered: boolean; items: ReadonlyArray<readonly Run[]> }): void => {
  const { pdf } = sheet
  const whole = pdf.struct('L')
  body.add(whole)
  items.forEach((runs, index) => {
    if (pdf.y + TEXT_SIZE * 1.5 > bottomOf(pdf)) pdf.addPage()
    const top = pdf.y
    const label = pdf.struct('Lbl', {}, () =>
      writeRuns({ sheet, runs: [{ text: ordered ? `${index + 1}.` : '•' }], left: leftOf(pdf), width: INDENT }),
    )
    const words = pdf.struct('LBody', spoken({ text: textOf(runs) }), () => {
      pdf.y = top
      writeRuns({ sheet, runs, left: leftOf(pdf) + INDENT, width: widthOf(pdf) - INDENT })
    })
    whole.add(pdf.struct('LI', {}, [label, words]))
    pdf.y += TEXT_SIZE * 0.3
  })
  whole.end()
  pdf.y += TEXT_SIZE * 0.4
}

const table = ({
  sheet,
  body,
  rows,
  widths,
}: Place & { rows: ReadonlyArray<readonly Cell[]>; widths: readonly number[] | undefined }): void => {
  writeTable(sheet, { body, rows, widths, size: TEXT_SIZE })
  sheet.pdf.y += TEXT_SIZE
}

const writeRuns = ({
  sheet,
  runs,
  left,
  width,
}: {
  sheet: Sheet
  runs: readonly Run[]
  left: number
  width: number
}): void =>
  writeLines(sheet, { lines: linesFor(sheet, { runs, size: TEXT_SIZE, width }), left, width, size: TEXT_SIZE, gap: 2 })

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
