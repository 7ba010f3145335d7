import ts from 'typescript'
import type { Change } from '../mutant.ts'
import { leftOut, replaced } from './changes.ts'

/**
 * Lists that lack one of their members (a guard, a state, a kind of place), and questions asked of a list in another
 * way.
 */
export const listChanges = (node: ts.Node): Change[] => {
  if (ts.isArrayLiteralExpression(node) && !isForTheDatabase(node))
    return leftOut({ items: node.elements, kind: 'a member of a list left out' })
  if (ts.isObjectLiteralExpression(node)) return leftOutSpreads(node)
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return asked(node, node.expression)
  return []
}

/** The values of a statement: one fewer is an error of the statement, which anybody sees. */
const isForTheDatabase = (node: ts.ArrayLiteralExpression): boolean =>
  ts.isCallExpression(node.parent) &&
  node.parent.arguments.length > 1 &&
  node.parent.arguments[1] === node &&
  (ts.isStringLiteralLike(node.parent.arguments[0]!) ||
    ts.isTemplateExpression(node.parent.arguments[0]!) ||
    (ts.isIdentifier(node.parent.arguments[0]!) && /^[A-Z_]+$/.test(node.parent.arguments[0].text)))

const leftOutSpreads = (node: ts.ObjectLiteralExpression): Change[] =>
  leftOut({ items: node.properties, kind: 'a part of a record left out' }).filter((_change, place) => {
    const property = node.properties[place]
    return property !== undefined && (ts.isSpreadAssignment(property) || isWritten(node))
  })

/**
 * What a step writes, or another part hands to a store: a property that is missing there is a value that nobody kept.
 */
const isWritten = (node: ts.ObjectLiteralExpression): boolean => {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isBlock(at)) return false
    if (ts.isPropertyAssignment(at.parent) && at.parent.initializer === at && ts.isIdentifier(at.parent.name))
      return /^(set|patch|data)$/.test(at.parent.name.text)
  }
  return false
}

const OTHER_QUESTIONS: Record<string, string> = { every: 'some', some: 'every', max: 'min', min: 'max' }

const asked = (call: ts.CallExpression, access: ts.PropertyAccessExpression): Change[] => {
  const name = access.name.text
  const other = OTHER_QUESTIONS[name]
  if (other) return [replaced(access.name, other, 'another question asked of a list')]
  if (name === 'filter')
    return [{ start: access.expression.getEnd(), end: call.getEnd(), replacement: '', kind: 'a filter left out' }]
  if (name === 'includes')
    return [{ start: call.getStart(), end: call.getStart(), replacement: '!', kind: 'a membership turned round' }]
  if (/^(trim|toLowerCase|toUpperCase|toSorted|sort|reverse)$/.test(name))
    return [
      {
        start: access.expression.getEnd(),
        end: call.getEnd(),
        replacement: '',
        kind: 'a preparation of a value left out',
      },
    ]
  return []
}
