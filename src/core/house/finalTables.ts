import { tableOf } from '../database/query.ts'
import type { Area } from './defineArea.ts'
import type { Final } from './nature.ts'

/** A table whose records the database itself keeps as they are: all of them, or those in some states. */
export type FinalTable = { name: string; final: Exclude<Final, 'never'> }

/** The tables of all areas that are final. */
export const finalTablesOf = (areas: readonly Area[]): FinalTable[] =>
  areas.flatMap(({ records, tables = [] }) =>
    [
      ...records.map(({ slug, custom: { nature } }) => ({ name: tableOf(slug), final: nature.final })),
      ...tables.map(({ name, final }) => ({ name, final })),
    ].flatMap(({ name, final }) => (final === 'never' ? [] : [{ name, final }])),
  )
