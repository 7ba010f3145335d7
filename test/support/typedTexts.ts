import type { FlattenedField, SanitizedConfig } from 'payload'
import { withConnection } from '../../src/local/database/connection.ts'
import { plantRow } from '../attack/support/plant.ts'

/** A field that holds words, by collection and name, and the column that keeps them. */
export type TextPlace = { key: string; table: string; column: string; type: string; longest: number | undefined }

/**
 * Every field of every collection, and of the settings, that holds words. Calendar dates do not: PostgreSQL holds them
 * to their form.
 */
export const textPlaces = ({ collections, globals }: SanitizedConfig): TextPlace[] =>
  [...collections, ...globals].flatMap(({ slug, flattenedFields }) =>
    placesIn({ fields: flattenedFields, key: slug, table: slug.replaceAll('-', '_') }),
  )

const placesIn = ({
  fields,
  key,
  table,
}: {
  fields: readonly FlattenedField[]
  key: string
  table: string
}): TextPlace[] =>
  fields.flatMap((field) => {
    if ('flattenedFields' in field)
      return placesIn({
        fields: field.flattenedFields,
        key: `${key}.${field.name}`,
        table: `${table}_${snake(field.name)}`,
      })
    if (
      !HOLDS_WORDS.includes(field.type) ||
      field.name === 'id' ||
      ('virtual' in field && field.virtual) ||
      field.custom?.calendarDate
    )
      return []
    return [
      {
        key: `${key}.${field.name}`,
        table,
        column: snake(field.name),
        type: field.type,
        longest: 'maxLength' in field ? field.maxLength : undefined,
      },
    ]
  })

const HOLDS_WORDS: readonly string[] = ['text', 'textarea', 'richText', 'email', 'json', 'code']

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)

/**
 * Puts words into each of these places in every row there is, past every rule and trigger: what a hostile person might
 * have stored through any door. `words` gives those of the nth row. Where a table has no row of what is `given`
 * (columns and their values), it gets one first, with what it
 * `needs` beside.
 */
export const fillEverywhere = async ({
  superuserUrl,
  places,
  given,
  needs,
  words,
}: {
  superuserUrl: string
  places: readonly TextPlace[]
  given: Readonly<Record<string, string>>
  needs: Readonly<Record<string, Record<string, unknown>>>
  words: (place: TextPlace, row: number) => unknown
}): Promise<void> =>
  withConnection({
    url: superuserUrl,
    work: async (client) => {
      await client.query('set session_replication_role = replica')
      const query = async <Row>(statement: string, values?: readonly unknown[]): Promise<Row[]> =>
        (await client.query(statement, values && [...values])).rows as Row[]
      for (const table of new Set(places.map((place) => place.table))) {
        const columns = await query<{ name: string }>(
          "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
          [table],
        )
        const own = Object.entries(given).filter(([name]) => columns.some((column) => column.name === name))
        const [counted] = await query<{ some: boolean }>(
          `select exists (select from "${table}" where ${own.map(([name], index) => `"${name}" = $${index + 1}`).join(' and ') || 'true'}) as some`,
          own.map(([, id]) => id),
        )
        if (!counted?.some) await plantRow({ query, table, given: { ...Object.fromEntries(own), ...needs[table] } })
      }
      for (const place of places)
        for (const [index, { id }] of (
          await query<{ id: string }>(`select id::text as id from "${place.table}" order by id`)
        ).entries())
          await query(`update "${place.table}" set "${place.column}" = $1 where id::text = $2`, [
            words(place, index),
            id,
          ])
    },
  })
