import type pg from 'pg'

/**
 * Gives a function that makes a connection prepare what is said to it often: PostgreSQL then reads and plans such a
 * statement once for each connection instead of every time, which for the short ones is most of their work. What is
 * asked for as `*` is left alone, because a migration may change what that means; so is what comes without values, such
 * as BEGIN. The connections of one pool share the count.
 */
export const preparingWhatIsSaidOften = (): ((client: pg.PoolClient) => void) => {
  const nameFor = namesOfTexts()
  return (client) => {
    const say = client.query.bind(client) as unknown as (said: unknown, values?: unknown, ...more: unknown[]) => unknown
    const query = (said: unknown, values?: unknown, ...more: unknown[]): unknown => {
      const config = typeof said === 'string' ? { text: said } : (said as pg.QueryConfig)
      const name =
        Array.isArray(values) && values.length > 0 && !config.name && typeof config.text === 'string'
          ? nameFor(config.text)
          : undefined
      return say(name === undefined ? said : { ...config, name }, values, ...more)
    }
    Object.assign(client, { query })
  }
}

/** A name for each text that is said often; undefined for all others. */
const namesOfTexts = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  const times = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST_PREPARED || ASKS_FOR_WHATEVER_THERE_IS.test(text)) return known
    const time = (times.get(text) ?? 0) + 1
    times.set(text, time)
    if (times.size > MOST_COUNTED) times.clear()
    if (time < OFTEN) return undefined
    const name = `often_${names.size + 1}`
    names.set(text, name)
    return name
  }
}

/** From the how-manieth time on a text counts as said often. */
const OFTEN = 20

/**
 * How many statements each connection keeps prepared at most, and how many texts are counted: what they take of memory
 * has an end.
 */
const MOST_PREPARED = 80
const MOST_COUNTED = 1_000

const ASKS_FOR_WHATEVER_THERE_IS = /(select|returning|,|\.)\s*\*/i
