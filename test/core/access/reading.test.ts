// What a list may be asked for: its order, its length, its filter. Nothing here needs a database.
import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { refuseForeignFilter, refuseOddFilter } from '../../../src/core/access/readFilter.ts'
import { LONGEST_LIST, refuseForeignSort, refuseLongList } from '../../../src/core/access/readLimits.ts'
import { sqlScope } from '../../../src/core/access/sqlScope.ts'

const isRefused = (attempt: () => void): boolean => {
  try {
    attempt()
    return false
  } catch {
    return true
  }
}

test.each<[unknown, boolean]>([
  [undefined, false],
  ['name', false],
  ['-startsAt,name', false],
  [['name', '-startsAt'], false],
  ['child.name', true],
  ['name,child.name', true],
  [['name', 'child.name'], true],
  ['child__name', true],
  [7, false],
])('an order by %j is refused: %s', (sort, refused) => {
  expect(isRefused(() => refuseForeignSort(sort))).toBe(refused)
})

test.each<[Parameters<typeof refuseLongList>[0], boolean]>([
  [{}, false],
  [{ limit: 1 }, false],
  [{ limit: LONGEST_LIST }, false],
  [{ limit: LONGEST_LIST + 1 }, true],
  [{ limit: 0 }, true],
  [{ limit: -1 }, true],
  [{ limit: 2.5 }, true],
  [{ limit: '10' }, true],
  [{ pagination: false }, true],
  [{ pagination: true }, false],
  [{ pagination: false, limit: 5 }, false],
  [{ page: 3 }, false],
  [{ page: 0 }, true],
  [{ page: 'two' }, true],
  [{ limit: 0, currentDepth: 1 }, false],
  [{ limit: 0, currentDepth: 0 }, false],
])('a list of %j is refused: %s', (given, refused) => {
  expect(isRefused(() => refuseLongList(given))).toBe(refused)
})

test('a list gives at most a thousand records', () => {
  expect(LONGEST_LIST).toBe(1000)
})

describe('a filter', () => {
  const field = (name: string, type: string, more: object = {}) => ({ name, type, ...more })
  const families = { flattenedFields: [field('name', 'text'), field('since', 'date'), field('story', 'richText')] }
  const collection = {
    flattenedFields: [
      field('name', 'text'),
      field('why', 'textarea'),
      field('email', 'email'),
      field('since', 'date'),
      field('detail', 'json'),
      field('family', 'relationship', { relationTo: 'families' }),
      field('either', 'relationship', { relationTo: ['families', 'users'] }),
    ],
  } as unknown as SanitizedCollectionConfig
  const req = { payload: { collections: { families: { config: families } } } } as unknown as PayloadRequest
  const asks = (where: unknown): boolean => !isRefused(() => refuseOddFilter({ where, collection, req }))
  const nested = (depth: number): Where => (depth === 0 ? { name: { equals: 'Robin' } } : { and: [nested(depth - 1)] })

  test.each<[unknown]>([
    [undefined],
    [null],
    [[]],
    [{}],
    [{ name: { equals: 'Robin' } }],
    [{ name: { like: 'Rob' } }],
    [{ why: { contains: 'kind' } }],
    [{ email: { not_like: 'example' } }],
    [{ since: { greater_than_equal: '2026-01-01', less_than: '2027-01-01' } }],
    [{ since: { equals: new Date('2026-01-01') } }],
    [{ name: { in: ['Robin', 'Kim'] } }],
    [{ name: { exists: true } }],
    [{ name: { equals: null } }],
    [{ name: { not_equals: 7 } }],
    [{ or: [{ name: { equals: 'Robin' } }, { and: [{ since: { exists: false } }] }] }],
    [{ 'family.name': { like: 'Test' } }],
    [{ family__name: { like: 'Test' } }],
    [{ 'family.id': { in: ['a', 'b'] } }],
    [{ detail: { exists: true } }],
    [nested(8)],
    [{ or: Array.from({ length: 499 }, () => ({})) }],
    [{ or: Array.from({ length: 499 }, () => ({ name: { equals: 'Robin' } })) }],
  ])('%j is asked', (where) => {
    expect(asks(where)).toBe(true)
  })

  test.each<[unknown]>([
    ['name'],
    [7],
    [['name']],
    [[{ name: { equals: 'Robin' } }]],
    [{ name: 'Robin' }],
    [{ name: null }],
    [{ name: ['Robin'] }],
    [{ and: { name: { equals: 'Robin' } } }],
    [{ and: ['name'] }],
    [{ or: [{ name: { equals: 'Robin' } }, { name: 'Robin' }] }],
    [{ name: { near: '1,2' } }],
    [{ name: { equals: { a: 1 } } }],
    [{ name: { in: ['Robin', { a: 1 }] } }],
    [{ name: { like: 7 } }],
    [{ since: { like: '2026' } }],
    [{ detail: { equals: '{}' } }],
    [{ detail: { exists: true, greater_than: 'x' } }],
    [{ 'detail.name': { exists: true } }],
    [{ 'family.story': { greater_than: 'x' } }],
    [{ family__story: { exists: true } }],
    [{ since: { contains: '2026' } }],
    [{ 'family.since': { like: '2026' } }],
    [{ 'family.name.first': { equals: 'x' } }],
    [{ family__name__first: { equals: 'x' } }],
    [{ 'family.recordTitle': { equals: 'x' } }],
    [{ name: { equals: 'Robin', near: 'x' } }],
    [nested(9)],
    [{ or: Array.from({ length: 500 }, () => ({ name: { equals: 'Robin' } })) }],
  ])('%j is refused', (where) => {
    expect(asks(where)).toBe(false)
  })

  test('a title of the record itself can be filtered by, that of another record cannot', () => {
    expect(asks({ recordTitle: { like: 'Robin' } })).toBe(true)
    expect([asks({ 'family.recordTitle': { like: 'x' } }), asks({ 'family.recordTitleAlso': { like: 'x' } })]).toEqual([
      false,
      false,
    ])
  })
})

