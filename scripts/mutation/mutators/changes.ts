import type ts from 'typescript'
import type { Change } from '../mutant.ts'

/** A change that puts another text in the place of a node. */
export const replaced = (node: ts.Node, replacement: string, kind: string): Change => ({
  start: node.getStart(),
  end: node.getEnd(),
  replacement,
  kind,
})

/** The text of a node as it stands in its file. */
export const textOf = (node: ts.Node): string => node.getText()

/** Changes that leave out one of several things between commas, each in its turn. */
export const leftOut = ({ items, kind }: { items: readonly ts.Node[]; kind: string }): Change[] =>
  items.map((item, place) => {
    const next = items[place + 1]
    const before = items[place - 1]
    const start = next || !before ? item.getStart() : before.getEnd()
    return { start, end: next ? next.getStart() : item.getEnd(), replacement: '', kind }
  })
