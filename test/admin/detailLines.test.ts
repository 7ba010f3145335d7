import { expect, test } from '@jest/globals'
import { detailLines } from '../../src/admin/fields/detailLines.ts'

test.each<[unknown, string[]]>([
  [null, []],
  [undefined, []],
  [{}, []],
  [[], []],
  ['a word', ['= a word']],
  [{ name: { before: 'The Testertons', after: null } }, ['name = The Testertons → none']],
  [{ isConfirmed: { before: false, after: true } }, ['isConfirmed = no → yes']],
  [{ ids: ['a', 'b'] }, ['ids = a, b']],
  [{ when: { from: '2026-03-03', until: '' } }, ['when, from = 2026-03-03', 'when, until = none']],
  [{ steps: [{ by: 'x' }, { by: 'y' }] }, ['steps, 0, by = x', 'steps, 1, by = y']],
  [{ text: { before: null, after: { root: 1 } } }, ['text = none → {"root":1}']],
  [{ minutes: 0 }, ['minutes = 0']],
])('%j is read line by line', (value, lines) => {
  expect(detailLines(value).map(({ of, words }) => `${of} = ${words}`.trim())).toEqual(lines)
})
