import { expect, test } from '@jest/globals'
import { renderPdf } from '../../../src/core/documents/pdf.ts'
import type { CopyFacts } from '../../../src/programme/consent/copies/copyFacts.ts'
import { printedCopy } from '../../../src/programme/consent/copies/printedCopy.ts'
import { textInPdf } from '../../support/pdfText.ts'

const POLISH =
  'Formularz zgody\n\nCo robimy\nŻółć i łąka.\n\n[travel] Jazda\nCzy dziecko może jechać samochodem?\nStaramy się bez.'
const NEPALI = 'मन्जुरी फारम\n\nहामी के गर्छौं\nकुरा गर्छौं।\n\n[travel] यात्रा\nके तपाईंको बच्चा गाडीमा जान सक्छ?\nकम मात्र।'
const ENGLISH =
  'Consent form of Kids on Track, version 1, in English\n\nWhat we do\nWe talk.\n\n[en:travel] Travel\nMay your child go in a car?\nWe try not to need it.'
const facts = (wording: string): CopyFacts => ({
  charityName: 'Kids on Track',
  childName: 'Robin Testerton',
  themselves: false,
  at: '2026-07-03T12:00:00.000Z',
  method: 'link',
  linkSentTo: 'alex@example.invalid',
  signedName: 'Alex Testerton',
  signedRelationship: 'Mother',
  wording,
  wordingDigest: 'a'.repeat(64),
  answers: [{ item: 'travel', answer: 'yes', decidedOn: '2026-07-03', until: '2027-07-03' }],
})
const printed = (wording: string, changes: Partial<CopyFacts> = {}, action: 'sign' | 'keepCapture' = 'sign') =>
  printedCopy({ action, facts: { ...facts(wording), ...changes }, position: { sequence: '7', hash: 'b'.repeat(64) } })
    .blocks
const wordsOf = (blocks: ReturnType<typeof printed>): string => JSON.stringify(blocks)

test('[CON-3] a copy shows the words that were read, in their own letters, each point with the English beside it', () => {
  for (const [own, wordingLanguage, question, languages, answer, until] of [
    // The house has words in Polish, and none in Nepali: there it speaks English.
    [POLISH, 'pl', 'Czy dziecko może jechać samochodem?', [undefined, 'en-GB'], 'Tak', 'Do 2 lipca 2027'],
    [NEPALI, 'ne', 'के तपाईंको बच्चा गाडीमा जान सक्छ?', ['ne', undefined], 'Yes', 'Until 2 July 2027'],
  ] as const) {
    const blocks = printed(`${own}\n\n${ENGLISH}`, { wordingLanguage })
    expect(
      blocks.flatMap((block) => (block.kind === 'table' ? [{ rows: block.rows, languages: block.languages }] : [])),
    ).toEqual([{ rows: [[question, 'May your child go in a car?', answer, until]], languages }])
    const words = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [{ text: block.runs[0]?.text, language: block.language }] : [],
    )
    expect(words).toContainEqual({ text: question, language: languages[0] })
    expect(words).toContainEqual({ text: 'May your child go in a car?', language: languages[1] })
    expect(wordsOf(blocks)).not.toContain('[en:')
  }
})

test('[CON-3] names that are not in Latin letters are printed in their own, and the file says who signed (consent 19)', async () => {
  const copy = {
    action: 'sign',
    facts: {
      ...facts(`${NEPALI}\n\n${ENGLISH}`),
      wordingLanguage: 'ne',
      childName: 'Марія Їжакевич',
      signedName: 'محمد علي',
    },
    position: { sequence: '7', hash: 'b'.repeat(64) },
  } as const
  const file = await renderPdf(printedCopy(copy))
  const { pieces, boxes, spoken, languages } = textInPdf(file)
  expect([
    boxes,
    spoken.includes('محمد علي'),
    pieces.join('').includes('Марія Їжакевич'),
    spoken.includes('के तपाईंको बच्चा गाडीमा जान सक्छ?'),
    languages.includes('ne'),
  ]).toEqual([0, true, true, true, true])
  expect((await renderPdf(printedCopy(copy))).equals(file)).toBe(true)
})

test('[CON-1, CON-7] what we took down from paper says so, names no link, and tells the hour in London in summer too', () => {
  const words = wordsOf(printed(ENGLISH.replaceAll('[en:', '['), { method: 'paper', linkSentTo: null }, 'keepCapture'))
  expect(words).toContain('We took down what you said on 3 July 2026 at 13:00.')
  expect(words).toContain('On paper')
  expect(words).not.toMatch(/link that we sent|The link went to|date of birth before/)
})
