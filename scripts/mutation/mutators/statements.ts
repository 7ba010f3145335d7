import ts from 'typescript'
import type { Change } from '../mutant.ts'
import { replaced } from './changes.ts'

/** Statements that are left out: what is written, locked, told, thrown or noted. */
export const statementChanges = (node: ts.Node): Change[] => {
  if (ts.isThrowStatement(node)) return [replaced(node, ';', 'a refusal left out')]
  if (!ts.isExpressionStatement(node)) return []
  const done = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression
  const isDoing = ts.isCallExpression(done) || ts.isBinaryExpression(done) || ts.isDeleteExpression(done)
  return isDoing ? [replaced(node, ';', 'a statement left out')] : []
}
