import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { harmlessCell, plainCell, tidyCell } from '../../../src/core/sheets/cells.ts'
import { readSheet } from '../../../src/core/sheets/readSheet.ts'
import { writeSheet, type SheetForm } from '../../../src/core/sheets/writeSheet.ts'
import { compareAges, readAgeAndYear } from '../../../src/programme/workingList/ageAndYear.ts'
import { COLUMNS, NO_WORDS, type Words } from '../../../src/programme/workingList/columns.ts'
import { filterIn } from '../../../src/programme/workingList/filter.ts'
import { similarNames } from '../../../src/programme/workingList/names.ts'
import { countOutcomes, planRows, type ListedRow } from '../../../src/programme/workingList/plan.ts'
import { readRows } from '../../../src/programme/workingList/readRows.ts'
import { aRow, workbookOf } from '../../support/broughtFiles.ts'
import { MESSY_LIST_EXPECTED, WORKING_LIST_EXPECTED } from '../../fixtures/workingListExpected.ts'

const limits = { bytes: 1_000_000, rows: 1_001 }
const read = async (bytes: Buffer | string) =>
  readRows(await readSheet({ bytes: Buffer.from(bytes), limits, by: 'somebody' }))
const fixture = readFileSync(new URL('../../fixtures/working-list.csv', import.meta.url))
/** Tuesday. */
const ON = '2026-03-03'
const MENTORS = ['Harper Sample', 'Jordan Example', 'Morgan Specimen', 'Casey Standin']
const standing = (words: Partial<Words>, further: Partial<ListedRow> = {}): ListedRow => ({
  entryId: words.name ?? 'x',
  childId: null,
  shown: { ...NO_WORDS, ...words },
  facts: [],
  rowDigest: null,
  ...further,
})
const row = (words: Partial<Words>, at = 2) => ({ row: at, words: { ...NO_WORDS, ...words } })
const plan = (rows: Parameters<typeof planRows>[0]['rows'], known: ListedRow[] = []) =>
  planRows({ rows, standing: known, mentors: MENTORS, on: ON })

describe('[ELG-6] age and year group as people write them', () => {
  test.each([
    ['11 / Y7', { age: 11, years: [7] }],
    ['Yr 9', { years: [9] }],
    ['14', { age: 14, years: [] }],
    ['Y11', { years: [11] }],
    ['12, year 8', { age: 12, years: [8] }],
    ['Post-16', { years: [12, 13] }],
    ['year seven', { years: [7] }],
    ['Y9/10', { years: [9, 10] }],
    ['13yrs', { age: 13, years: [] }],
    ['Y 8', { years: [8] }],
    ['Year Group 6', { years: [6] }],
    ['15 years old, sixth form', { age: 15, years: [12, 13] }],
    ['12, Year 7', { age: 12, years: [7] }],
    ['5, Reception', { age: 5, years: [0] }],
    ['14/02/2012', { years: [], bornOn: '2012-02-14' }],
    ['29/2/12', { years: [], bornOn: '2012-02-29' }],
    ['2012-02-14 (Y9)', { years: [9], bornOn: '2012-02-14' }],
    ['older than he looks', { years: [] }],
    ['', { years: [] }],
    ['1 Dec 2016', { years: [], bornOn: '2016-12-01' }],
    ['born 1st of December, 2016 (Y4)', { years: [4], bornOn: '2016-12-01' }],
    ["3 sept '14", { years: [], bornOn: '2014-09-03' }],
    ['29-Feb-2012', { years: [], bornOn: '2012-02-29' }],
    ['14 02 2012', { years: [], bornOn: '2012-02-14' }],
    ['12½', { age: 12, years: [] }],
    ['12 1/2', { age: 12, years: [] }],
    ['12.5', { age: 12, years: [] }],
    ['11 years 4 months', { age: 11, years: [] }],
    ['11 yrs and 4 mths, Y7', { age: 11, years: [7] }],
    ['11y4m', { age: 11, years: [] }],
    ['12 year 8', { age: 12, years: [8] }],
    ['18 months', { age: 1, years: [] }],
  ])('“%s”', (words, expected) => expect(readAgeAndYear({ words, on: ON })).toEqual({ read: expected }))

  test.each([
    ...['31/02/2012', '29/02/2013', '2012-13-01', '00/05/2012', 'Y15', 'year 99', '77'],
    ...[
      '7/8',
      '10-11',
      '7 or 8',
      '07-Aug',
      'Aug-28',
      'Dec 2016',
      '7/8/2026',
      '7/8/24',
      '1/1/98',
      '41000',
      '9, born 14/2/12',
    ],
  ])('“%s” cannot be right', (words) =>
    expect(readAgeAndYear({ words, on: ON })).toMatchObject({
      problem: expect.any(String),
      nextStep: expect.any(String),
    }),
  )

  test.each([
    ['Y7', 'Y7', 'equal'],
    ['Y7', 'Y8', 'year-on'],
    ['Y7', 'Y6', 'different'],
    ['11', '12, Y8', 'year-on'],
    ['12', 'Y8', 'open'],
    ['12', 'Y11', 'different'],
    ['', 'Y8', 'open'],
    ['Y9/10', 'Y10', 'equal'],
    ['1/9/2012', '2/9/2012', 'different'],
  ])('“%s”, then “%s”: %s', (before, now, expected) => {
    const said = (words: string) =>
      (readAgeAndYear({ words, on: ON }) as { read: Parameters<typeof compareAges>[0]['now'] }).read
    expect(compareAges({ before: said(before), now: said(now) })).toBe(expected)
  })
})

