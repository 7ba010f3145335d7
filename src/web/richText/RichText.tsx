import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Heading } from '../design/Heading.tsx'
import { headingLevelsIn, isEmpty, levelOf, readNodes, safeHref, type RichTextNode } from '../../core/richText/nodes.ts'

/**
 * A text of the panel's editor as part of a page: headings (below the page's own), paragraphs, lists, bold, italic, and links
 * to the web, to mail and to the telephone. Of anything else only the words are shown; nothing in it can become a script, a
 * style or an address of another kind.
 */
export const RichText = ({ text }: { text: unknown }): ReactElement => {
  const nodes = readNodes(text)
  return (
    <div className="rich-text flow">
      <Blocks nodes={nodes} outermost={headingLevelsIn(nodes)[0]} />
    </div>
  )
}

const Blocks = ({ nodes, outermost }: { nodes: readonly RichTextNode[]; outermost: number | undefined }): ReactNode =>
  nodes.map((node, index) => {
    if (isEmpty(node)) return null
    if (node.type === 'heading')
      return (
        <Heading key={index} level={levelOf(node) === outermost ? 2 : 3}>
          <Words nodes={node.inside} />
        </Heading>
      )
    if (node.type === 'list') return <List key={index} list={node} />
    if (node.inside.some(({ type }) => BLOCKS.includes(type))) return <Blocks key={index} nodes={node.inside} outermost={outermost} />
    return (
      <p key={index}>
        <Words nodes={node.type === 'text' ? [node] : node.inside} />
      </p>
    )
  })

const BLOCKS = ['paragraph', 'heading', 'list', 'quote']

const List = ({ list }: { list: RichTextNode }): ReactElement => {
  const items = list.inside.map((item, index) =>
    isEmpty(item) ? null : (
      <li key={index}>
        {item.inside.map((node, place) => (node.type === 'list' ? <List key={place} list={node} /> : <Words key={place} nodes={[node]} />))}
      </li>
    ),
  )
  if (list.listType !== 'number') return <ul>{items}</ul>
  return <ol start={Number.isInteger(list.start) && Number(list.start) > 1 ? Number(list.start) : undefined}>{items}</ol>
}

const Words = ({ nodes }: { nodes: readonly RichTextNode[] }): ReactNode =>
  nodes.map((node, index) => {
    if (node.type === 'text') return <Fragment key={index}>{emphasised({ text: String(node.text ?? ''), format: Number(node.format) || 0 })}</Fragment>
    if (node.type === 'linebreak') return <br key={index} />
    if (node.type === 'tab') return ' '
    const href = node.type === 'link' || node.type === 'autolink' ? safeHref(node) : undefined
    const words = <Words key={index} nodes={node.inside} />
    return href === undefined ? (
      words
    ) : (
      <a key={index} href={href}>
        {words}
      </a>
    )
  })

const emphasised = ({ text, format }: { text: string; format: number }): ReactNode => {
  const slanted = format & ITALIC ? <em>{text}</em> : text
  return format & BOLD ? <strong>{slanted}</strong> : slanted
}

const BOLD = 1
const ITALIC = 2
