/** A node of the editor's stored text, with the nodes inside it. */
export type RichTextNode = Readonly<Record<string, unknown>> & { type: string; inside: readonly RichTextNode[] }

/**
 * The nodes of a stored text, read with care: it may come from any version of the editor, or from an import. None for
 * anything that is no such text; nothing of what is nested deeper than a person writes.
 */
export const readNodes = (text: unknown, depth = 0): RichTextNode[] => {
  if (!isRecord(text) || depth > DEEPEST) return []
  const children = isRecord(text.root) ? text.root.children : text.children
  if (!Array.isArray(children)) return []
  return children.flatMap((child: unknown) =>
    isRecord(child) && typeof child.type === 'string'
      ? [{ ...child, type: child.type, inside: readNodes(child, depth + 1) }]
      : [],
  )
}

/**
 * Whether nothing can be read in a node: the editor leaves such paragraphs behind where somebody pressed Enter twice.
 */
export const isEmpty = (node: RichTextNode): boolean =>
  node.type === 'text' ? String(node.text ?? '').trim() === '' : node.inside.every(isEmpty)

/** Every word of a stored text, in the order in which it is read, a space between its parts. */
export const wordsOfText = (text: unknown): string => wordsIn(readNodes(text))

/** The same of some nodes. */
export const wordsIn = (nodes: readonly RichTextNode[]): string =>
  nodes
    .map((node) =>
      node.type === 'text'
        ? String(node.text ?? '')
        : INLINE.has(node.type)
          ? wordsIn(node.inside)
          : `${wordsIn(node.inside)} `,
    )
    .join('')

const INLINE = new Set(['link', 'autolink'])

/** The levels of the headings among nodes, outermost first: `h2` and `h4` give 2 and 4. */
export const headingLevelsIn = (nodes: readonly RichTextNode[]): number[] => {
  const levels = nodes.flatMap((node) => [
    ...(node.type === 'heading' ? [levelOf(node)] : []),
    ...headingLevelsIn(node.inside),
  ])
  return [...new Set(levels)].sort((one, other) => one - other)
}

/** The level that a heading has in the editor, 1 to 6. */
export const levelOf = (node: RichTextNode): number => Number(/^h([1-6])$/.exec(String(node.tag))?.[1] ?? 2)

/** Where a link may lead: a web address, a mail address or a telephone number. Undefined for everything else. */
export const safeHref = (node: RichTextNode): string | undefined => {
  const fields = isRecord(node.fields) ? node.fields : node
  const address = typeof fields.url === 'string' ? fields.url.trim() : ''
  if (!URL.canParse(address)) return undefined
  const { protocol, href } = new URL(address)
  return PROTOCOLS.includes(protocol) ? href : undefined
}

const DEEPEST = 20

const PROTOCOLS = ['https:', 'http:', 'mailto:', 'tel:']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
