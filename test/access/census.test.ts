import { describe, expect, test } from '@jest/globals'
import { defineCollection, onlyFor } from '../../src/core/access/defineCollection.ts'
import { engineOnly } from '../../src/core/access/engineOnly.ts'
import type { Area } from '../../src/core/house/defineArea.ts'
import { areas } from '../../src/programme/house.ts'
import { isCaseworker } from '../../src/programme/people/roles.ts'
import { censusInTable, censusOf, guardedFieldsOf, missingFromGrants } from './census.ts'

// The cube asks the running software; here the tables are held against what the areas declare, before anything runs.
describe('the table of grants', () => {
  test('has a row for every record that an area declares, and for every field of it that is not everybody’s', () => {
    expect(missingFromGrants(areas)).toEqual([])
    expect(censusOf(areas)).toEqual(censusInTable())
    expect(Object.keys(censusOf(areas)).length).toBeGreaterThan(30)
  })

  test('cannot miss a record that is added, nor a field in a row, a group or a list of it', () => {
    const plums = defineCollection({
      slug: 'plums',
      labels: { singular: 'Plum', plural: 'Plums' },
      nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
      access: {},
      fields: [
        { name: 'colour', type: 'text' },
        { type: 'row', fields: [onlyFor(isCaseworker, { name: 'price', type: 'number' })] },
        { name: 'stone', type: 'group', fields: [engineOnly({ name: 'size', type: 'number' })] },
        { name: 'pickings', type: 'array', fields: [engineOnly({ name: 'by', type: 'text' })] },
        { type: 'tabs', tabs: [{ label: 'More', fields: [engineOnly({ name: 'weighed', type: 'number' })] }] },
      ],
    })
    const orchard: Area = { name: 'orchard', records: [plums] }
    expect(missingFromGrants([...areas, orchard])).toEqual([
      'plums',
      'plums.price: people',
      'plums.stone.size: software',
      'plums.pickings.by: software',
      'plums.weighed: software',
    ])
  })

  test('tells a field that people may write from one that only the software writes', () => {
    const given = { name: 'price', type: 'number' } as const
    expect([guardedFieldsOf([given]), guardedFieldsOf([onlyFor(isCaseworker, given)])]).toEqual([
      {},
      { price: 'people' },
    ])
    expect(guardedFieldsOf([engineOnly(onlyFor(isCaseworker, given))])).toEqual({ price: 'software' })
  })
})
