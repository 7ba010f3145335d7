import { z } from 'zod'
import { allowed, refused } from '../../core/errors/refusal.ts'
import { REASON } from '../../core/fields/commonTexts.ts'
import { defineWorkflow, type Guard } from '../../core/workflow/workflow.ts'
import { isCaseworker } from '../people/roles.ts'
import { COLUMNS } from './columns.ts'

type EntryFacts = { otherRowOfChild: boolean }

const caseworker: Guard<EntryFacts> = (_facts, { actor }) =>
  isCaseworker(actor)
    ? allowed
    : refused({
        rule: 'ELG-6',
        reason: 'The co-ordinator and the committee keep the working list.',
        nextStep: 'Ask one of them.',
      })

const oneRowAChild: Guard<EntryFacts> = ({ otherRowOfChild }) =>
  otherRowOfChild
    ? refused({
        rule: 'ELG-6',
        reason: 'This child has a row on the working list already.',
        nextStep: 'Keep what you need of both in one, and take the other off the list.',
      })
    : allowed

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
    const [row] = record.child
      ? await work.query<{ taken: boolean }>(
          "select exists (select from working_list_entries where child_id = $1 and status = 'listed' and id is distinct from $2) as taken",
          [record.child, record.id ?? null],
        )
      : []
    return { otherRowOfChild: row?.taken ?? false }
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
