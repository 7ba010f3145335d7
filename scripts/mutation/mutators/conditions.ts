import ts from 'typescript'
import type { Change } from '../mutant.ts'
import { replaced, textOf } from './changes.ts'

/** Conditions that no longer ask, and those that ask the opposite. */
export const conditionChanges = (node: ts.Node): Change[] => {
  if (ts.isIfStatement(node)) return always(node.expression, 'a condition that always or never holds')
  if (ts.isConditionalExpression(node)) return always(node.condition, 'a condition that always or never holds')
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [replaced(node, `Boolean(${textOf(node.operand)})`, 'a negation left out')]
  if (ts.isBinaryExpression(node)) return [...comparison(node), ...connection(node), ...fallback(node)]
  if (ts.isPropertyAccessExpression(node) && node.questionDotToken)
    return [
      replaced(
        node,
        `${textOf(node.expression)}!.${node.name.text}`,
        'something that may be missing is taken for granted',
      ),
    ]
  return []
}

const always = (condition: ts.Expression, kind: string): Change[] => [
  replaced(condition, '(true as boolean)', kind),
  replaced(condition, '(false as boolean)', kind),
]

const COMPARISONS: Partial<Record<ts.SyntaxKind, { to: string; kind: string }>> = {
  [ts.SyntaxKind.LessThanToken]: { to: '<=', kind: 'a boundary moved' },
  [ts.SyntaxKind.LessThanEqualsToken]: { to: '<', kind: 'a boundary moved' },
  [ts.SyntaxKind.GreaterThanToken]: { to: '>=', kind: 'a boundary moved' },
  [ts.SyntaxKind.GreaterThanEqualsToken]: { to: '>', kind: 'a boundary moved' },
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: { to: '!==', kind: 'a comparison turned round' },
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: { to: '===', kind: 'a comparison turned round' },
}

const comparison = (node: ts.BinaryExpression): Change[] => {
  const change = COMPARISONS[node.operatorToken.kind]
  return change ? [replaced(node.operatorToken, change.to, change.kind)] : []
}

const connection = (node: ts.BinaryExpression): Change[] => {
  const { kind } = node.operatorToken
  if (kind !== ts.SyntaxKind.AmpersandAmpersandToken && kind !== ts.SyntaxKind.BarBarToken) return []
  // What stands beside a wider connection keeps its own brackets, so that only this one changes.
  const swapped = `((${textOf(node.left)}) ${kind === ts.SyntaxKind.BarBarToken ? '&&' : '||'} (${textOf(node.right)}))`
  return [
    replaced(node, swapped, '“and” and “or” exchanged'),
    replaced(node, `(${textOf(node.left)})`, 'half of a condition left out'),
    replaced(node, `(${textOf(node.right)})`, 'half of a condition left out'),
  ]
}

/** A fallback is always taken; one that says something is also never taken. */
const fallback = (node: ts.BinaryExpression): Change[] => {
  if (node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return []
  const saysNothing = /^(undefined|null|false|0|''|\[\]|\{\})$/.test(textOf(node.right))
  return [
    replaced(node, `(${textOf(node.right)})`, 'a fallback that is always taken'),
    ...(saysNothing ? [] : [replaced(node, `(${textOf(node.left)})!`, 'a fallback that is never taken')]),
  ]
}