describe('a filter by the fields of another record', () => {
  const field = (name: string, type: string, relationTo?: unknown) => ({ name, type, relationTo })
  const collection = {
    flattenedFields: [
      field('name', 'text'),
      field('open', 'relationship', 'open'),
      field('shut', 'relationship', 'shut'),
      field('some', 'relationship', 'some'),
      field('gone', 'relationship', 'gone'),
      field('either', 'relationship', ['open', 'shut']),
    ],
  } as unknown as SanitizedCollectionConfig
  const asking: unknown[] = []
  const readBy = (answer: unknown) => ({
    config: { access: { read: async (given: { req: unknown }) => (asking.push(given.req), answer) } },
  })
  const req = {
    payload: { collections: { open: readBy(true), shut: readBy(false), some: readBy({ id: { in: [] } }) } },
  } as unknown as PayloadRequest

  test.each<[unknown, boolean]>([
    [undefined, true],
    [{ name: { equals: 'Robin' } }, true],
    [{ open: { equals: 'one' } }, true],
    [{ 'open.name': { like: 'Test' } }, true],
    [{ open__name: { like: 'Test' } }, true],
    [{ 'shut.id': { equals: 'one' } }, true],
    [{ shut: { equals: 'one' } }, true],
    [{ 'either.name': { equals: 'x' } }, true],
    [{ 'name.first': { equals: 'x' } }, true],
    [{ 'shut.name': { like: 'Test' } }, false],
    [{ shut__name: { like: 'Test' } }, false],
    [{ 'some.name': { like: 'Test' } }, false],
    [{ 'gone.name': { like: 'Test' } }, false],
    [{ and: [{ name: { equals: 'x' } }, { 'shut.name': { like: 'x' } }] }, false],
    [{ or: [{ name: { equals: 'x' } }, { 'shut.name': { like: 'x' } }] }, false],
    [{ or: [{ name: { equals: 'x' } }, { and: [{ 'shut.name': { like: 'x' } }] }] }, false],
    [{ or: [{ 'open.name': { equals: 'x' } }, { name: { like: 'x' } }] }, true],
    [{ and: [{ 'open.name': { equals: 'x' } }, { 'some.name': { like: 'x' } }] }, false],
    [{ and: 'shut.name' }, true],
  ])('%j is asked: %s', async (where, may) => {
    asking.length = 0
    const attempt = refuseForeignFilter({ where, collection, req })
    if (may) await expect(attempt).resolves.toBeUndefined()
    else await expect(attempt).rejects.toThrow()
    expect(asking.every((asked) => asked === req)).toBe(true)
  })
})

test.each<[Parameters<typeof sqlScope>[0]['scope'], string]>([
  [true, 'true'],
  [false, 'false'],
  [{}, 'true'],
  [
    { and: [{ status: { equals: 'active' } }, { status: { in: ['a', 'b'] } }] },
    '((m.status::text = $1::text) and (m.status::text = any($2::text[])))',
  ],
  [
    { or: [{ status: { equals: 'active' } }, { status: { in: ['a', 'b'] } }] },
    '(((m.status::text = $1::text) or (m.status::text = any($2::text[]))))',
  ],
  [
    { status: { equals: 'active' }, or: [{ status: { equals: 'a' } }, { volunteer: { in: [] } }] },
    '(m.status::text = $1::text and ((m.status::text = $2::text) or (m.volunteer_id::text = any($3::text[]))))',
  ],
  [{ and: [] }, '(true)'],
  [{ or: [] }, '((false))'],
  [
    { status: { equals: 'active' }, volunteer: { equals: '52815c6d-77cf-47b5-a931-e8d980934351' } },
    '(m.status::text = $1::text and m.volunteer_id = $2::uuid)',
  ],
])('the row rule %j in SQL', (scope, sql) => {
  expect(sqlScope({ scope, columns: { volunteer: 'm.volunteer_id', status: 'm.status' }, values: [] })).toBe(sql)
})

test.each<[Where]>([
  [{ status: { equals: 'a', in: ['b'] } }],
  [{ status: {} }],
  [{ status: 'active' } as unknown as Where],
  [{ status: [{}] } as unknown as Where],
  [{ and: 'x' } as unknown as Where],
])('the row rule %j cannot be said, and is never left out', (scope) => {
  expect(() => sqlScope({ scope, columns: { status: 'm.status' }, values: [] })).toThrow('cannot be said in SQL')
})
