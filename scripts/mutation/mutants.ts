import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { Change, Mutant } from './mutant.ts'
import { conditionChanges } from './mutators/conditions.ts'
import { listChanges } from './mutators/lists.ts'
import { sqlChanges } from './mutators/sql.ts'
import { statementChanges } from './mutators/statements.ts'
import { valueChanges } from './mutators/values.ts'
import { parsed, placeAt, placesOf } from './places.ts'

/** All mutants of some files, in the order of their text. */
export const mutantsOf = ({ folder, files }: { folder: string; files: readonly string[] }): Mutant[] =>
  files.flatMap((file) => mutantsOfText({ file, text: readFileSync(join(folder, file), 'utf8') }))

/** The mutants of one file's text. */
const mutantsOfText = ({ file, text }: { file: string; text: string }): Mutant[] => {
  const source = parsed({ file, text })
  const places = placesOf(source)
  const changes = new Map<string, Change>()
  const visit = (node: ts.Node): void => {
    if (isUnseen(node)) return
    for (const change of [conditionChanges, listChanges, valueChanges, statementChanges, sqlChanges].flatMap(
      (mutator) => mutator(node),
    ))
      changes.set(JSON.stringify([change.start, change.end, change.replacement]), change)
    ts.forEachChild(node, visit)
  }
  visit(source)
  const named = new Map<string, number>()
  return [...changes.values()]
    .sort(
      (left, right) =>
        left.start - right.start || left.end - right.end || (left.replacement < right.replacement ? -1 : 1),
    )
    .map((change) => {
      const name = nameOf({ file, text, change })
      const times = (named.get(name) ?? 0) + 1
      named.set(name, times)
      const id = createHash('sha1').update(`${name}:${times}`).digest('hex').slice(0, 10)
      return {
        ...change,
        id,
        file,
        original: text.slice(change.start, change.end),
        line: source.getLineAndCharacterOfPosition(change.start).line + 1,
        place: placeAt({ places, position: change.start }),
      }
    })
}

/** What nobody decides by: types, imports, and the words that a person reads. */
const isUnseen = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text.endsWith('Error')) ||
  (ts.isPropertyAssignment(node) &&
    (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) &&
    WORDS.test(node.name.text))

const WORDS =
  /^(label|labels|noun|reason|nextStep|sentence|description|title|heading|summary|words|admin|grave|placeholder|message|openApi)$/

/** By the line's own words and the change, so that a mutant keeps its id when something above it moves. */
const nameOf = ({
  file,
  text,
  change: { start, end, replacement },
}: {
  file: string
  text: string
  change: Change
}): string => {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  return JSON.stringify([
    file,
    text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd),
    start - lineStart,
    end - start,
    replacement,
  ])
}