describe('[ELG-6] the sheet as a charity keeps it', () => {
  test('[ELG-6] every row of the sample comes to what is written beside it, and a second time changes nothing', async () => {
    const { rows, leftOut } = await read(fixture)
    expect(leftOut).toEqual([])
    const planned = plan(rows)
    expect(planned.map((one) => [one.row, one.outcome])).toEqual(
      WORKING_LIST_EXPECTED.map(([at, outcome]) => [at, outcome]),
    )
    for (const [at, , says] of WORKING_LIST_EXPECTED) {
      const one = planned.find((candidate) => candidate.row === at)
      const said = [...(one?.notes ?? []), one?.outcome === 'returned' ? one.reason : ''].join(' ')
      if (says) expect(said).toContain(says)
      else expect(said.trim()).toBe('')
    }
    const stored = planned
      .filter(({ outcome }) => outcome === 'new')
      .map((one) => standing(one.words, { rowDigest: one.digest }))
    expect(countOutcomes(plan(rows, stored))).toEqual({ new: 0, changed: 0, unchanged: 12, returned: 3 })
    expect(planned[0]?.words.comment).toBe('Mum very keen.\nPrefers Tuesdays')
    expect(planned[13]?.words).toMatchObject({ name: 'Linden Sampleton', ageGiven: 'Y 8' })
  })

  test('[ELG-6] of a sheet of every mess, what is sure goes in, and what is not comes back with the reason', async () => {
    const { rows, leftOut } = await read(
      readFileSync(new URL('../../fixtures/messy-working-list.csv', import.meta.url)),
    )
    const planned = plan(rows)
    expect(leftOut).toEqual([])
    expect(planned.map(({ row: at, words, outcome }) => [at, words.name.slice(0, 40), outcome])).toEqual(
      MESSY_LIST_EXPECTED.map(([at, name, outcome]) => [at, expect.stringContaining(name), outcome]),
    )
    for (const [at, , , says] of MESSY_LIST_EXPECTED) {
      const one = planned.find((candidate) => candidate.row === at)
      const said = [...(one?.notes ?? []), one?.outcome === 'returned' ? one.reason : ''].join(' ')
      if (says) expect(said).toContain(says)
      else expect([at, said.trim()]).toEqual([at, ''])
    }
    expect(planned[0]?.words).toMatchObject({
      name: 'Kai O’Neil',
      ageGiven: '14/02/2014, Y7',
      reason: 'Café worries – quiet',
    })
  })

  const HEADINGS = 'Name,Age and year group,Reason they may benefit,Mentor assigned,Goals and outcomes,Overall comment'
  const FERN = { name: 'Fern Invented', ageGiven: 'Y7', reason: 'Café worries' }
  test.each([
    ['columns in another order and other letters', Buffer.from('REASON,name ,AGE\nCafé worries,Fern Invented,Y7\n')],
    ['a mark in front', Buffer.from(`\ufeff${HEADINGS}\nFern Invented,Y7,Café worries,,,\n`)],
    ['semicolons', Buffer.from('Name;Age;Reason\nFern Invented;Y7;Café worries\n')],
    [
      'tabs in UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('Name\tAge\tReason\r\nFern Invented\tY7\tCafé worries\r\n', 'utf16le'),
      ]),
    ],
    ['Windows-1252', Buffer.from('Name,Age,Reason\r\nFern Invented,Y7,Caf\u00e9 worries\r\n', 'latin1')],
    [
      'a title above, blank rows, blanks around',
      Buffer.from(`Working list 2026,,\n\n${HEADINGS}\n ,,,\n Fern Invented , Y7 ,Café worries,,,\n,,,,,\n`),
    ],
    [
      'the other UTF-16',
      Buffer.from('\ufeffName\tAge\tReason\r\nFern Invented\tY7\tCafé worries\r\n', 'utf16le').swap16(),
    ],
    ['UTF-16 without a mark', Buffer.from('Name\tAge\tReason\r\nFern Invented\tY7\tCafé worries\r\n', 'utf16le')],
    [
      'a title with commas above semicolons',
      Buffer.from('Children, mentors, March, 2026, draft, two\n\nName;Age;Reason\nFern Invented;Y7;Café worries\n'),
    ],
    [
      'a title with a semicolon above tabs',
      Buffer.from('List; draft\nName\tAge\tReason\nFern Invented\tY7\tCafé worries\n'),
    ],
    ['Excel’s own line about the separator', Buffer.from('sep=;\nName;Age;Reason\nFern Invented;Y7;Café worries\n')],
    [
      'a “Read me” in front, and a hidden list before it',
      workbookOf({
        sheets: [
          { name: 'Old', state: 'hidden', rows: aRow(1, ['Name', 'Age']) + aRow(2, ['Gone Long', 'Y11']) },
          { name: 'Read me', rows: aRow(1, ['How to fill this in', 'Ask Ada']) },
          { name: 'Now', rows: aRow(1, ['Name', 'Age', 'Reason']) + aRow(2, ['Fern Invented', 'Y7', 'Café worries']) },
        ],
      }),
    ],
    [
      'age and year apart, a column that is not ours',
      Buffer.from('Name,Year group,Shoe size,Reason\nFern Invented,Y7,3,Café worries\n'),
    ],
  ])('[ELG-6] is read with %s', async (_what, bytes) => {
    const { rows } = await read(bytes)
    expect(rows.map(({ words }) => words)).toEqual([{ ...NO_WORDS, ...FERN }])
  })

  test.each([
    ['O\u2019Neil', Buffer.from('Name,Age\r\nO\x92Neil,Y7\r\n', 'latin1')],
    ['Wei\u0161 \u2013 \u20ac5', Buffer.from('Name,Age\r\nWei\x9a \x96 \x805,Y7\r\n', 'latin1')],
    ['O\u2019Neil', Buffer.from('Name,Age\r\nO\u0092Neil,Y7\r\n')],
  ])('[ELG-6] an older Excel’s letters arrive as they are: %s', async (name, bytes) => {
    expect((await read(bytes)).rows[0]?.words.name).toBe(name)
  })

  test('[ELG-6] what the file hides is neither read in silence nor forgotten', async () => {
    const { rows, leftOut } = await read(
      workbookOf({
        sheets: [
          { name: 'Read &amp; me', rows: aRow(1, ['Hello']) },
          {
            name: 'Now',
            before: '<cols><col min="3" max="3" hidden="1"/></cols>',
            rows:
              aRow(1, ['Name', 'Age', 'Goals', 'Shoe size']) +
              aRow(2, ['Fern Invented', 'Y7', 'An old goal', '3']) +
              aRow(3, ['Moss Invented', 'Y8'], { hidden: true }),
          },
          { name: 'Last year', rows: aRow(1, ['Name', 'Age']) + aRow(2, ['Gone Long', 'Y11']) },
          { name: 'Secret', state: 'veryHidden', rows: aRow(1, ['x']) },
        ],
      }),
    )
    expect(leftOut).toEqual([
      'Goals (the file hides this column)',
      'Shoe size',
      'the sheet “Read & me”',
      'the sheet “Last year” (a list too: bring it in a file of its own)',
      'the hidden sheet “Secret”',
    ])
    expect(plan(rows)).toMatchObject([
      { outcome: 'new', words: { name: 'Fern Invented', goals: '' } },
      { outcome: 'returned', words: { name: 'Moss Invented' }, reason: expect.stringContaining('hides this row') },
    ])
    await expect(
      read(
        workbookOf({
          sheets: [{ name: 'Old', state: 'hidden', rows: aRow(1, ['Name', 'Age']) + aRow(2, ['A', 'Y7']) }],
        }),
      ),
    ).rejects.toMatchObject({ message: expect.stringContaining('on the sheet “Old”, which the file hides') })
  })

  test('[ELG-6] a cell over several rows counts for each of them, and that is said', async () => {
    const { rows } = await read(
      workbookOf({
        sheets: [
          {
            name: 'Now',
            rows:
              aRow(1, ['Name', 'Age', 'Reason']) +
              aRow(2, ['Fern Invented', 'Y7', 'Lost a grandparent']) +
              aRow(3, ['Moss Invented', 'Y8']) +
              aRow(4, ['', '', '']),
            after: '<mergeCells count="2"><mergeCell ref="C2:C4"/><mergeCell ref="A1:A1"/></mergeCells>',
          },
        ],
      }),
    )
    expect(plan(rows)).toMatchObject([
      { outcome: 'new', words: { reason: 'Lost a grandparent' }, notes: [] },
      {
        outcome: 'new',
        words: { name: 'Moss Invented', reason: 'Lost a grandparent' },
        notes: ['Reason they may benefit: in the file this is one cell with the row above, so it counts for both.'],
      },
    ])
  })

  test('[ELG-6] what a spreadsheet made a day of “7/8” comes back; a date of birth is read', async () => {
    const { rows } = await read(
      workbookOf({
        formats: [16, 17, 14],
        sheets: [
          {
            name: 'Now',
            rows:
              aRow(1, ['Name', 'Age']) +
              aRow(2, ['Fern Invented', { number: 42_589, style: 1 }]) +
              aRow(3, ['Moss Invented', { number: 41_000, style: 2 }]) +
              aRow(4, ['Reed Invented', { number: 41_000, style: 3 }]),
          },
        ],
      }),
    )
    expect(rows.map(({ words }) => words.ageGiven)).toEqual(['7-Aug', 'Apr-12', '01/04/2012'])
    expect(plan(rows).map(({ outcome }) => outcome)).toEqual(['returned', 'returned', 'new'])
  })

  test('[ELG-6] a photograph of a list is told that it is one, whatever its size', async () => {
    for (const start of ['\xff\xd8\xff\xe0', '\0\0\0\x24ftypheic'])
      await expect(read(Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(3_000_000)]))).rejects.toMatchObject({
        message: expect.stringMatching(/^This is a photograph .*words in a picture/),
      })
  })

  test('[ELG-6] rows keep the number that the spreadsheet shows; what is left out is said', async () => {
    const { rows, leftOut } = await read(`${HEADINGS},Shoe size,What to put right\n\nFern Invented,Y7,,,,,3,x\n`)
    expect([rows[0]?.row, leftOut]).toEqual([3, ['Shoe size']])
  })

  test.each([
    ['', 'The file is empty.'],
    ['\n\n', 'There is nothing in the file.'],
    ['a,b,c\n1,2,3\n', 'We could not find the headings'],
    ['Name,Child,Age\nx,y,z\n', 'Two columns are headed'],
    ['Name,Age\n"Fern,Y7\n', 'a quotation mark opens and does not close'],
    ['PK\u0003\u0004 no workbook at all', 'neither a CSV file nor an Excel workbook'],
    ['%PDF-1.7\nName,Age', 'neither a CSV file nor an Excel workbook'],
    [`Name,Age\n${'a,b\n'.repeat(1_001)}`, '1000 rows'.slice(5)],
    [`Name,Age\n${'a'.repeat(1_000_001)}`, 'larger than 1000 kB'],
  ])('[ELG-6] a file that cannot be taken is told so in a sentence (%#)', async (text, says) => {
    await expect(read(text)).rejects.toMatchObject({ status: 400, message: expect.stringContaining(says) })
  })

  test('[ELG-6] a workbook that swells when it is unpacked is not unpacked', async () => {
    const { body } = await writeSheet({
      form: 'xlsx',
      name: 'list',
      headings: ['Name', 'Age'],
      rows: [['Fern', 'Y7']],
      columnWidths: [10, 10],
    })
    const swollen = Buffer.from(body)
    swollen.writeUInt32LE(900_000_000, swollen.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
    await expect(read(swollen)).rejects.toMatchObject({ message: expect.stringContaining('far larger inside') })
  })
})

