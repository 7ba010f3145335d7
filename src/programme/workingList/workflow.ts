import { z } from 'zod'
import { rowAt } from '../../core/database/query.ts'
import { REASON } from '../../core/fields/commonTexts.ts'
import { defineWorkflow } from '../../core/workflow/workflow.ts'
import { COLUMNS } from './columns.ts'
import { caseworker, oneRowAChild, type EntryFacts } from './rules.ts'

/**
 * A row of the working list stands on it until it is taken off, and can be put back. How far the child has come is
 * worked out, not kept [ELG-8].
 */
export const entryWorkflow = defineWorkflow<EntryFacts, 'listed' | 'taken-off'>('working-list-entries', {
  noun: 'row of the working list',
  states: { listed: 'On the list', 'taken-off': 'Taken off' },
  initial: 'listed',
  locks: [{ field: 'child', collection: 'children' }],
  facts: async ({ work, record }) => {
    const rows = await work.query<{ taken: boolean }>(
      "select exists (select from working_list_entries where child_id = $1 and status = 'listed' and id is distinct from $2) as taken",
      [record.child ?? null, record.id ?? null],
    )
    return { otherRowOfChild: rowAt({ rows, place: 0 }).taken }
  },
  create: { label: 'Add to the working list', by: [caseworker], guards: [oneRowAChild] },
  // Where a row came from changes when a list is taken in; no person can write it.
  editable: { listed: [...COLUMNS.map(({ key }) => key), 'child', 'import', 'sheetRow', 'rowDigest'] },
  transitions: {
    takeOff: {
      label: 'Take off the list',
      from: ['listed'],
      to: 'taken-off',
      by: [caseworker],
      guards: [],
      input: z.object({ reason: REASON.asked('Say why.').meta({ title: 'Why' }) }),
      set: ({ input }) => ({ offReason: input.reason }),
      grave: true,
    },
    putBack: {
      label: 'Put back on the list',
      from: ['taken-off'],
      to: 'listed',
      by: [caseworker],
      guards: [oneRowAChild],
      set: () => ({ offReason: null }),
    },
  },
})
