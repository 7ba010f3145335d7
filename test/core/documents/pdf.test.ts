import { inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { clustersOf } from '../../../src/core/documents/clusters.ts'
import { renderPdf } from '../../../src/core/documents/pdf.ts'
import type { Block, PrintedDocument } from '../../../src/core/documents/printedDocument.ts'
import type { Typeface } from '../../../src/core/documents/typefaces.ts'
import { textInPdf } from '../../support/pdfText.ts'

const documentOf = (blocks: readonly Block[], changes: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Mentoring policy',
  author: 'An Invented Charity',
  language: 'en-GB',
  madeAt: new Date('2026-03-03T16:00:00Z'),
  foot: 'Mentoring policy, version 2.0',
  blocks,
  ...changes,
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
  expect((await renderPdf(documentOf(everyKind, { madeAt: new Date('2026-03-03T16:00:01Z') }))).equals(first)).toBe(
    false,
  )
})

test('a file says that it is tagged, in which language, and what it is called', async () => {
  const file = (await renderPdf(documentOf(everyKind))).toString('latin1')
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  expect(file).toMatch(/\/Marked true/)
  expect(file).toMatch(/\/Lang \(en-GB\)/)
  expect(file).toMatch(/\/DisplayDocTitle true/)
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
  for (const tag of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'])
    expect(file).toMatch(new RegExp(`/S /${tag}\\b`))
})

test('nothing that is written can act: no script, no action, no address to open', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '(/JS app.alert\\(1\\))',
    ') /OpenAction << /S /JavaScript >> (',
    'https://example.invalid/',
    '\u0000\u0007\u001b[31m',
  ]
  const file = (
    await renderPdf(
      documentOf(
        hostile.map((text): Block => ({ kind: 'paragraph', runs: [{ text }] })),
        { title: hostile.join(' '), foot: hostile.join(' ') },
      ),
    )
  ).toString('latin1')
  const structure = file.replaceAll(/\((?:\\.|[^\\()])*\)|stream[\s\S]*?endstream/g, '')
  for (const dangerous of ['/JavaScript', '/JS', '/OpenAction', '/URI', '/Launch', '/AA'])
    expect(structure).not.toContain(dangerous)
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
  const count = async (blocks: Block[]) =>
    (await renderPdf(documentOf(blocks))).toString('latin1').match(/\/Type \/Page\b/g)?.length
  expect(await count([{ kind: 'page-break' }, { kind: 'paragraph', runs: [{ text: 'Evidence' }] }])).toBe(2)
  expect(await count([])).toBe(1)
})

/** Names as they are written in the languages of our forms, and in others that our typefaces have. */
const NAMES = {
  Polish: 'Łucja Żółć-Wąsik',
  Romanian: 'Ștefan Țăranu',
  Turkish: 'Işıl Çağrı',
  Welsh: 'Siân Ŵyn',
  Vietnamese: 'Đặng Thị Ngọc',
  Ukrainian: 'Олена Їжакевич',
  Greek: 'Ελένη Παπαδοπούλου',
  Arabic: 'محمد علي',
  Urdu: 'گھر والے ٹھیک',
  Bengali: 'রহিমা বেগম',
  Nepali: 'सीता श्रेष्ठ',
}

test('[CON-3] names stand in their own letters, in headings, text, lists and tables, without an empty box, and the same bytes come each time (consent 19)', async () => {
  const names = Object.values(NAMES)
  const blocks = names.flatMap((name): Block[] => [
    { kind: 'heading', level: 2, text: name },
    { kind: 'paragraph', runs: [{ text: 'For ' }, { text: name, bold: true }] },
    { kind: 'facts', facts: [{ term: name, value: name }] },
    { kind: 'list', ordered: false, items: [[{ text: name }]] },
  ])
  const file = await renderPdf(documentOf(blocks, { title: names.join(', '), foot: names.join(', ') }))
  const { pieces, boxes, spoken } = textInPdf(file)
  expect(boxes).toBe(0)
  const drawn = pieces.join('')
  expect(drawn).not.toContain('U+')
  for (const name of names) {
    // Shaped letters come in the order in which they are drawn; the words themselves are told beside them.
    const told = spoken.includes(name) ? spoken.join('\n') : drawn
    expect([name, told.split(name).length - 1 >= 5]).toEqual([name, true])
  }
  expect((await renderPdf(documentOf(blocks, { title: names.join(', '), foot: names.join(', ') }))).equals(file)).toBe(
    true,
  )
})

