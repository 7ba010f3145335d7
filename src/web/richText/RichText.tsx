import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Details } from '../design/Details.tsx'
import { Heading } from '../design/Heading.tsx'
import {
  headingLevelsIn,
  isEmpty,
  levelOf,
  readNodes,
  safeHref,
  wordsIn,
  type RichTextNode,
} from '../../core/richText/nodes.ts'

/**
 * A text of the panel's editor as part of a page: headings (below the page's own), paragraphs, lists, bold, italic, and
 * links to the web, to mail and to the telephone. Of anything else only the words are shown; nothing in it can become a
 * script, a style or an address of another kind.
 */
export const RichText = ({
  text,
  hasContents = false,
  size = 'usual',
}: {
  text: unknown
  /** Gives its main headings the addresses that `Contents` leads to. */ hasContents?: boolean
  size?: TextSize
}): ReactElement => {
  const nodes = readNodes(text)
  const anchors = new Map(hasContents ? mainHeadings(nodes).map((heading, index) => [heading, anchorOf(index)]) : [])
  return (
    <div className={`rich-text flow${size === 'usual' ? '' : ` rich-text--${size}`}`}>
      <Blocks nodes={nodes} outermost={headingLevelsIn(nodes)[0]} anchors={anchors} />
    </div>
  )
}

/** How large a text is shown. */
export type TextSize = 'usual' | 'large' | 'largest'

/** The way to each main heading of a long text; nothing for a short one. */
export const Contents = ({ text }: { text: unknown }): ReactElement | null => {
  const headings = mainHeadings(readNodes(text))
  if (headings.length < FEWEST_HEADINGS) return null
  return (
    <Details summary={`On this page: ${headings.length} parts`}>
      <nav aria-label="On this page">
        <ol className="contents">
          {headings.map((heading, index) => (
            <li key={index}>
              <a href={`#${anchorOf(index)}`}>{wordsIn(heading.inside).trim()}</a>
            </li>
          ))}
        </ol>
      </nav>
    </Details>
  )
}

/** From so many main headings on, a text is long. */
const FEWEST_HEADINGS = 3

const anchorOf = (index: number): string => `part-${index + 1}`

const mainHeadings = (nodes: readonly RichTextNode[]): RichTextNode[] => {
  const outermost = headingLevelsIn(nodes)[0]
  return nodes.filter((node) => node.type === 'heading' && levelOf(node) === outermost && !isEmpty(node))
}

type BlocksProps = {
  nodes: readonly RichTextNode[]
  outermost: number | undefined
  anchors: ReadonlyMap<RichTextNode, string>
}

const Blocks = ({ nodes, outermost, anchors }: BlocksProps): ReactNode =>
  nodes.map((node, index) => {
    if (isEmpty(node)) return null
    if (node.type === 'heading')
      return (
        <Heading key={index} level={levelOf(node) === outermost ? 2 : 3} id={anchors.get(node)}>
          <Words nodes={node.inside} />
        </Heading>
      )
    if (node.type === 'list') return <List key={index} list={node} />
    if (node.inside.some(({ type }) => BLOCKS.includes(type)))
      return <Blocks key={index} nodes={node.inside} outermost={outermost} anchors={anchors} />
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
        {item.inside.map((node, place) =>
          node.type === 'list' ? <List key={place} list={node} /> : <Words key={place} nodes={[node]} />,
        )}
      </li>
    ),
  )
  if (list.listType !== 'number') return <ul>{items}</ul>
  return (
    <ol start={Number.isInteger(list.start) && Number(list.start) > 1 ? Number(list.start) : undefined}>{items}</ol>
  )
}

const Words = ({ nodes }: { nodes: readonly RichTextNode[] }): ReactNode =>
  nodes.map((node, index) => {
    if (node.type === 'text')
      return (
        <Fragment key={index}>
          {emphasised({ text: String(node.text ?? ''), format: Number(node.format) || 0 })}
        </Fragment>
      )
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
