import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { tableOf } from '../../../src/core/database/query.ts'
import { testProgramme } from '../../support/programme.ts'

/** The columns of a table, and of the tables of its lists, that hold a calendar date. */
const datesIn = ({ table, fields }: { table: string; fields: readonly Field[] }): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => datesIn({ table, fields: tab.fields }))
    if ('name' in field && field.custom?.calendarDate === true) return [`${table}.${columnOf(field.name)}`]
    if (field.type === 'array') return datesIn({ table: `${table}_${columnOf(field.name)}`, fields: field.fields })
    return 'fields' in field ? datesIn({ table, fields: field.fields }) : []
  })

const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

test('the database too takes nothing but a day that there is for a calendar date, in every record that has one', async () => {
  const { payload, query } = await testProgramme()
  const held = await query<{ column: string }>(
    `select conrelid::regclass || '.' || attname as column from pg_constraint join pg_attribute on attrelid = conrelid and array[attnum] = conkey
     where conname like '%_is_a_date' and pg_get_constraintdef(pg_constraint.oid) like '%to_date%' order by 1`,
  )
  const dates = payload.config.collections.flatMap(({ slug, fields }) => datesIn({ table: tableOf(slug), fields }))
  expect(dates.length).toBeGreaterThan(50)
  expect(held.map(({ column }) => column)).toEqual(dates.sort())
})
