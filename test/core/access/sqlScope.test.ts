// A row rule as SQL: what it compares, and that an index on ids can help with it.
import { expect, test } from '@jest/globals'
import { sqlScope } from '../../../src/core/access/sqlScope.ts'

const columns = { volunteer: 'm.volunteer_id', status: 'm.status' }
const id = '52815c6d-77cf-47b5-a931-e8d980934351'

test.each([
  [{ volunteer: { equals: id } }, '(m.volunteer_id = $1::uuid)', [id]],
  [{ volunteer: { in: [id, id] } }, '(m.volunteer_id = any($1::uuid[]))', [[id, id]]],
  [{ status: { equals: 'active' } }, '(m.status::text = $1::text)', ['active']],
  [{ volunteer: { equals: 'nobody' } }, '(m.volunteer_id::text = $1::text)', ['nobody']],
  [{ volunteer: { in: [] } }, '(m.volunteer_id::text = any($1::text[]))', [[]]],
])('%j', (scope, sql, values) => {
  const given: unknown[] = []
  expect(sqlScope({ scope, columns, values: given })).toBe(sql)
  expect(given).toEqual(values)
})

test.each([[{ other: { equals: id } }], [{ volunteer: { not_equals: id } }], [{ or: [{ other: { equals: id } }] }]])(
  '%j cannot be said, and is never left out',
  (scope) => {
    expect(() => sqlScope({ scope, columns, values: [] })).toThrow('cannot be said in SQL')
  },
)
