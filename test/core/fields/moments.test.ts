import type { Field } from 'payload'
import { expect, test } from '@jest/globals'
import { inLondon } from '../../../src/core/fields/moments.ts'
import { areas } from '../../../src/programme/house.ts'

const insideOf = (field: Field): Field[] =>
  field.type === 'tabs'
    ? field.tabs.flatMap((tab) => tab.fields.flatMap(insideOf))
    : 'fields' in field
      ? field.fields.flatMap(insideOf)
      : [field]

const componentsOf = (field: Field): unknown => ('admin' in field ? field.admin?.components : undefined)
const LONDON = {
  Field: '/src/admin/fields/MomentField.tsx#MomentField',
  Cell: '/src/admin/fields/MomentCell.tsx#MomentCell',
  Filter: '/src/admin/fields/MomentFilter.tsx#MomentFilter',
}

test('every moment of every record is shown and taken as London’s, when it was added and changed too', () => {
  const moments = areas
    .flatMap(({ records }) => records)
    .flatMap(({ slug, fields }) =>
      fields.flatMap(insideOf).flatMap((field) => (field.type === 'date' ? [{ slug, field }] : [])),
    )
  expect(moments.length).toBeGreaterThan(120)
  expect(moments.filter(({ field }) => field.name === 'createdAt').length).toBeGreaterThan(50)
  for (const { slug, field } of moments)
    expect([slug, field.name, componentsOf(field)]).toEqual([slug, field.name, expect.objectContaining(LONDON)])
})

test('nothing of a record is shown by an editor that comes from another host', () => {
  const kept = areas
    .flatMap(({ records }) => records)
    .flatMap(({ slug, fields }) =>
      fields.flatMap(insideOf).flatMap((field) => (['json', 'code'].includes(field.type) ? [{ slug, field }] : [])),
    )
  expect(kept.length).toBeGreaterThan(4)
  for (const { slug, field } of kept)
    expect([slug, componentsOf(field)]).toEqual([
      slug,
      {
        Field: '/src/admin/fields/DetailField.tsx#DetailField',
        Cell: '/src/admin/fields/DetailCell.tsx#DetailCell',
      },
    ])
})

test('a moment within a row, a group, a list or a tab is London’s too; what shows it in its own way stays', () => {
  const moment: Field = { name: 'at', type: 'date' }
  const within: Field[] = [
    { type: 'row', fields: [moment] },
    { name: 'group', type: 'group', fields: [moment] },
    { name: 'list', type: 'array', fields: [{ type: 'row', fields: [moment] }] },
    { type: 'tabs', tabs: [{ label: 'More', fields: [moment] }] },
  ]
  for (const field of within.map(inLondon)) expect(insideOf(field).map(componentsOf)).toEqual([LONDON])
  expect(componentsOf(inLondon({ ...moment, admin: { components: { Cell: '/own' } } }))).toEqual({
    ...LONDON,
    Cell: '/own',
  })
  expect(inLondon({ name: 'words', type: 'text' })).toEqual({ name: 'words', type: 'text' })
})

test('no record is called by a day or a moment as it is stored, which is another day in another time zone', () => {
  const called = areas
    .flatMap(({ records }) => records)
    .flatMap(({ slug, admin, fields }) => {
      const title = fields.flatMap(insideOf).find((field) => 'name' in field && field.name === admin?.useAsTitle)
      const isDay = title?.type === 'date' || Boolean(title && 'custom' in title && title.custom?.calendarDate)
      return isDay ? [slug] : []
    })
  expect(called).toEqual([])
})
