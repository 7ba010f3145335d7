import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { printedText } from '../../../src/core/richText/printedText.ts'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format, version: 1 })
const block = (type: string, children: unknown[], more: Record<string, unknown> = {}) => ({
  type,
  version: 1,
  children,
  ...more,
})
const printed = (...children: unknown[]) => printedText({ root: block('root', children) })

test('headings, paragraphs, bold words and lists are printed as what they are', () => {
  expect(
    printed(
      block('heading', [text('Where')], { tag: 'h2' }),
      block('paragraph', [text('In '), text('public', 1), { type: 'linebreak' }, text('always')]),
      block('paragraph', []),
      block(
        'list',
        [
          block('listitem', [text('a café')]),
          block('listitem', [block('list', [block('listitem', [text('by the window')])])]),
        ],
        { listType: 'number' },
      ),
      block('heading', [text('How')], { tag: 'h3' }),
    ),
  ).toEqual([
    { kind: 'heading', level: 2, text: 'Where' },
    {
      kind: 'paragraph',
      runs: [
        { text: 'In ', bold: false },
        { text: 'public', bold: true },
        { text: '\n' },
        { text: 'always', bold: false },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [[{ text: 'a café', bold: false }], [{ text: 'by the window', bold: false }]],
    },
    { kind: 'heading', level: 3, text: 'How' },
  ])
})

test('a link is printed with the address that it leads to, when it may lead anywhere', () => {
  const linkTo = (url: string) => printed(block('paragraph', [block('link', [text('here')], { fields: { url } })]))
  expect(linkTo('https://example.invalid/a')).toEqual([
    { kind: 'paragraph', runs: [{ text: 'here', bold: false }, { text: ' (https://example.invalid/a)' }] },
  ])
  expect(linkTo('tel:01264000000')).toEqual([
    { kind: 'paragraph', runs: [{ text: 'here', bold: false }, { text: ' (01264000000)' }] },
  ])
  expect(linkTo('javascript:alert(1)')).toEqual([{ kind: 'paragraph', runs: [{ text: 'here', bold: false }] }])
})

test('whatever is stored, something is printed and nothing is thrown', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      (stored) => Array.isArray(printedText(stored)) && Array.isArray(printedText({ root: { children: [stored] } })),
    ),
  )
})
