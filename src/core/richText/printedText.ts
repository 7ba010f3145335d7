import type { Block, Run } from '../documents/printedDocument.ts'
import { headingLevelsIn, isEmpty, levelOf, readNodes, safeHref, type RichTextNode } from './nodes.ts'

/**
 * A text of the panel's editor as blocks of a printed document, headings below the document's own. A link is printed as
 * its words with the address behind them; of what cannot be printed only the words are.
 */
export const printedText = (text: unknown): Block[] => {
  const nodes = readNodes(text)
  return blocksOf({ nodes, outermost: headingLevelsIn(nodes)[0] })
}

type Given = { nodes: readonly RichTextNode[]; outermost: number | undefined }

const blocksOf = ({ nodes, outermost }: Given): Block[] =>
  nodes
    .filter((node) => !isEmpty(node))
    .flatMap((node): Block[] => {
      if (node.type === 'heading')
        return [
          {
            kind: 'heading',
            level: levelOf(node) === outermost ? 2 : 3,
            text: runsOf(node.inside)
              .map((run) => run.text)
              .join(''),
          },
        ]
      if (node.type === 'list') return [{ kind: 'list', ordered: node.listType === 'number', items: itemsOf(node) }]
      if (node.inside.some(({ type }) => BLOCKS.includes(type))) return blocksOf({ nodes: node.inside, outermost })
      return [{ kind: 'paragraph', runs: runsOf(node.type === 'text' ? [node] : node.inside) }]
    })

const BLOCKS = ['paragraph', 'heading', 'list', 'quote']

/** The items of a list and, after each, those of the lists inside it. */
const itemsOf = (list: RichTextNode): Run[][] =>
  list.inside
    .filter((item) => !isEmpty(item))
    .flatMap((item) => {
      const own = runsOf(item.inside.filter(({ type }) => type !== 'list'))
      return [...(own.length > 0 ? [own] : []), ...item.inside.filter(({ type }) => type === 'list').flatMap(itemsOf)]
    })

const runsOf = (nodes: readonly RichTextNode[]): Run[] =>
  nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [{ text: String(node.text ?? ''), bold: (Number(node.format) & BOLD) > 0 }]
    if (node.type === 'linebreak') return [{ text: '\n' }]
    const words = runsOf(node.inside)
    const href = node.type === 'link' || node.type === 'autolink' ? safeHref(node) : undefined
    return href === undefined || words.map(({ text }) => text).join('') === href
      ? words
      : [...words, { text: ` (${href.replace(/^(mailto|tel):/, '')})` }]
  })

const BOLD = 1
