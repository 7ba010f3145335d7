import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readableLine, readableText, readableWithin } from '../../../src/core/fields/readable.ts'

/** Words that need a sign nobody sees, or many: Bengali, Persian, Arabic, Malayalam, a family, a flag. */
const REAL_WORDS = [
  'অর্ক‍',
  'ক্‌ষ',
  'می‌خواهم',
  'نَوَر',
  'ന്‍',
  '👩‍👩‍👧‍👦',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'Zoë',
  'Łukasz',
  '❤️',
  'O’Brien',
]

test.each(REAL_WORDS)('%s stays to the letter', (word) => {
  expect([readableLine(word), readableText(word)]).toEqual([word, word])
})

test('a paragraph keeps its lines and tabs, and the marks of direction', () => {
  expect(readableText('one\r\ntwo\rthree\n\tfour \u200fنور\u200f')).toBe('one\ntwo\nthree\n\tfour \u200fنور\u200f')
  expect(readableText('a\u0000b\u0007c\u001bd\u007fe\u0085f\u202eg\u2067h\u200bi\ufeffj\u2028k')).toBe('abcdefghijk')
})

test('a line is one line, without blanks at its ends', () => {
  expect(readableLine('  Robin \r\n\r\n\tTester\u2029')).toBe('Robin Tester')
  expect(readableLine('Robin\nBcc: everybody@example.org')).toBe('Robin Bcc: everybody@example.org')
})

test('whatever is typed, what is kept holds no sign that nobody can see, and is kept the same when it is kept again', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('\r', '\n', '\t', '\0', '\u0007', '\u202e', '\u2066', '\u200d', 'a', ' ', '\u{e0041}'),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        ),
      }),
      (typed) => {
        const [line, text] = [readableLine(typed), readableText(typed)]
        expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
        expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        expect([readableLine(line), readableText(text)]).toEqual([line, text])
      },
    ),
    { numRuns: 2_000 },
  )
})

test('texts within JSON are read through, and nothing else is touched', () => {
  const moment = new Date(0)
  expect(readableWithin({ root: [{ text: 'a\u202eb', count: 1, at: moment }], no: null })).toEqual({
    root: [{ text: 'ab', count: 1, at: moment }],
    no: null,
  })
})

test('100,000 blanks, tags or signs are read as fast as any others', () => {
  const began = performance.now()
  for (const sign of [' ', '\u{e0041}', '\u{1f3f4}\u{e0067}', '\r\n', '\u202e', '\ud800', '\u0085 '])
    readableLine(`${sign.repeat(100_000 / sign.length)}x`)
  expect(performance.now() - began).toBeLessThan(10_000)
})