describe('[ELG-6] what an address asks of the list', () => {
  test.each([
    [{ sort: 'toString' }, { sort: 'name' }],
    [{ sort: '__proto__' }, { sort: 'name' }],
    [{ phase: 'constructor' }, {}],
    [{ year: '-1' }, {}],
    [{ sort: ['name'] }, { sort: 'name' }],
  ])('[ELG-6] %j asks nothing that there is not', (asked, filter) =>
    expect(filterIn(asked).filter).toMatchObject(filter),
  )

  test.each([
    ['1.5', 1],
    ['-3', 1],
    ['1e99', 10_000],
    ['NaN', 1],
    ['2', 2],
  ])('[ELG-6] page %s is page %d', (page, expected) => expect(filterIn({ page }).page).toBe(expected))
})

describe('[ELG-8] what a row comes to', () => {
  test('[ELG-8] a name alone is enough, and a blank cell leaves what is there', () => {
    expect(plan([row({ name: 'Fern Invented' })])[0]).toMatchObject({ outcome: 'new' })
    const known = standing({ name: 'Fern Invented', ageGiven: 'Y7', comment: 'Keen' })
    expect(plan([row({ name: 'Fern  invented', reason: 'Loss' })], [known])[0]).toMatchObject({
      outcome: 'changed',
      target: { entryId: 'Fern Invented' },
      changes: { reason: 'Loss' },
    })
  })

  test('[ELG-6] the same child a school year later is one child; another age is another child; two that fit come back', () => {
    const known = [
      standing({ name: 'Wren Fictional', ageGiven: 'Y11' }, { entryId: 'older' }),
      standing({ name: 'Wren Fictional', ageGiven: 'Y6' }, { entryId: 'younger' }),
    ]
    expect(plan([row({ name: 'Wren Fictional', ageGiven: 'Y7', comment: 'Moved up' })], known)[0]).toMatchObject({
      outcome: 'changed',
      target: { entryId: 'younger' },
    })
    expect(plan([row({ name: 'Wren Fictional', ageGiven: 'Y9' })], known)[0]).toMatchObject({
      outcome: 'new',
      notes: [expect.stringContaining('kept apart')],
    })
    expect(plan([row({ name: 'Wren Fictional', comment: 'Which?' })], known)[0]).toMatchObject({
      outcome: 'returned',
      reason: expect.stringContaining('could be either'),
    })
  })

  test('[ELG-6] names spelt two ways are asked about and never merged', () => {
    expect(
      plan(
        [row({ name: 'Robyn Testerton', ageGiven: 'Y7' })],
        [standing({ name: 'Robin Testerton', ageGiven: 'Y7' })],
      )[0],
    ).toMatchObject({ outcome: 'new', notes: [expect.stringContaining('same child as Robin Testerton')] })
    expect(similarNames(['Ann'])('Anna')).toBeUndefined()
    expect(similarNames(['Harper Sample'])('Harper Smaple')).toBe('Harper Sample')
    expect(similarNames(['Harper Sample'])('Jordan Example')).toBeUndefined()
  })

  test.each([
    ['Kai O’Neil', 'Kai ONeil'],
    ['Zoë Invented', 'Zoe Invented'],
    ['Robin Testerton', 'robin testerton'],
    ['Robin Testerton', 'Testerton, Robin'],
    ['Łukasz Demo', 'Lukasz Demo'],
  ])('[ELG-6] “%s” is not overwritten by “%s”; the other way round it is put right', (full, poor) => {
    const [kept] = plan(
      [row({ name: poor, ageGiven: 'Y7', comment: 'Keen' })],
      [standing({ name: full, ageGiven: 'Y7' })],
    )
    expect(kept).toMatchObject({ outcome: 'changed', changes: { comment: 'Keen' } })
    expect(kept?.notes.join()).toContain(`the list says “${full}”`)
    expect(plan([row({ name: full, ageGiven: 'Y7' })], [standing({ name: poor, ageGiven: 'Y7' })])[0]).toMatchObject({
      outcome: 'changed',
      changes: { name: full },
    })
  })

  test('[ELG-6] a reason that lost its letters on the way does not take the place of the right one', () => {
    const known = standing({ name: 'Fern Invented', ageGiven: 'Y7', reason: 'Café worries' })
    expect(plan([row({ name: 'Fern Invented', ageGiven: 'Y7', reason: 'Caf? worries' })], [known])[0]).toMatchObject({
      outcome: 'unchanged',
      notes: [expect.stringContaining('fuller spelling')],
    })
    expect(plan([row({ name: 'Fern Invented', ageGiven: 'Y7', reason: 'CafÃ© worries' })], [known])[0]).toMatchObject({
      outcome: 'returned',
    })
  })

  test('[ELG-6] “Testerton, Robin” is Robin Testerton of the same birth date; another spelling is asked about', () => {
    const known = standing(
      { name: 'Robin Testerton', ageGiven: '12, Year 7' },
      { childId: 'c', facts: ['name', 'ageGiven'], bornOn: '2013-06-14', knownAs: 'Robbo' },
    )
    const one = (name: string, ageGiven: string) => plan([row({ name, ageGiven, comment: 'Keen' })], [known])[0]
    expect(one('Testerton, Robin', '14/06/2013')).toMatchObject({ outcome: 'changed', changes: { comment: 'Keen' } })
    for (const [name, born] of [
      ['Robyn Testerten', '14/06/2013'],
      ['Robbo Testerton', '14/06/2013'],
      ['Testerton Robin', ''],
    ] as const)
      expect(one(name, born)).toMatchObject({
        outcome: 'new',
        notes: [expect.stringContaining('same child as Robin Testerton')],
      })
    expect(one('Robin Testerton', '15/06/2010')).toMatchObject({ notes: [expect.stringContaining('kept apart')] })
  })

  test('[ELG-6] what the programme knows for a fact is not changed by a list', () => {
    const child = standing(
      { name: 'Robin Testerton', ageGiven: '12, Year 7', mentorGiven: 'Harper Sample' },
      { childId: 'c', facts: ['name', 'ageGiven', 'mentorGiven'] },
    )
    expect(
      plan([row({ name: 'robin testerton', ageGiven: 'Y7', mentorGiven: 'Jordan Example' })], [child])[0],
    ).toMatchObject({
      outcome: 'unchanged',
      notes: [expect.stringContaining('“12, Year 7”'), expect.stringContaining('A match is changed in the panel')],
    })
  })

  test('[ELG-6] a row twice counts once; a cell too long comes back', () => {
    const twice = plan([
      row({ name: 'Fern Invented', reason: 'Loss' }),
      row({ name: 'Fern Invented', reason: 'Loss' }, 3),
      row({ name: 'Long', comment: 'x'.repeat(4_001) }, 4),
    ])
    expect(twice).toMatchObject([
      { outcome: 'new' },
      { outcome: 'unchanged', notes: ['The same as row 2, so it counts once.'] },
      { outcome: 'returned', reason: expect.stringContaining('4001 letters; 4000') },
    ])
  })
})

