import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import pg from 'pg'
import { askedTogether } from '../../../src/core/database/askedTogether.ts'
import type { Query } from '../../../src/core/database/query.ts'
import { databaseForFile } from '../../support/database.ts'

let pool: pg.Pool
let said: string[]
let together: Query

beforeAll(async () => {
  const { applicationUrl } = await databaseForFile({ isEmpty: true })
  pool = new pg.Pool({ connectionString: applicationUrl, max: 4 })
  const query = pool.query.bind(pool) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>
  Object.assign(pool, {
    query: (text: string, values?: unknown[]) => {
      said.push(text)
      return query(text, values)
    },
  })
})
beforeEach(() => {
  said = []
  together = askedTogether(pool)
})
afterAll(() => pool.end())

const QUESTIONS: ReadonlyArray<[string, unknown[]]> = [
  ['select \'Zoë ☃ "x"\' as name, null::text as nothing, true as yes, 7::int4 as seven, 1.5::float8 as half', []],
  [
    'select $1::timestamptz as at, $2::uuid as id, null::timestamptz as never',
    ['2026-03-29T00:59:59.123Z', '03242687-637f-4c6a-8197-479ff3ef09fc'],
  ],
  ['select n, $2::text as word from generate_series(1, $1::int) n order by n desc', [3, 'a']],
  ['with none as (select 1 as one) select one from none where false', []],
  ["select jsonb_build_object('deep', array[1, 2]) as json where $1", [true]],
  ['select count(*) as many, 12345678901234567890::numeric as exact, array[1, 2] as two', []],
]
const askAll = (query: Query): Promise<unknown[][]> =>
  Promise.all(QUESTIONS.map(([text, values]) => query(text, values)))

test('what is asked in one go is one statement, and its rows are those that asking one by one gives', async () => {
  const alone = await askAll(async (text, values = []) => (await pool.query(text, [...values])).rows)
  expect(await askAll(together)).toEqual(alone)
  said = []
  expect(await askAll(together)).toEqual(alone)
  // What JSON carries otherwise, such as a number of any length, goes by itself.
  expect(said).toHaveLength(2)
  const [[row]] = (await Promise.all([together(QUESTIONS[1]![0], QUESTIONS[1]![1]), together(QUESTIONS[0]![0])])) as [
    [Record<string, unknown>],
    unknown,
  ]
  expect(row.at).toEqual(new Date('2026-03-29T00:59:59.123Z'))
})

test('what is asked after an answer goes by itself; a question alone is said as it was asked', async () => {
  await together('select 1 as one')
  await together('select 1 as one')
  expect(said).toEqual(['select 1 as one', 'select 1 as one'])
})

test('a question that fails does not take the others with it', async () => {
  const half = 'select 1 / $1::int as part'
  const one = 'select 1 as one'
  await Promise.all([together(half, [1]), together(one)])
  const answers = await Promise.allSettled([together(half, [0]), together(one), together(half, [1])])
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
    'error: division by zero',
    [{ one: 1 }],
    [{ part: 1 }],
  ])
})

test.each([
  "insert into people values ('x')",
  'with gone as (delete from people returning id) select id from gone',
  "with new as (insert into people values ('x') returning id) select id from new",
  'update people set name = $1',
  'select id from people for update',
  'select id from people for no key update skip locked',
])('what writes or locks is not asked: %s', async (text) => {
  await expect(together(text, ['x'])).rejects.toThrow('Only statements that read are asked together.')
  expect(said).toEqual([])
})
