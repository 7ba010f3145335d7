import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { isEngineOnly } from '../../../src/core/access/engineOnly.ts'
import { helped } from '../../../src/core/house/helpTexts.ts'
import { helpTexts } from '../../../src/programme/helpTexts.ts'
import { areas } from '../../../src/programme/house.ts'

const records = areas.flatMap((area) => area.records)

test('every field that a form of the committee’s asks for says what belongs there', () => {
  const without = records
    .filter(({ slug }) => slug in helpTexts)
    .flatMap((record) =>
      withNames(helped({ record, texts: helpTexts }).fields)
        .filter(
          (field) =>
            !isEngineOnly(field) &&
            field.type !== 'ui' &&
            !('hidden' in field && field.hidden) &&
            !(field.admin as { hidden?: boolean } | undefined)?.hidden &&
            !HOUSEKEEPING.has(field.name) &&
            !(field.admin as { description?: unknown } | undefined)?.description,
        )
        .map(({ name }) => `${record.slug}.${name}`),
    )
  expect(without).toEqual([])
})

test('help for a field that there is not, or that says it itself, is told of', () => {
  const [record] = records.filter(({ slug }) => slug === 'children')
  if (!record) throw new Error('There are no children.')
  const tried = (name: string) => () => helped({ record, texts: { children: { [name]: 'Words.' } } })
  expect(tried('nickname')).toThrow('nickname')
  expect(tried('heldInYear')).toThrow('heldInYear')
  expect(Object.keys(helpTexts).filter((slug) => !records.some((one) => one.slug === slug))).toEqual([])
})

const HOUSEKEEPING = new Set(['createdAt', 'updatedAt', 'rowVersion', 'recordTitle', 'recordTitleAlso'])

const withNames = (fields: readonly Field[]): Array<Extract<Field, { name: string }>> =>
  fields.flatMap((field) =>
    field.type === 'row' ? withNames(field.fields) : 'name' in field ? [field as Extract<Field, { name: string }>] : [],
  )