describe('[DAT-6] cells that look like formulas', () => {
  const NASTY = [
    '=1+1',
    '+44 7700 900123',
    '-1 hour',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '=HYPERLINK("http://example.invalid")',
    "=cmd|'/c calc'!A1",
    "'=x",
    "''@x",
    '"=1"',
    '＝1',
    '_x000D_',
    '=1\n=2',
    ' =1',
    'Zo\ufffd',
    '\ufffd',
  ]
  const cells = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', 'a', ' ') }),
  )

  test('[DAT-6] one cell comes out harmless and comes back as it was', () => {
    fc.assert(
      fc.property(cells, (text) => {
        expect(plainCell(harmlessCell(text))).toBe(text)
        expect('=+-@\t\r\n＝＋－＠').not.toContain([...harmlessCell(text)][0] ?? 'nothing')
        expect(tidyCell(tidyCell(text))).toBe(tidyCell(text))
      }),
      { numRuns: 5_000 },
    )
  })

  test.each(['csv', 'xlsx'] as SheetForm[])(
    '[DAT-6] as %s, a whole list goes out harmless and comes back unchanged',
    async (form) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(cells, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
          async (given) => {
            const rows = given.map((one, index) => [`Child ${index}`, ...one].map(tidyCell))
            const { body } = await writeSheet({
              form,
              name: 'list',
              headings: COLUMNS.map(({ heading }) => heading),
              rows,
              columnWidths: COLUMNS.map(({ width }) => width),
            })
            const back = await readSheet({ bytes: body, limits, by: 'somebody' })
            expect(
              back.pages[0]?.rows.slice(1).map((cells) => Array.from({ length: 6 }, (_, index) => cells[index] ?? '')),
            ).toEqual(rows)
          },
        ),
        { numRuns: form === 'csv' ? 300 : 100 },
      )
    },
  )

  test('[DAT-6] in a workbook every cell is text, none a formula', async () => {
    const { body } = await writeSheet({
      form: 'xlsx',
      name: 'list',
      headings: ['Name'],
      rows: NASTY.map((text) => [text]),
      columnWidths: [20],
    })
    const sheet = partOf(body, 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<row')
    expect(sheet).not.toMatch(/<f>|<f /)
    expect([...sheet.matchAll(/<c [^>]*t="(\w+)"/g)].every(([, type]) => type === 's' || type === 'inlineStr')).toBe(
      true,
    )
  })
})

/** One part of a zip archive, unpacked as text. */
const partOf = (archive: Buffer, name: string): string => {
  const entry = archive.lastIndexOf(Buffer.from(name)) - 46
  const [size, at] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 42)]
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const packed = archive.subarray(start, start + size)
  return (archive.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed)).toString()
}
