import type { Pool } from 'pg'
import type { Query } from './query.ts'

/**
 * A query function for one page: what the page asks in one go, before it waits for any of it, is said to PostgreSQL as
 * one statement, because each statement costs both sides more than what it looks up. For what reads alone: throws at
 * anything else. The rows are those that asking one by one gives. What a statement's columns hold is learnt when it is
 * asked for the first time, which is by itself, as is whatever JSON would carry otherwise than it is. When the one
 * statement fails, each is asked by itself, so that a fault meets who caused it.
 */
export const askedTogether = (pool: Pool): Query => {
  let waiting: Asked[] = []
  const ask = (asked: Asked): void => {
    if (waiting.length === 0)
      setImmediate(() => {
        const all = waiting
        waiting = []
        void answer({ pool, all })
      })
    waiting.push(asked)
  }
  return <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []) => {
    if (!READS.test(text) || WRITES.test(text))
      return Promise.reject(new Error('Only statements that read are asked together.'))
    return new Promise<Row[]>((give, refuse) => {
      ask({ text, values, give: (rows) => give(rows as Row[]), refuse })
    })
  }
}

type Rows = Array<Record<string, unknown>>
type Asked = {
  text: string
  values: readonly unknown[]
  give: (rows: Rows) => void
  refuse: (problem: unknown) => void
}

const READS = /^\s*(select|with)\b/i
const WRITES = /\b(insert\s+into|update\s+\w+\s+set|delete\s+from|for\s+(no\s+key\s+)?update|for\s+(key\s+)?share)\b/i

const answer = async ({ pool, all }: { pool: Pool; all: readonly Asked[] }): Promise<void> => {
  const shapes = shapesOf(pool)
  const together = all.filter(({ text }) => shapes.get(text)?.goesThroughJson)
  const alone = together.length > 1 ? all.filter((asked) => !together.includes(asked)) : all
  await Promise.all([
    together.length > 1 ? answerTogether({ pool, together }) : undefined,
    ...alone.map((asked) => answerAlone({ pool, asked })),
  ])
}

const answerAlone = async ({ pool, asked }: { pool: Pool; asked: Asked }): Promise<void> => {
  try {
    const { rows, fields } = await pool.query<Record<string, unknown>>(asked.text, [...asked.values])
    const shapes = shapesOf(pool)
    if (!shapes.has(asked.text) && shapes.size < MOST_SHAPES)
      shapes.set(asked.text, {
        goesThroughJson: fields.every(({ dataTypeID }) => dataTypeID === MOMENT || SAME_IN_JSON.has(dataTypeID)),
        moments: fields.filter(({ dataTypeID }) => dataTypeID === MOMENT).map(({ name }) => name),
      })
    asked.give(rows)
  } catch (problem) {
    asked.refuse(problem)
  }
}

const answerTogether = async ({ pool, together }: { pool: Pool; together: readonly Asked[] }): Promise<void> => {
  try {
    const { rows } = await pool.query<Record<string, Rows>>(
      oneStatement(together),
      together.flatMap(({ values }) => values),
    )
    for (const [place, { text, give }] of together.entries())
      give(withMoments({ rows: rows[0]?.[`asked_${place}`] ?? [], moments: shapesOf(pool).get(text)?.moments ?? [] }))
  } catch {
    await Promise.all(together.map((asked) => answerAlone({ pool, asked })))
  }
}

/** All of them as columns of one row, the values counted on from one to the next. */
const oneStatement = (together: readonly Asked[]): string => {
  let before = 0
  const columns = together.map(({ text, values }, place) => {
    const numbered = text.replace(/\$(\d+)/g, (_found, number: string) => `$${Number(number) + before}`)
    before += values.length
    return `(select coalesce(json_agg(row_to_json(r)), '[]') from (${numbered}) r) as asked_${place}`
  })
  return `select ${columns.join(', ')}`
}

const withMoments = ({ rows, moments }: { rows: Rows; moments: readonly string[] }): Rows => {
  for (const row of rows) for (const name of moments) if (typeof row[name] === 'string') row[name] = new Date(row[name])
  return rows
}

type Shape = { goesThroughJson: boolean; moments: string[] }

const shapesOf = (pool: Pool): Map<string, Shape> => {
  const known = shapesOfPools.get(pool)
  if (known) return known
  const none = new Map<string, Shape>()
  shapesOfPools.set(pool, none)
  return none
}
const shapesOfPools = new WeakMap<Pool, Map<string, Shape>>()

/** So many statements are learnt at most: what they take of memory has an end. */
const MOST_SHAPES = 1_000

// Types by their numbers in PostgreSQL (pg_type.dat): timestamptz becomes a Date again.
const MOMENT = 1184
/** Bool, int2, int4, float8, text, varchar, uuid, json, jsonb: JavaScript gets the same from JSON. */
const SAME_IN_JSON: ReadonlySet<number> = new Set([16, 21, 23, 701, 25, 1043, 2950, 114, 3802])