test('[CON-3] words that run from the right stand in that order, with figures and Latin words the right way round among them, and at the right edge', async () => {
  const drawn = async (text: string) =>
    textInPdf(await renderPdf(documentOf([{ kind: 'paragraph', runs: [{ text }] }], { foot: '' })))
      .pieces.slice(0, -1)
      .join('')
  expect(await drawn('محمد علي')).toBe([...'محمد علي'].reverse().join(''))
  expect(await drawn('Robin (محمد) 2026')).toBe(`Robin (${[...'محمد'].reverse().join('')}) 2026`)
  expect(await drawn('محمد 2026 Kids on Track (علي)')).toBe(
    `(${[...'علي'].reverse().join('')}) Kids on Track 2026 ${[...'محمد'].reverse().join('')}`,
  )
  expect(await drawn('۱۲۳')).toBe('۱۲۳')
  const left = (file: Buffer) => Number(/1 0 0 1 ([\d.]+) [\d.]+ Tm/.exec(contentOf(file))?.[1])
  const at = async (text: string) => left(await renderPdf(documentOf([{ kind: 'paragraph', runs: [{ text }] }])))
  expect(await at('Robin')).toBe(56)
  expect(await at('محمد')).toBeGreaterThan(400)
})

test('[CON-3] letters that no typeface of ours has stand as their numbers, the file says so once, and its reader is told the name itself', async () => {
  const { pieces, boxes, spoken } = textInPdf(
    await renderPdf(
      documentOf([
        { kind: 'facts', facts: [{ term: 'Child', value: '王小明 Testerton' }] },
        { kind: 'paragraph', runs: [{ text: 'ไทย, שלום ☐' }] },
      ]),
    ),
  )
  const words = pieces.join('')
  expect(boxes).toBe(0)
  expect(words).toContain('[U+738B U+5C0F U+660E] Testerton')
  expect(words).toContain('[U+0E44 U+0E17 U+0E22], [U+05E9 U+05DC U+05D5 U+05DD] [U+2610]')
  expect(words.split('stand here as numbers in square brackets')).toHaveLength(2)
  expect(spoken).toEqual(['王小明 Testerton', 'ไทย, שלום ☐'])
  expect(
    textInPdf(
      await renderPdf(documentOf([{ kind: 'paragraph', runs: [{ text: Object.values(NAMES).join(' ') }] }])),
    ).pieces.join(''),
  ).not.toContain('square brackets')
})

test('a letter of two signs is printed as one, joiners and marks of direction show nothing, and nothing is lost where a long word is broken', async () => {
  const drawn = async (text: string) =>
    textInPdf(await renderPdf(documentOf([{ kind: 'facts', facts: [{ term: 'Number', value: text }] }], { foot: '' })))
      .pieces.slice(1, -1)
      .join('')
  expect(await drawn('Zoe\u0308 Lu\u0328ka')).toBe('Zoë Lųka')
  expect(await drawn('Robin\u202e\u200f\u2066 Testerton\u00ad')).toBe('Robin Testerton')
  const digest = 'a3f'.repeat(40)
  expect(await drawn(digest)).toBe(digest)
  // The space at which a line ends is not drawn.
  expect((await drawn(`${'word '.repeat(60)}end`)).replaceAll(' ', '')).toBe(`${'word'.repeat(60)}end`)
})

/** What is drawn on the first page, as the format writes it. */
const contentOf = (file: Buffer): string => {
  const text = file.toString('latin1')
  const number = /\/Contents (\d+) 0 R/.exec(text)?.[1]
  const from = text.indexOf(`\n${number} 0 obj`)
  const start = text.indexOf('stream\n', from) + 7
  return inflateSync(
    file.subarray(start, start + Number(/\/Length (\d+)/.exec(text.slice(from, start))?.[1])),
  ).toString('latin1')
}

test('a long text prints in little memory, whatever marks stand in it; signs that go on over where it was cut stay whole', () => {
  const family = '👩\u200d👩\u200d👧\u200d👦'
  const joined = (before: number): string => `${'a'.repeat(before)}x\u0323\u0302${family}${'b'.repeat(300)}`
  const face = { has: () => true } as unknown as Typeface
  for (let before = 180; before <= 202; before += 1) {
    const signs = clustersOf({ faces: [() => face], runs: [{ text: joined(before) }] }).map(({ text }) => text)
    expect([before, signs.filter((sign) => sign.length > 1)]).toEqual([before, ['x\u0323\u0302', family]])
    expect(signs.join('')).toBe(joined(before))
  }
  // Kept whole beside each of its signs, this text would fill the memory and end the process.
  expect(clustersOf({ faces: [() => face], runs: [{ text: `${'long'.repeat(25_000)}x\u0323` }] })).toHaveLength(100_001)
})
