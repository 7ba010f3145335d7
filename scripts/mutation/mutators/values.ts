import ts from 'typescript'
import type { Change } from '../mutant.ts'
import { replaced, textOf } from './changes.ts'

/** Numbers one off, days counted the other way, and a yes where there is a no. */
export const valueChanges = (node: ts.Node): Change[] => {
  if (ts.isNumericLiteral(node))
    return [
      replaced(node, `(${textOf(node)} + 1)`, 'a number one off'),
      ...(node.text === '0' ? [] : [replaced(node, `(${textOf(node)} - 1)`, 'a number one off')]),
    ]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [replaced(node, 'false', 'a yes turned into a no')]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [replaced(node, 'true', 'a no turned into a yes')]
  if (ts.isIdentifier(node) && node.text === 'allowed' && isAnswer(node)) return []
  if (ts.isBinaryExpression(node)) return sum(node)
  return []
}

const isAnswer = (node: ts.Node): boolean =>
  ts.isReturnStatement(node.parent) || ts.isConditionalExpression(node.parent)

const sum = (node: ts.BinaryExpression): Change[] => {
  const to = { [ts.SyntaxKind.PlusToken]: '-', [ts.SyntaxKind.MinusToken]: '+' }[node.operatorToken.kind as number]
  if (to === undefined || isText(node.left) || isText(node.right)) return []
  return [replaced(node.operatorToken, to, 'a sum turned round')]
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
