import type { Field } from 'payload'
import type { RecordKind } from '../../src/core/access/defineCollection.ts'
import { isOnlyShownFrozen } from '../../src/core/access/shownFrozen.ts'
import type { Area } from '../../src/core/house/defineArea.ts'
import { FIELD_GRANTS, GRANTS } from './grants.ts'

/** Whether the software alone writes a field, or some people more than others. */
type Guarded = 'software' | 'people'

/**
 * The fields of a record that not everybody reads or writes, wherever in its form they stand; one within a group or a
 * list by its path.
 */
export const guardedFieldsOf = (fields: readonly Field[], within = ''): Record<string, Guarded> =>
  Object.fromEntries(
    fields.flatMap((field): Array<[string, Guarded]> => {
      const path = 'name' in field ? `${within}${field.name}` : within
      const inside =
        field.type === 'tabs'
          ? field.tabs.flatMap((tab) =>
              Object.entries(guardedFieldsOf(tab.fields, 'name' in tab ? `${within}${tab.name}.` : within)),
            )
          : 'fields' in field
            ? Object.entries(guardedFieldsOf(field.fields, 'name' in field ? `${path}.` : within))
            : []
      const isGuarded =
        'name' in field &&
        'access' in field &&
        field.access !== undefined &&
        Object.keys(field.access).length > 0 &&
        !isOnlyShownFrozen(field)
      return [...(isGuarded ? [[path, ofSoftware(field) ? 'software' : 'people'] as [string, Guarded]] : []), ...inside]
    }),
  )

/** The same of each record of some areas that has any. */
export const censusOf = (areas: readonly Area[]): Record<string, Record<string, Guarded>> =>
  Object.fromEntries(
    areas
      .flatMap(({ records }): readonly RecordKind[] => records)
      .map(({ slug, fields }) => [slug, guardedFieldsOf(fields)] as const)
      .filter(([, guarded]) => Object.keys(guarded).length > 0),
  )

/** The same as the table of grants has it. */
export const censusInTable = (): Record<string, Record<string, Guarded>> =>
  Object.fromEntries(
    Object.entries(FIELD_GRANTS).map(([slug, fields]) => [
      slug,
      Object.fromEntries(
        Object.entries(fields).map(([name, who]) => [name, who === 'software' ? 'software' : 'people']),
      ),
    ]),
  )

/** What the tables of grants do not say of the records that some areas declare: a whole record, or a field of it. */
export const missingFromGrants = (areas: readonly Area[]): string[] => {
  const table = censusInTable()
  return areas.flatMap(({ records }) =>
    records.flatMap(({ slug, fields }) => [
      ...(Object.hasOwn(GRANTS, slug) ? [] : [slug]),
      ...Object.entries(guardedFieldsOf(fields)).flatMap(([path, who]) =>
        table[slug]?.[path] === who ? [] : [`${slug}.${path}: ${who}`],
      ),
    ]),
  )
}

const ofSoftware = (field: Field): boolean => 'custom' in field && field.custom?.engineOnly === true
