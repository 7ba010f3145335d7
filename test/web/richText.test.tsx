import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { RichText } from '../../src/web/richText/RichText.tsx'

const text = (words: string, format = 0) => ({ type: 'text', text: words, format, version: 1 })
const block = (type: string, children: unknown[], more: Record<string, unknown> = {}) => ({
  type,
  version: 1,
  children,
  ...more,
})
const paragraph = (...children: unknown[]) => block('paragraph', children)
const link = (url: unknown, more: Record<string, unknown> = {}) =>
  block('link', [text('here')], { fields: { url, linkType: 'custom', newTab: true }, ...more })
const shown = (...children: unknown[]): string =>
  renderToStaticMarkup(<RichText text={{ root: block('root', children) }} />).replace(
    /^<div class="rich-text flow">|<\/div>$/g,
    '',
  )

test('headings stand below the page’s own, the outermost as the second level, whatever the editor called it', () => {
  expect(
    shown(
      block('heading', [text('One')], { tag: 'h1' }),
      block('heading', [text('Two')], { tag: 'h2' }),
      block('heading', [text('Four')], { tag: 'h4' }),
    ),
  ).toBe(
    '<h2 class="heading heading--2">One</h2><h3 class="heading heading--3">Two</h3><h3 class="heading heading--3">Four</h3>',
  )
  expect(shown(block('heading', [text('Three')], { tag: 'h3' }))).toBe('<h2 class="heading heading--2">Three</h2>')
})

test('paragraphs, line breaks, bold, italic and both', () => {
  expect(
    shown(
      paragraph(
        text('plain '),
        text('bold', 1),
        text(' '),
        text('slanted', 2),
        { type: 'linebreak' },
        text('both', 3),
        text(' under', 8),
      ),
    ),
  ).toBe('<p>plain <strong>bold</strong> <em>slanted</em><br/><strong><em>both</em></strong> under</p>')
})

test('lists with bullets and numbers, one within the other; empty lines are left out', () => {
  const inner = block('list', [block('listitem', [text('b')])], { listType: 'number', start: 3 })
  expect(
    shown(
      block('list', [block('listitem', [text('a')]), block('listitem', [inner]), block('listitem', [])], {
        listType: 'bullet',
      }),
      paragraph(),
      paragraph(text('  ')),
    ),
  ).toBe('<ul><li>a</li><li><ol start="3"><li>b</li></ol></li></ul>')
})

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['http://example.org', 'http://example.org/'],
  ['mailto:hello@example.org', 'mailto:hello@example.org'],
  ['tel:+447700900123', 'tel:+447700900123'],
])('a link to %s is one', (url, href) => {
  expect(shown(paragraph(link(url)))).toBe(`<p><a href="${href}">here</a></p>`)
  expect(shown(paragraph({ ...link(''), type: 'autolink', fields: undefined, url }))).toBe(
    `<p><a href="${href}">here</a></p>`,
  )
})

test.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/admin',
  'blob:https://example.org/1',
  '',
  undefined,
  7,
  {},
])('of a link to %j only the words are shown', (url) => {
  expect(shown(paragraph(link(url)))).toBe('<p>here</p>')
})

test('of nodes that we do not know only the words are shown', () => {
  expect(
    shown(
      block('quote', [text('said')]),
      block('horizontalrule', []),
      block('upload', [], { value: { url: 'https://example.org/x.png' } }),
      block('block', [paragraph(text('inside'))]),
      text('loose'),
    ),
  ).toBe('<p>said</p><p>inside</p><p>loose</p>')
})

test('markup in the words stays words', () => {
  expect(shown(paragraph(text('<img src=x onerror=alert(1)>&"')))).toBe(
    '<p>&lt;img src=x onerror=alert(1)&gt;&amp;&quot;</p>',
  )
})

test.each([
  undefined,
  null,
  'text',
  7,
  [],
  {},
  { root: null },
  { root: { children: 'x' } },
  { root: { children: [null, 5, { type: 9 }, {}] } },
])('%j shows nothing and breaks nothing', (given) => {
  expect(renderToStaticMarkup(<RichText text={given} />)).toBe('<div class="rich-text flow"></div>')
})

test('whatever is stored, no other element and no other kind of address comes out', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('<script>alert(1)</script>', '"><svg onload=alert(1)>', 'javascript:alert(1)', '{{x}}'),
  )
  const { node } = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: fc.oneof(
          fc.constantFrom(
            'text',
            'paragraph',
            'heading',
            'list',
            'listitem',
            'link',
            'autolink',
            'linebreak',
            'tab',
            'quote',
            'script',
            'iframe',
            'block',
          ),
          words,
        ),
        text: words,
        tag: fc.oneof(fc.constantFrom('h1', 'h6', 'script', 'ul'), words),
        format: fc.oneof(fc.integer(), words),
        listType: fc.constantFrom('bullet', 'number', 'check', 'script'),
        start: fc.oneof(fc.integer(), words),
        url: words,
        fields: fc.record({ url: fc.oneof(words, fc.webUrl(), fc.constant('data:text/html,x')) }, { requiredKeys: [] }),
        children: fc.oneof({ maxDepth: 5 }, fc.constant([]), fc.array(tie('node'), { maxLength: 4 })),
      },
      { requiredKeys: ['type'] },
    ),
  }))
  fc.assert(
    fc.property(fc.array(node, { maxLength: 5 }), (children) => {
      const markup = shown(...children)
      const elements = [...markup.matchAll(/<([^>]*)>/g)].map(([, inside]) => inside ?? '')
      for (const element of elements)
        expect(element).toMatch(
          /^(\/?(p|ul|li|strong|em|a)|br\/|\/?ol|ol start="\d+"|h[23] class="heading heading--[23]"|\/h[23]|a href="(https?|mailto|tel):[^"]*")$/,
        )
    }),
    { numRuns: 500 },
  )
})

test('a text nested ten thousand deep is cut, not followed', () => {
  let deep: Record<string, unknown> = paragraph(text('bottom'))
  for (let level = 0; level < 10_000; level += 1) deep = block('block', [deep])
  expect(shown(paragraph(text('top')))).toContain('top')
  expect(() => shown(deep)).not.toThrow()
})
