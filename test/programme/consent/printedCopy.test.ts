import { expect, test } from '@jest/globals'
import type { CopyFacts } from '../../../src/programme/consent/copyFacts.ts'
import { printedCopy } from '../../../src/programme/consent/printedCopy.ts'

const POLISH = 'Formularz zgody\n\nCo robimy\nŻółć i łąka.\n\n[travel] Jazda\nCzy dziecko może jechać samochodem?\nStaramy się bez.'
const NEPALI = 'मन्जुरी फारम\n\nहामी के गर्छौं\nकुरा गर्छौं।\n\n[travel] यात्रा\nके तपाईंको बच्चा गाडीमा जान सक्छ?\nकम मात्र।'
const ENGLISH = 'Consent form of Kids on Track, version 1, in English\n\nWhat we do\nWe talk.\n\n[en:travel] Travel\nMay your child go in a car?\nWe try not to need it.'
const facts = (wording: string): CopyFacts => ({
  charityName: 'Kids on Track', childName: 'Robin Testerton', themselves: false, at: '2026-07-03T12:00:00.000Z', method: 'link', linkSentTo: 'alex@example.invalid', signedName: 'Alex Testerton', signedRelationship: 'Mother', wording, wordingDigest: 'a'.repeat(64),
  answers: [{ item: 'travel', answer: 'yes', decidedOn: '2026-07-03', until: '2027-07-03' }],
})
const printed = (wording: string, changes: Partial<CopyFacts> = {}, action: 'sign' | 'keepCapture' = 'sign') => printedCopy({ action, facts: { ...facts(wording), ...changes }, position: { sequence: '7', hash: 'b'.repeat(64) } }).blocks
const wordsOf = (blocks: ReturnType<typeof printed>): string => JSON.stringify(blocks)

test('[CON-3] a copy shows the words that were read; letters that our typeface has not are printed in the English beside them, and the copy says so', () => {
  const polish = printed(`${POLISH}\n\n${ENGLISH}`)
  expect(wordsOf(polish)).toContain('Czy dziecko może jechać samochodem?')
  expect(wordsOf(polish)).toContain('May your child go in a car?')
  expect(wordsOf(polish)).not.toContain('This file has the English')
  const nepali = printed(`${NEPALI}\n\n${ENGLISH}`)
  expect(nepali.flatMap((block) => (block.kind === 'table' ? block.rows : []))).toEqual([['May your child go in a car?', 'Yes', 'Until 2 July 2027']])
  expect(wordsOf(nepali.filter(({ kind }) => kind !== 'facts'))).not.toMatch(/[\u0900-\u097f]/)
  expect(wordsOf(nepali)).toContain('This file has the English')
})

test('[CON-1, CON-7] what we took down from paper says so, names no link, and tells the hour in London in summer too', () => {
  const words = wordsOf(printed(ENGLISH.replaceAll('[en:', '['), { method: 'paper', linkSentTo: null }, 'keepCapture'))
  expect(words).toContain('We took down your answers on 3 July 2026 at 13:00.')
  expect(words).toContain('On paper')
  expect(words).not.toMatch(/link that we sent|The link went to|date of birth before/)
})
