import { expect, test } from '@jest/globals'
import { renderPdf } from '../../../src/core/documents/pdf.ts'
import type { Block, PrintedDocument } from '../../../src/core/documents/printedDocument.ts'

const documentOf = (blocks: readonly Block[], changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Mentoring policy', author: 'An Invented Charity', language: 'en-GB', madeAt: new Date('2026-03-03T16:00:00Z'), foot: 'Mentoring policy, version 2.0', blocks, ...changes,
})

const everyKind: Block[] = [
  { kind: 'heading', level: 1, text: 'Mentoring policy' },
  { kind: 'facts', facts: [{ term: 'Adopted by', value: 'The committee' }] },
  { kind: 'heading', level: 2, text: 'Where we meet' },
  { kind: 'paragraph', runs: [{ text: 'In ' }, { text: 'public', bold: true }, { text: ' places – żółć, £50.' }] },
  { kind: 'list', ordered: false, items: [[{ text: 'A café' }], [{ text: 'A park' }]] },
  { kind: 'table', head: ['Point', 'Answer'], rows: [['Photographs', 'No']] },
]

test('the same document gives the same bytes, whenever it is made', async () => {
  const first = await renderPdf(documentOf(everyKind))
  expect((await renderPdf(documentOf(everyKind))).equals(first)).toBe(true)
  expect((await renderPdf(documentOf(everyKind, { title: 'Another' }))).equals(first)).toBe(false)
  expect((await renderPdf(documentOf(everyKind, { madeAt: new Date('2026-03-03T16:00:01Z') }))).equals(first)).toBe(false)
})

test('a file says that it is tagged, in which language, and what it is called', async () => {
  const file = (await renderPdf(documentOf(everyKind))).toString('latin1')
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  expect(file).toMatch(/\/Marked true/)
  expect(file).toMatch(/\/Lang \(en-GB\)/)
  expect(file).toMatch(/\/DisplayDocTitle true/)
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
  for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']) expect(file).toMatch(new RegExp(`/S /${tag}\\b`))
})

test('nothing that is written can act: no script, no action, no address to open', async () => {
  const hostile = ['<script>alert(1)</script>', 'javascript:alert(1)', '(/JS app.alert\\(1\\))', ') /OpenAction << /S /JavaScript >> (', 'https://example.invalid/', '\u0000\u0007\u001b[31m']
  const file = (await renderPdf(documentOf(hostile.map((text): Block => ({ kind: 'paragraph', runs: [{ text }] })), { title: hostile.join(' '), foot: hostile.join(' ') }))).toString('latin1')
  const structure = file.replaceAll(/\((?:\\.|[^\\()])*\)|stream[\s\S]*?endstream/g, '')
  for (const dangerous of ['/JavaScript', '/JS', '/OpenAction', '/URI', '/Launch', '/AA']) expect(structure).not.toContain(dangerous)
})

test('a long text goes on over as many pages as it needs, each with its number', async () => {
  const long: Block[] = Array.from({ length: 60 }, (_, part) => [
    { kind: 'heading', level: 2, text: `Part ${part}` } as const,
    { kind: 'paragraph', runs: [{ text: 'Plain words. '.repeat(40) }] } as const,
    { kind: 'list', ordered: true, items: [[{ text: 'One' }], [{ text: 'Two '.repeat(60) }]] } as const,
  ]).flat()
  const file = (await renderPdf(documentOf(long))).toString('latin1')
  const pages = file.match(/\/Type \/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(10)
  expect(pages).toBeLessThan(40)
})

test('a page may be begun on purpose, and no text at all makes one empty page', async () => {
  const count = async (blocks: Block[]) => (await renderPdf(documentOf(blocks))).toString('latin1').match(/\/Type \/Page\b/g)?.length
  expect(await count([{ kind: 'page-break' }, { kind: 'paragraph', runs: [{ text: 'Evidence' }] }])).toBe(2)
  expect(await count([])).toBe(1)
})
