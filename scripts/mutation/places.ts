import ts from 'typescript'

/** A function of a file: where its body stands, and whether the body is one expression. */
type Place = { start: number; end: number; isExpression: boolean }

/** Parses one file of TypeScript. */
export const parsed = ({ file, text }: { file: string; text: string }): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)

/** The functions of a file in the order of its text; their place in this list is their number. */
export const placesOf = (source: ts.SourceFile): Place[] => {
  const places: Place[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body)
      places.push({
        start: (node.body as ts.Node).getStart(),
        end: (node.body as ts.Node).getEnd(),
        isExpression: !ts.isBlock(node.body as ts.Node),
      })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return places
}

/** The number of the innermost function around a place of the text; undefined outside of them all. */
export const placeAt = ({ places, position }: { places: readonly Place[]; position: number }): number | undefined => {
  const around = places.flatMap(({ start, end }, number) => (start <= position && position < end ? [number] : []))
  return around.at(-1)
}

/** The text of a file in which each function tells that it runs: by the file's number and its own. */
export const telling = ({ text, places, file }: { text: string; places: readonly Place[]; file: number }): string => {
  const inserted = places.flatMap(({ start, end, isExpression }, number) => {
    const tells = `globalThis.__reached?.('${file}:${number}')`
    return isExpression
      ? [
          { at: start, text: `(${tells}, ` },
          { at: end, text: ')' },
        ]
      : [{ at: start + 1, text: `${tells};` }]
  })
  // From the end, so that what was inserted moves nothing that comes.
  return inserted
    .map((insertion, order) => ({ ...insertion, order }))
    .sort((left, right) => right.at - left.at || right.order - left.order)
    .reduce((changed, { at, text: added }) => changed.slice(0, at) + added + changed.slice(at), text)
}
