import type { Where } from 'payload'
import { isUuid } from '../database/locks.ts'

type ScopeOptions = {
  /** What an access rule granted. */
  scope: boolean | Where
  /** Which column stands for which field of the rule. */
  columns: Readonly<Record<string, string>>
  /** The statement's values; those of the scope are added at the end. */
  values: unknown[]
}

/**
 * The row rule of an access declaration as SQL, so that a page that reads by SQL shows exactly what the same person
 * gets over REST. Understands `equals`, `in`, `and` and `or`; throws on anything else, so that a rule it cannot say is
 * never left out.
 */
export const sqlScope = ({ scope, columns, values }: ScopeOptions): string => {
  if (typeof scope === 'boolean') return scope ? 'true' : 'false'
  const parts = Object.entries(scope).map(([field, condition]) => {
    if (field === 'and' && Array.isArray(condition))
      return severalSql({ scopes: condition, columns, values, joinedBy: 'and' })
    if (field === 'or' && Array.isArray(condition))
      return `(${severalSql({ scopes: condition, columns, values, joinedBy: 'or' })})`
    const column = columns[field]
    if (!column || typeof condition !== 'object' || Array.isArray(condition))
      throw new Error(`This row rule cannot be said in SQL: ${field}.`)
    return conditionSql({ column, condition: condition as Record<string, unknown>, values })
  })
  return parts.length > 0 ? `(${parts.join(' and ')})` : 'true'
}

const severalSql = ({
  scopes,
  joinedBy,
  ...given
}: Omit<ScopeOptions, 'scope'> & { scopes: readonly Where[]; joinedBy: 'and' | 'or' }): string =>
  // Nothing at all is asked by no "and", and granted by no "or".
  scopes.length > 0
    ? scopes.map((scope) => sqlScope({ scope, ...given })).join(` ${joinedBy} `)
    : String(joinedBy === 'and')

const conditionSql = ({
  column,
  condition,
  values,
}: {
  column: string
  condition: Record<string, unknown>
  values: unknown[]
}): string => {
  const [[operator, value] = [], ...others] = Object.entries(condition)
  if (others.length > 0 || (operator !== 'equals' && operator !== 'in'))
    throw new Error(`This row rule cannot be said in SQL: ${String(operator)}.`)
  values.push(value)
  const place = `$${values.length}`
  // An id is compared as one, because no index on ids helps with their text.
  const compared = [value].flat()
  const [left, type] = compared.length > 0 && compared.every(isUuid) ? [column, 'uuid'] : [`${column}::text`, 'text']
  return operator === 'equals' ? `${left} = ${place}::${type}` : `${left} = any(${place}::${type}[])`
}
